#include "dropout/dropout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "dropout/bernoulli.hpp"
#include "dropout/inverted_dropout.hpp"

namespace playground::dropout {
namespace {

using tensor::DType;
using tensor::Tensor;

// Calls `use(first, keep)` for consecutive blocks of decisions, small enough to stay in the cache,
// so that a mask of the tensor's size is never in memory.
template <class Use>
void for_each_block(Generator& generator, double keep_probability, std::size_t size, Use use) {
  std::array<std::uint8_t, 1024> block;
  for (std::size_t first = 0; first < size; first += block.size()) {
    const auto keep = std::span(block).first(std::min(block.size(), size - first));
    bernoulli(generator, keep_probability, keep);
    use(first, std::span<const std::uint8_t>(keep));
  }
}

template <class Use>
void with_floating_type(DType dtype, Use use) {
  dtype == DType::kFloat32 ? use(float{}) : use(double{});
}

// y may be x. Both are of one floating dtype.
void draw_and_apply(Generator& generator, DropProbability p, const Tensor& x, Tensor& y) {
  with_floating_type(x.dtype(), [&]<class T>(T) {
    const T scale = p.survivor_scale<T>();
    for_each_block(generator, p.keep_probability(), x.size(), [&](std::size_t first, auto keep) {
      inverted_dropout<T>(x.values<T>().subspan(first, keep.size()), keep, scale,
                          y.values<T>().subspan(first, keep.size()));
    });
  });
}

// Multiplies rather than writes zeros: -0 and nan come out where PyTorch gives them. No float noise
// is involved at p = 1, so PyTorch does this to integers too.
void drop_all(const Tensor& x, Tensor& y) {
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    std::ranges::transform(x.values<T>(), y.values<T>().begin(),
                           [](T value) { return value * T(0); });
  });
}

// In PyTorch it is the product of an integer tensor with the float noise that fails.
void check_floating(DType dtype) {
  if (dtype == DType::kInt64) {
    throw std::domain_error("result type Float can't be cast to the desired output type " +
                            std::string(scalar_type_name(dtype)));
  }
}

}  // namespace

Dropout::Dropout(double p, bool inplace, std::shared_ptr<Generator> generator)
    : inplace_(inplace), generator_(std::move(generator)) {
  set_p(p);
}

double Dropout::scale(DType dtype) const {
  const DropProbability p(p_);
  return dtype == DType::kFloat32 ? p.survivor_scale<float>() : p.survivor_scale<double>();
}

void Dropout::set_p(double p) {
  if (!std::isnan(p)) DropProbability{p};
  p_ = p;
}

std::optional<Tensor> Dropout::forward(Tensor& x) {
  const DropProbability p(p_);
  Forward record{Outcome::kUnchanged, p, x.shape(), x.dtype(), std::nullopt};
  if (!training_ || p_ == 0 || x.size() == 0) {
    last_ = std::move(record);
    return std::nullopt;
  }

  if (p_ != 1) check_floating(x.dtype());
  std::optional<Tensor> output;
  if (!inplace_) output.emplace(x.shape(), x.dtype());
  Tensor& y = inplace_ ? x : *output;
  if (p_ == 1) {
    record.outcome = Outcome::kAllDropped;
    drop_all(x, y);
  } else {
    record.outcome = Outcome::kDrawn;
    record.before = *generator_;
    draw_and_apply(*generator_, p, x, y);
  }
  last_ = std::move(record);
  return output;
}

std::optional<Tensor> Dropout::backward(const Tensor& gradient) const {
  if (!last_) throw std::logic_error("backward needs a forward before it");
  if (gradient.shape() != last_->shape) {
    throw std::invalid_argument("Mismatch in shape: grad_output[0] has a shape of torch.Size(" +
                                to_string(gradient.shape()) +
                                ") and output[0] has a shape of torch.Size(" +
                                to_string(last_->shape) + ").");
  }
  if (gradient.dtype() != last_->dtype) {
    throw std::domain_error("Found dtype " + std::string(scalar_type_name(gradient.dtype())) +
                            " but expected " + std::string(scalar_type_name(last_->dtype)));
  }
  if (last_->outcome == Outcome::kUnchanged) return std::nullopt;

  Tensor result(gradient.shape(), gradient.dtype());
  if (last_->outcome == Outcome::kAllDropped) {
    drop_all(gradient, result);
  } else {
    Generator replay = *last_->before;
    draw_and_apply(replay, last_->p, gradient, result);
  }
  return result;
}

std::optional<Tensor> Dropout::mask() const {
  if (!last_) return std::nullopt;
  if (last_->outcome != Outcome::kDrawn) {
    return tensor::full(last_->shape, last_->outcome == Outcome::kUnchanged, last_->dtype);
  }
  Tensor mask(last_->shape, last_->dtype);
  with_floating_type(mask.dtype(), [&]<class T>(T) {
    Generator replay = *last_->before;
    for_each_block(replay, last_->p.keep_probability(), mask.size(),
                   [&](std::size_t first, auto keep) {
                     std::ranges::copy(keep, mask.values<T>().subspan(first).begin());
                   });
  });
  return mask;
}

}  // namespace playground::dropout
