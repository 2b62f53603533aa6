#include "dropout/dropout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "dropout/pass.hpp"

namespace playground::dropout {
namespace {

using tensor::DType;
using tensor::Tensor;

// Multiplies rather than writes zeros: -0 and nan come out where PyTorch gives them. No float noise
// is involved at p = 1, so PyTorch does this to integers too.
void times_zero(const Tensor& x, Tensor& y) {
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    std::ranges::transform(x.values<T>(), y.values<T>().begin(),
                           [](T value) { return value * T(0); });
  });
}

void take_shortcut(Shortcut shortcut, const Tensor& x, Tensor& y) {
  if (shortcut == Shortcut::kTimesZero) return times_zero(x, y);
  tensor::with_type(y.dtype(), [&]<class T>(T) { std::ranges::fill(y.values<T>(), T(0)); });
}

}  // namespace

Dropout::Dropout(LayerKind kind, double p, bool inplace, std::shared_ptr<Generator> generator)
    : kind_(kind), inplace_(inplace) {
  set_p(p);
  check_layer(*generator, kind);
  const auto own = layer_generator(*generator);
  generator_ = own ? std::make_shared<Generator>(*own) : std::move(generator);
}

void Dropout::set_p(double p) {
  if (!std::isnan(p)) DropProbability{p};
  p_ = p;
}

double Dropout::scale(DType dtype) const {
  return survivor_scale(kind_, DropProbability(p_), dtype);
}

double Dropout::last_scale() const noexcept {
  if (!last_) return std::numeric_limits<double>::quiet_NaN();
  return survivor_scale(last_->kind, last_->p, last_->dtype);
}

std::optional<Tensor> Dropout::forward(Tensor& x) {
  if (!training_ && did_nothing_to_its_like(x)) return std::nullopt;
  Begun begun = begin(x);
  if (begun.draw) {
    Tensor& y = begun.output ? *begun.output : x;
    Pass(begun.call, Pass::Direction::kForward, *begun.draw, x, y).advance(x.size());
  }
  return end(std::move(begun));
}

// Then all is checked, and remembered, already: in eval mode a call is little more than this.
bool Dropout::did_nothing_to_its_like(const Tensor& x) const noexcept {
  return last_ && last_->shortcut == Shortcut::kUnchanged && last_->p.value() == p_ &&
         last_->dtype == x.dtype() && last_->shape == x.shape();
}

Dropout::Begun Dropout::begin(Tensor& x) {
  const DropProbability p(p_);
  check_probability(*generator_, p);
  if (checks_shape_first(kind_)) mask_shape(kind_, x.shape());

  Shortcut shortcut = training_ ? dropout::shortcut(*generator_, p) : Shortcut::kUnchanged;
  if (x.size() == 0) {
    if (shortcut == Shortcut::kNone) spend_on_empty(*generator_);
    shortcut = Shortcut::kUnchanged;
  }
  // Where nothing is drawn, PyTorch takes an x of any rank.
  const bool draws = shortcut == Shortcut::kNone;
  const bool has_mask = draws || (x.size() != 0 && has_mask_shape(kind_, x.shape()));
  Begun begun{.call = {.kind = kind_,
                       .arithmetic = arithmetic(*generator_),
                       .shortcut = shortcut,
                       .p = p,
                       .shape = x.shape(),
                       .dtype = x.dtype(),
                       .mask_shape = has_mask ? mask_shape(kind_, x.shape()) : x.shape(),
                       .draw = std::nullopt},
              .output = std::nullopt,
              .draw = std::nullopt};
  if (shortcut == Shortcut::kUnchanged) return begun;

  if (draws) check_dtype(*generator_, x.dtype());
  if (!inplace_) begun.output.emplace(x.shape(), x.dtype());
  if (draws) {
    const auto element_bytes = static_cast<std::uint32_t>(item_size(x.dtype()));
    begun.draw.emplace(*generator_, DrawRequest{begun.call.mask_shape.size(), p, element_bytes});
    begun.call.draw = begun.draw;
  } else {
    take_shortcut(shortcut, x, begun.output ? *begun.output : x);
  }
  return begun;
}

std::optional<Tensor> Dropout::end(Begun begun) {
  if (begun.draw) begun.draw->end(*generator_);
  last_ = std::move(begun.call);
  return std::move(begun.output);
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
  if (last_->shortcut == Shortcut::kUnchanged) return std::nullopt;

  Tensor result(gradient.shape(), gradient.dtype());
  if (last_->draw) {
    Draw replay = *last_->draw;
    Pass(*last_, Pass::Direction::kBackward, replay, gradient, result).advance(gradient.size());
  } else {
    take_shortcut(last_->shortcut, gradient, result);
  }
  return result;
}

std::optional<Tensor> Dropout::mask() const {
  if (!last_) return std::nullopt;
  if (!last_->draw) {
    return tensor::full(last_->mask_shape, last_->shortcut == Shortcut::kUnchanged, last_->dtype);
  }
  Tensor mask(last_->mask_shape, last_->dtype);
  Draw replay = *last_->draw;
  std::array<std::uint8_t, 1024> block;
  tensor::with_type(mask.dtype(), [&]<class T>(T) {
    for (auto left = mask.values<T>(); !left.empty();) {
      const auto keep = std::span(block).first(std::min(block.size(), left.size()));
      replay.decide(keep);
      std::ranges::copy(keep, left.begin());
      left = left.subspan(keep.size());
    }
  });
  return mask;
}

std::optional<std::vector<Decision>> Dropout::decisions() const {
  if (!last_ || !last_->draw) return std::nullopt;
  std::vector<Decision> decisions(last_->mask_shape.size());
  Draw replay = *last_->draw;
  replay.explain(decisions);
  return decisions;
}

}  // namespace playground::dropout
