#include "operations/dropout.hpp"

#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

#include "dropout/noise.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/machine.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

#include "autograd/node.hpp"

namespace playground::operations {
namespace {

using dropout::DropProbability;

enum class Kind : std::uint8_t { kElements, kFeatures, kAlpha, kFeatureAlpha };

bool is_alpha(Kind kind) { return kind == Kind::kAlpha || kind == Kind::kFeatureAlpha; }
bool has_features(Kind kind) { return kind == Kind::kFeatures || kind == Kind::kFeatureAlpha; }

Variable product(const Variable& x, const Variable& factor) { return mul(x, factor); }
Variable product_in_place(const Variable& x, const Variable& factor) {
  constexpr Variable (*kMul)(const Variable&, const Variable&) = &mul;
  return std::get<Variable>(internal::Call<kMul>::in_place(Values{x, factor}));
}

Variable plus_in_place(const Variable& x, const Variable& other) {
  constexpr Variable (*kAdd)(const Variable&, const Variable&, const Scalar&) = &add;
  return std::get<Variable>(internal::Call<kAdd>::in_place(Values{x, other, Value(1.0)}));
}

// What the noise is like: the input, or one number a channel.
Tensor like_noise(Kind kind, const Tensor& input) {
  if (!has_features(kind)) return input;
  if (input.shape().rank() < 2) {
    errors::raise("Feature dropout requires at least 2 dimensions in the input");
  }
  std::vector<std::int64_t> extents(input.shape().rank(), 1);
  extents[0] = input.shape()[0];
  extents[1] = input.shape()[1];
  return Tensor(Shape(std::move(extents)), input.dtype());
}

Variable noise_for(Kind kind, const Variable& input, double p) {
  if (input.device().is_cuda() && kind != Kind::kElements) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "dropout of channels and alpha dropout draw by another kernel on a GPU, which is "
                  "not reproduced: on the CPU they are");
  }
  const Tensor like = like_noise(kind, input.value());
  if (!is_floating(input.dtype())) {
    errors::raise("result type Float can't be cast to the desired output type {}",
                  scalar_type_name(input.dtype()));
  }
  const GeneratorHandle generator = generator_for(nullptr, input.device());
  return Variable(
      dropout::noise_for(generator->engine, like, DropProbability(p), !is_alpha(kind) && p < 1),
      input.device());
}

// Source  at::native::_dropout_impl.
Variable dropped(Kind kind, const Variable& input, double p, bool train,
                 Variable (*multiply)(const Variable& x, const Variable& factor)) {
  if (!(p >= 0 && p <= 1)) {
    errors::raise("dropout probability has to be between 0 and 1, but got {}", p);
  }
  if (p == 0 || !train || input.size() == 0) return input;
  if (p == 1) return multiply(input, full(Shape(), 0, input.dtype(), input.device()));
  const Variable noise = noise_for(kind, input, p);
  if (!is_alpha(kind)) return multiply(input, noise);
  constexpr double kSaturation = 1.7580993408473766;  // of SELU, towards minus infinity
  const double a = 1 / std::sqrt((kSaturation * kSaturation * p + 1) * (1 - p));
  const Variable shift = add(mul(add(noise, -1.0), kSaturation * a), kSaturation * a * p);
  return plus_in_place(multiply(input, mul(noise, a)), shift);
}

// What PyTorch's fused kernel does, on a GPU: the mask, too.
std::tuple<Variable, Variable> fused(const Variable& input, double p) {
  const Variable noise = noise_for(Kind::kElements, input, p);
  Variable result;
  Variable mask;
  {
    const autograd::GradMode without_history(false);
    result = mul(input, noise);
    mask = ne(noise, full(Shape(), 0, noise.dtype(), noise.device()));
  }
  autograd::record(result, "NativeDropoutBackward0", {input}, {autograd::Saved(noise)},
                   [](autograd::Backward& b) { b.give(0, mul(b.grad(), b.saved(0))); });
  return {result, mask};
}

std::tuple<Variable, Variable> native_dropout(const Variable& input, double p,
                                              std::optional<bool> train) {
  if (!train.value_or(true) || input.size() == 0) {
    return {clone(input), full(input.shape(), true, DType::kBool, input.device())};
  }
  if (!(p >= 0 && p <= 1))
    errors::raise("bernoulli_ expects p to be in [0, 1], but got p={}", 1 - p);
  return fused(input, p);
}

template <Kind kKind>
Variable in_place(const Variable& self, double p, bool train) {
  return dropped(kKind, self, p, train, &product_in_place);
}

template <Kind kKind>
Variable of(const Variable& input, double p, bool train) {
  return dropped(kKind, input, p, train, &product);
}

}  // namespace

Variable dropout(const Variable& input, double p, bool train) {
  const bool is_fused = input.device().is_cuda() && train && p > 0 && p < 1 && input.size() != 0;
  if (is_fused) return std::get<0>(fused(input, p));
  return dropped(Kind::kElements, input, p, train, &product);
}

std::span<const Row> dropout_rows() {
  static constexpr Row kRows[] = {
      row<&dropout>("dropout(Tensor input, float p, bool train) -> Tensor", Where::kFunction),
      row<&in_place<Kind::kElements>>(
          "dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)", Where::kFunction),
      row<&native_dropout>("native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)",
                           Where::kFunction),
      row<&of<Kind::kFeatures>>("feature_dropout(Tensor input, float p, bool train) -> Tensor",
                                Where::kFunction),
      row<&in_place<Kind::kFeatures>>(
          "feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)", Where::kFunction),
      row<&of<Kind::kAlpha>>("alpha_dropout(Tensor input, float p, bool train) -> Tensor",
                             Where::kFunction),
      row<&in_place<Kind::kAlpha>>(
          "alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)", Where::kFunction),
      row<&of<Kind::kFeatureAlpha>>(
          "feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor", Where::kFunction),
      row<&in_place<Kind::kFeatureAlpha>>(
          "feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
