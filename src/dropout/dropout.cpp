#include "dropout/dropout.hpp"

#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "dropout/pass/pass.hpp"
#include "dropout/replay.hpp"
#include "errors/error.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Tensor;

}  // namespace

Dropout::Dropout(LayerKind kind, double p, bool inplace, std::shared_ptr<Generator> generator)
    : kind_(kind), inplace_(inplace) {
  set_p(p);
  check_layer(*generator, kind);
  const auto own = layer_generator(*generator);
  generator_ = own ? std::make_shared<Generator>(*own) : std::move(generator);
}

void Dropout::set_p(double p) {
  p_ = std::isnan(p) ? std::nullopt : std::optional(DropProbability(p));
}

DropProbability Dropout::checked_p() const {
  return p_ ? *p_ : DropProbability(std::numeric_limits<double>::quiet_NaN());
}

double Dropout::scale(DType dtype) const { return survivor_scale(kind_, checked_p(), dtype); }

std::optional<Tensor> Dropout::forward(Tensor& x) {
  if (!training_ && did_nothing_to_its_like(x)) return std::nullopt;
  Begun begun = begin(x);
  if (begun.draw) {
    Pass(begun.call, Pass::Direction::kForward, *begun.draw, begun.input(x), begun.result(x))
        .advance(x.size());
  }
  return end(std::move(begun));
}

// If so, everything has been checked and remembered already. In eval mode a call does little more.
bool Dropout::did_nothing_to_its_like(const Tensor& x) const noexcept {
  return last_ && last_->shortcut == Shortcut::kUnchanged && p_ &&
         last_->p.value() == p_->value() && last_->dtype == x.dtype() && last_->shape == x.shape();
}

Dropout::Begun Dropout::begin(Tensor& x) {
  const DropProbability p = checked_p();
  check_probability(*generator_, p);
  if (checks_shape_first(kind_)) mask_shape(kind_, x.shape());

  Shortcut shortcut = training_ ? dropout::shortcut(*generator_, p) : Shortcut::kUnchanged;
  if (x.size() == 0) {
    if (shortcut == Shortcut::kNone) spend_on_empty(*generator_);
    shortcut = Shortcut::kUnchanged;
  }
  // If nothing is drawn, PyTorch accepts an x of any rank.
  const bool draws = shortcut == Shortcut::kNone;
  const bool has_mask = draws || (x.size() != 0 && has_mask_shape(kind_, x.shape()));
  Begun begun{.call = {.kind = kind_,
                       .arithmetic = arithmetic(*generator_),
                       .shortcut = shortcut,
                       .p = p,
                       .shape = x.shape(),
                       .dtype = x.dtype(),
                       .mask_shape = has_mask ? mask_shape(kind_, x.shape()) : x.shape(),
                       .order = {},
                       .draw = std::nullopt},
              .output = std::nullopt,
              .draw = std::nullopt};
  if (shortcut == Shortcut::kUnchanged) return begun;

  if (draws) check_dtype(*generator_, x.dtype());
  begun.widened = draws && !is_floating(x.dtype());
  if (begun.widened) {
    begun.call.dtype = quotient_dtype(*generator_);
    if (inplace_) {
      if (random::record(*generator_).integers == random::Integers::kDivided) {
        errors::fail(Kind::kEngine, "{0}: dropout of integers in place is not reproduced"_words,
                     random::name(*generator_));
      }
      errors::fail(Kind::kDType,
                   "Cannot cast ufunc 'divide' output from dtype('float64') to dtype('int64') with "
                   "casting rule 'same_kind'"_words);
    }
    begun.output.emplace(to(x, begun.call.dtype));
  } else if (!inplace_) {
    begun.output.emplace(empty_like(x));
  } else {
    require_no_overlap(x);
  }
  if (draws) {
    begun.call.order = draw_order(*generator_, kind_, x);
    const auto element_bytes = static_cast<std::uint32_t>(item_size(begun.call.dtype));
    begun.draw.emplace(*generator_, DrawRequest{begun.call.mask_shape.size(), p, element_bytes});
    begun.call.draw = begun.draw;
  } else {
    take_shortcut(shortcut, x, begun.output ? *begun.output : x);
  }
  return begun;
}

std::optional<Tensor> Dropout::end(Begun begun) {
  if (begun.draw) begun.draw->end(*generator_);
  if (begun.widened && begun.call.dtype == DType::kFloat64) {
    // A dropped integer is 0, of which there is one: -3 * False is no -0. JAX selects a 0.
    for (double& value : begun.output->values<double>()) value += 0.0;
  }
  last_ = std::move(begun.call);
  return std::move(begun.output);
}

std::optional<Tensor> Dropout::backward(const Tensor& gradient) const {
  if (!last_) errors::fail(Kind::kState, "backward needs a forward before it"_words);
  last_->check_gradient(gradient);
  if (last_->shortcut == Shortcut::kUnchanged) return std::nullopt;

  Tensor result = empty_like(gradient);
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
  return Replay(*last_, false).mask();
}

}  // namespace playground::dropout
