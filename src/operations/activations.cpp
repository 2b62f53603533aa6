// Activation functions that are smooth.
#include <cstdint>
#include <numbers>
#include <span>
#include <string>

#include "errors/raised.hpp"
#include "operations/elementwise.hpp"
#include "operations/joining.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

using Of = Slope::Of;
using autograd::Backward;
using autograd::Saved;
using V = const Variable&;
using Numbers = const double*;

Variable rest(V x) { return sub(of_number(1), x); }

Variable elu_named(V self, double alpha, double scale, double input_scale, const char* node) {
  return function_of(ops::loops::kElu, self,
                     {node, Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable below = mul(exp(mul(x, n[2])), n[0] * n[1] * n[2]);
                        return mul(grad, where(le(x, of_number(0)), below, of_number(n[1])));
                      },
                      &ops::loops::kEluBackward},
                     {alpha, scale, input_scale});
}
Variable elu(V self, double alpha, double scale, double input_scale) {
  return elu_named(self, alpha, scale, input_scale, "EluBackward0");
}
Variable elu_in_place(V self, double alpha, double scale, double input_scale) {
  return elu_named(self, alpha, scale, input_scale, "EluBackward1");
}
constexpr double kSeluAlpha = 1.6732632423543772848170429916717;
constexpr double kSeluScale = 1.0507009873554804934193349852946;

Variable selu(V self) { return elu(self, kSeluAlpha, kSeluScale, 1); }
Variable selu_in_place(V self) { return elu_in_place(self, kSeluAlpha, kSeluScale, 1); }

Variable celu_named(V self, double alpha, const char* node) {
  if (alpha == 0) errors::raise("ZeroDivisionError: alpha cannot be 0 for CELU");
  return elu_named(self, alpha, 1, 1 / alpha, node);
}
Variable celu(V self, double alpha) { return celu_named(self, alpha, "CeluBackward0"); }
Variable celu_in_place(V self, double alpha) { return celu_named(self, alpha, "CeluBackward1"); }

Variable gelu(V self, const std::string& approximate) {
  if (approximate == "tanh") {
    return function_of(ops::loops::kGeluTanh, self,
                       {"GeluBackward0", Of::kInput,
                        [](V grad, V x, Numbers) {
                          constexpr double kSlope = std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
                          constexpr double kCubic = 0.044715;
                          const Variable square = mul(x, x);
                          const Variable cubic = mul(mul(square, x), kCubic);
                          const Variable bend = tanh(mul(add(x, cubic), kSlope));
                          const Variable inner = mul(add(mul(square, 3 * kCubic), 1), kSlope);
                          const Variable curve = mul(mul(x, rest(mul(bend, bend))), inner);
                          return mul(grad, mul(add(add(bend, 1), curve), 0.5));
                        },
                        &ops::loops::kGeluTanhBackward});
  }
  if (approximate != "none") {
    errors::raise("approximate argument must be either none or tanh.");
  }
  return function_of(ops::loops::kGelu, self,
                     {"GeluBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable error = erf(mul(x, std::numbers::sqrt2 / 2));
                        const Variable below = mul(add(error, 1), 0.5);
                        const Variable density =
                            mul(exp(mul(mul(x, x), -0.5)),
                                std::numbers::inv_sqrtpi * std::numbers::sqrt2 / 2);
                        return mul(grad, add(below, mul(x, density)));
                      },
                      &ops::loops::kGeluBackward});
}

Variable silu(V self) {
  return function_of(ops::loops::kSilu, self,
                     {"SiluBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable gate = sigmoid(x);
                        return mul(mul(grad, gate), add(mul(x, rest(gate)), 1));
                      },
                      &ops::loops::kSiluBackward});
}

Variable softplus(V self, double beta, double threshold) {
  return function_of(ops::loops::kSoftplus, self,
                     {"SoftplusBackward0", Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable scaled = mul(x, n[0]);
                        return where(gt(scaled, of_number(n[1])), grad, mul(grad, sigmoid(scaled)));
                      },
                      &ops::loops::kSoftplusBackward},
                     {beta, threshold});
}

