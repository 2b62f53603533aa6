#include "dropout/sliced_forward.hpp"

#include <utility>

#include "errors/error.hpp"

namespace playground::dropout {

SlicedForward::SlicedForward(Dropout& layer, tensor::Tensor& x)
    : layer_(layer),
      size_(x.size()),
      generator_(layer.generator_),
      before_(*generator_),
      begun_(layer.begin(x)),
      state_(random::state(*generator_)) {
  if (!begun_.draw) return;
  pass_.emplace(begun_.call, Pass::Direction::kForward, *begun_.draw, begun_.input(x),
                begun_.result(x));
}

SlicedForward::~SlicedForward() {
  if (before_) *generator_ = std::move(*before_);
}

std::optional<tensor::Tensor> SlicedForward::finish() {
  if (random::state(*generator_) != state_) {
    before_.reset();  // keeps what others have drawn since
    errors::fail(errors::Kind::kState,
                 "the generator was used while a forward that shares it was under way"_words);
  }
  before_.reset();
  return layer_.end(std::move(begun_));
}

}  // namespace playground::dropout
