#include "dropout/engine_rules.hpp"

#include <variant>

#include "errors/error.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using random::record;
using tensor::DType;

// Whether its dropout is a line of a program, not a layer: NumPy's always is.
bool is_by_hand(const random::Generator& generator) noexcept {
  return random::form(generator) != random::MaskForm::kLayer;
}

}  // namespace

Arithmetic arithmetic(const random::Generator& generator) noexcept {
  return is_by_hand(generator) ? Arithmetic::kQuotientOfProduct : record(generator).arithmetic;
}

Shortcut shortcut(const random::Generator& generator, DropProbability p) noexcept {
  // Such a line has no special cases.
  if (is_by_hand(generator)) return Shortcut::kNone;
  if (p.value() == 0) return record(generator).at_zero;
  return p.value() == 1 ? record(generator).at_one : Shortcut::kNone;
}

std::vector<std::size_t> draw_order(const random::Generator& generator, LayerKind kind,
                                    const tensor::Tensor& x) {
  using random::StridedOrder;
  // The noise of channels, and what programs draw by hand, are tensors of their own.
  if (x.is_contiguous() || record(kind).has_channels || is_by_hand(generator)) return {};
  const StridedOrder order = record(generator).strided_order;
  if (order == StridedOrder::kNotReproduced) {
    errors::fail(Kind::kEngine,
                 "{0}: dropout of a tensor that is not contiguous is not reproduced"_words,
                 random::name(generator));
  }
  return order == StridedOrder::kMemory ? tensor::memory_order(x) : std::vector<std::size_t>();
}

std::optional<random::Generator> layer_generator(random::Generator& generator) {
  return std::visit(
      [](auto& engine) -> std::optional<random::Generator> {
        if constexpr (requires { engine.for_layer(); }) {
          return engine.for_layer();
        } else {
          return std::nullopt;
        }
      },
      generator);
}

void spend_on_empty(random::Generator& generator) {
  std::visit(
      [](auto& engine) {
        if constexpr (requires { engine.spend_on_empty(); }) engine.spend_on_empty();
      },
      generator);
}

void check_layer(const random::Generator& generator, LayerKind kind) {
  using random::Layers;
  if (kind == LayerKind::kDropout) return;
  const Layers layers = record(generator).layers;
  if (layers == Layers::kAll && !is_by_hand(generator)) return;
  const auto words = layers == Layers::kAll ? "{0}: dropout by hand has no {1}, only Dropout"_words
                     : layers == Layers::kOnlyDropoutHere
                         ? "{0}: {1} draws with another kernel there, which is not reproduced"_words
                         : "{0} has no {1}, only Dropout"_words;
  errors::fail(Kind::kLayer, words, random::name(generator), name(kind));
}

void check_probability(const random::Generator& generator, DropProbability p) {
  if (p.value() == 1 && record(generator).at_one == Shortcut::kRefused) {
    errors::fail(Kind::kProbability, "rate must be a float in the range [0, 1), but got 1."_words);
  }
}

DType quotient_dtype(const random::Generator& generator) noexcept {
  return record(generator).integers == random::Integers::kDivided ? DType::kFloat32
                                                                  : DType::kFloat64;
}

void check_dtype(const random::Generator& generator, DType dtype) {
  using random::Integers;
  if (!is_floating(dtype)) {
    switch (record(generator).integers) {
      case Integers::kWidened:
      case Integers::kDivided:
        return;
      case Integers::kNotFloating:
        errors::fail(Kind::kDType,
                     "x has to be a floating point tensor since it's going to be scaled, but got a "
                     "int32 tensor instead."_words);
      case Integers::kUnselectable:
        errors::fail(Kind::kDType,
                     "lax.select requires arguments to have the same dtypes, got int32, float32. "
                     "(Tip: jnp.where is a similar function that does automatic type promotion on "
                     "inputs)."_words);
      case Integers::kUncastable:
        // In PyTorch the product of an integer tensor and the float noise fails.
        errors::fail(Kind::kIntegers,
                     "result type Float can't be cast to the desired output type {0}"_words,
                     scalar_type_name(dtype));
    }
  }
  if (dtype == DType::kFloat64 && !record(generator).has_float64) {
    errors::fail(Kind::kEngine, "{0} has no float64 as it comes; use float32"_words,
                 random::name(generator));
  }
}

}  // namespace playground::dropout