Variable mish(V self) {
  return function_of(ops::loops::kMish, self,
                     {"MishBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable bend = tanh(softplus(x, 1, 20));
                        const Variable slope = mul(mul(x, sigmoid(x)), rest(mul(bend, bend)));
                        return mul(grad, add(bend, slope));
                      },
                      &ops::loops::kMishBackward});
}

Variable log_sigmoid(V self) {
  return function_of(ops::loops::kLogSigmoid, self,
                     {"LogSigmoidBackward0", Of::kInput,
                      [](V grad, V x, Numbers) { return mul(grad, sigmoid(neg(x))); },
                      &ops::loops::kLogSigmoidBackward});
}

Variable glu(V self, std::int64_t dim) {
  if (self.rank() == 0) {
    errors::raise("glu does not support 0-dimensional tensors");
  }
  require_floating(self, "glu_cpu");
  const std::size_t at = wrapped(dim, self.rank());
  const std::int64_t extent = self.shape()[at];
  if (extent % 2 != 0) {
    errors::raise("Halving dimension must be even, but dimension {} is size {}", at, extent);
  }
  const auto axis = static_cast<std::int64_t>(at);
  const Variable x = self.detach();
  Variable y =
      mul(narrow(x, axis, 0, extent / 2), sigmoid(narrow(x, axis, extent / 2, extent / 2)));
  record(y, "GluBackward0", {self}, {Saved(self)}, [axis, half = extent / 2](Backward& b) {
    const Variable x = b.saved(0);
    const Variable gate = sigmoid(narrow(x, axis, half, half));
    const Variable first = mul(gate, b.grad());
    const Variable second = mul(mul(first, rest(gate)), narrow(x, axis, 0, half));
    b.give(0, cat({first, second}, axis));
  });
  return y;
}

}  // namespace

Variable sigmoid(V self) {
  const Slope slope{"SigmoidBackward0", Of::kResult,
                    [](V grad, V y, Numbers) { return mul(mul(grad, rest(y)), y); },
                    &ops::loops::kSigmoidBackward};
  return floating_function_of(ops::loops::kSigmoid, self, slope);
}

Variable tanh(V self) {
  const Slope slope{"TanhBackward0", Of::kResult,
                    [](V grad, V y, Numbers) { return mul(grad, rest(mul(y, y))); },
                    &ops::loops::kTanhBackward};
  return floating_function_of(ops::loops::kTanh, self, slope);
}

std::span<const Row> smooth_activation_rows() {
  static constexpr Row kRows[] = {
      row<&sigmoid>("sigmoid(Tensor self) -> Tensor"),
      row_in_place<&sigmoid>("sigmoid_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&tanh>("tanh(Tensor self) -> Tensor"),
      row_in_place<&tanh>("tanh_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&elu>("elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor",
                Where::kInner),
      row_in_place<&elu_in_place>("elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar "
                                  "input_scale=1) -> Tensor(a!)",
                                  Where::kInner),
      row<&selu>("selu(Tensor self) -> Tensor", Where::kFunction),
      row_in_place<&selu_in_place>("selu_(Tensor(a!) self) -> Tensor(a!)", Where::kFunction),
      row<&celu>("celu(Tensor self, Scalar alpha=1.0) -> Tensor", Where::kFunction),
      row_in_place<&celu_in_place>("celu_(Tensor(a!) self, Scalar alpha=1.0) -> Tensor(a!)",
                                   Where::kFunction),
      row<&gelu>("gelu(Tensor self, *, str approximate='none') -> Tensor", Where::kInner),
      row<&silu>("silu(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&silu>("silu_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&mish>("mish(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&mish>("mish_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&softplus>("softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor",
                     Where::kInner),
      row<&log_sigmoid>("log_sigmoid(Tensor self) -> Tensor", Where::kInner),
      row<&glu>("glu(Tensor self, int dim=-1) -> Tensor", Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
