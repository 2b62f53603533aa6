// Activation functions.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <utility>

#include "autograd/arithmetic.hpp"
#include "errors/raised.hpp"
#include "operations/draws.hpp"
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

void check_floating(V self, const char* kernel) {
  if (is_floating(self.dtype())) return;
  errors::raise("\"{}\" not implemented for '{}'", kernel, scalar_type_name(self.dtype()));
}

Variable number(double value) { return of_number(Scalar(value)); }
Variable plus(V x, double value) { return add(x, Scalar(value)); }
Variable times(V x, double value) { return mul(x, Scalar(value)); }
Variable rest(V x) { return sub(of_number(1), x); }

// The kernels of these have no integers.
Variable leaky_relu_named(V self, double negative_slope, const char* node) {
  return function_of(
      ops::loops::kLeakyRelu, self,
      {node, Of::kInput,
       [](V grad, V x, Numbers n) { return where(gt(x, number(0)), grad, times(grad, n[0])); },
       &ops::loops::kLeakyReluBackward},
      {negative_slope});
}

Variable leaky_relu(V self, double negative_slope) {
  return leaky_relu_named(self, negative_slope, "LeakyReluBackward0");
}
Variable leaky_relu_in_place(V self, double negative_slope) {
  Variable y = leaky_relu_named(self, negative_slope, "LeakyReluBackward1");
  if (negative_slope >= 0 || !autograd::needs_history({self})) return y;
  // PyTorch goes back from the result, whose sign then says nothing.
  y = y.detach();
  record(y, "LeakyReluBackward1", {self}, {}, [](Backward&) {
    errors::raise(
        "In-place leakyReLu backward calculation is triggered with a negative slope which is not "
        "supported. This is caused by calling in-place forward function with a negative slope, "
        "please call out-of-place version instead. File an issue at "
        "https://github.com/pytorch/pytorch if you do require supporting in-place leakRelu "
        "backward calculation with negative slope");
  });
  return y;
}

Variable elu_named(V self, double alpha, double scale, double input_scale, const char* node) {
  return function_of(ops::loops::kElu, self,
                     {node, Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable below = times(exp(times(x, n[2])), n[0] * n[1] * n[2]);
                        return mul(grad, where(le(x, number(0)), below, number(n[1])));
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
                          const Variable cubic = times(mul(square, x), kCubic);
                          const Variable bend = tanh(times(add(x, cubic), kSlope));
                          const Variable inner = times(plus(times(square, 3 * kCubic), 1), kSlope);
                          const Variable curve = mul(mul(x, rest(mul(bend, bend))), inner);
                          return mul(grad, times(add(plus(bend, 1), curve), 0.5));
                        },
                        &ops::loops::kGeluTanhBackward});
  }
  if (approximate != "none") {
    errors::raise("approximate argument must be either none or tanh.");
  }
  return function_of(ops::loops::kGelu, self,
                     {"GeluBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable error = erf(times(x, std::numbers::sqrt2 / 2));
                        const Variable below = times(plus(error, 1), 0.5);
                        const Variable density =
                            times(exp(times(mul(x, x), -0.5)),
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
                        return mul(mul(grad, gate), plus(mul(x, rest(gate)), 1));
                      },
                      &ops::loops::kSiluBackward});
}

Variable softplus(V self, double beta, double threshold) {
  return function_of(ops::loops::kSoftplus, self,
                     {"SoftplusBackward0", Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable scaled = times(x, n[0]);
                        return where(gt(scaled, number(n[1])), grad, mul(grad, sigmoid(scaled)));
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

Variable hardtanh(V self, const Scalar& min, const Scalar& max) {
  if (self.dtype() == DType::kBool) {
    errors::raise("Bool inputs not supported for hardtanh");
  }
  if (!is_floating(self.dtype())) {
    return clamp(self, Scalar(static_cast<std::int64_t>(min.number)),
                 Scalar(static_cast<std::int64_t>(max.number)));
  }
  return function_of(ops::loops::kHardtanh, self,
                     {"HardtanhBackward0", Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable is_outside =
                            logical_or(le(x, number(n[0])), ge(x, number(n[1])));
                        return where(is_outside, number(0), grad);
                      },
                      &ops::loops::kHardtanhBackward},
                     {min.number, max.number});
}
Variable relu6(V self) { return hardtanh(self, 0, 6); }

Variable hardsigmoid(V self) {
  return function_of(ops::loops::kHardsigmoid, self,
                     {"HardsigmoidBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable is_inside = logical_and(gt(x, number(-3)), lt(x, number(3)));
                        return where(is_inside, times(grad, 1.0F / 6), number(0));
                      },
                      &ops::loops::kHardsigmoidBackward});
}

Variable hardswish(V self) {
  return function_of(ops::loops::kHardswish, self,
                     {"HardswishBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable bent = mul(grad, plus(div(x, Scalar(3)), 0.5));
                        const Variable above = where(lt(x, number(3)), bent, grad);
                        return where(lt(x, number(-3)), number(0), above);
                      },
                      &ops::loops::kHardswishBackward});
}

Variable threshold_named(V self, const Scalar& limit, const Scalar& value, const char* node) {
  return function_of(
      ops::loops::kThreshold, self,
      {node, Of::kInput,
       [](V grad, V x, Numbers n) { return where(le(x, number(n[0])), number(0), grad); },
       &ops::loops::kThresholdBackward},
      {limit.number, value.number});
}
Variable threshold(V self, const Scalar& limit, const Scalar& value) {
  return threshold_named(self, limit, value, "ThresholdBackward0");
}
Variable threshold_in_place(V self, const Scalar& limit, const Scalar& value) {
  return threshold_named(self, limit, value, "ThresholdBackward1");
}

// Leaks by a slope between the bounds: in training by one that is drawn for each element that is
// not above 0, in the order of the elements; in evaluation by the one in the middle.
Variable rrelu(V self, double lower, double upper, bool training,
               const GeneratorHandle& generator) {
  check_floating(self, "rrelu_with_noise_out_cpu");
  if (!training) {
    return leaky_relu_named(self, (lower + upper) / 2, "RreluWithNoiseBackward0");
  }
  if (self.device().is_cuda()) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "what rrelu draws on a GPU is not reproduced");
  }
  const bool is_float32 = self.dtype() == DType::kFloat32;
  const auto rounded = [is_float32](double value) {
    return is_float32 ? static_cast<double>(static_cast<float>(value)) : value;
  };
  const Variable x = self.detach();
  const Variable is_leaking = le(x, number(0));
  const Tensor leaks = tensor::contiguous(is_leaking.value());
  const auto count = std::ranges::count(leaks.values<bool>(), true);
  Variable drawn(Tensor({count}, DType::kFloat64));
  uniform_(drawn, rounded(lower), rounded(upper), generator);
  Tensor slopes = tensor::full(x.shape(), 1, DType::kFloat64);
  std::size_t next = 0;
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    if (!leaks.values<bool>()[i]) continue;
    slopes.values<double>()[i] = drawn.value().values<double>()[next++];
  }
  const Variable slope = to_dtype(Variable(std::move(slopes)), x.dtype());
  Variable y = mul(x, slope);
  record(y, "RreluWithNoiseBackward0", {self}, {Saved(slope)},
         [](Backward& b) { b.give(0, mul(b.grad(), b.saved(0))); });
  return y;
}

// x where it is beyond lambd, on either side; 0 between.
Variable is_between(V x, double lambd) {
  return logical_and(ge(x, number(-lambd)), le(x, number(lambd)));
}

Variable hardshrink(V self, double lambd) {
  check_floating(self, "hardshrink_cpu");
  const Variable x = self.detach();
  Variable y = where(is_between(x, lambd), number(0), x);
  record(y, "HardshrinkBackward0", {self}, {Saved(self)}, [lambd](Backward& b) {
    b.give(0, where(is_between(b.saved(0), lambd), number(0), b.grad()));
  });
  return y;
}

Variable softshrink(V self, double lambd) {
  if (lambd < 0) {
    errors::raise("lambda must be greater or equal to 0, but found to be {}.", lambd);
  }
  check_floating(self, "softshrink_cpu");
  const Variable x = self.detach();
  const Variable below = where(lt(x, number(-lambd)), plus(x, lambd), number(0));
  Variable y = where(gt(x, number(lambd)), plus(x, -lambd), below);
  record(y, "SoftshrinkBackward0", {self}, {Saved(self)}, [lambd](Backward& b) {
    b.give(0, where(is_between(b.saved(0), lambd), number(0), b.grad()));
  });
  return y;
}

// The weight, one or one a channel, in a shape that broadcasts to that of self.
Variable by_channel(V weight, std::size_t rank) {
  if (weight.size() == 1 || rank < 2)
    return reshape(weight, weight.size() == 1 ? Integers{} : Integers{-1});
  Integers shape(rank, 1);
  shape[1] = static_cast<std::int64_t>(weight.size());
  return reshape(weight, shape);
}

Variable prelu(V self, V weight) {
  if (weight.size() != 1) {
    if (self.rank() == 0) {
      errors::raise("Not allow zero-dim input tensor.");
    }
    const std::int64_t channels = self.rank() > 1 ? self.shape()[1] : 1;
    if (channels != static_cast<std::int64_t>(weight.size())) {
      errors::raise(
          "Mismatch of parameter numbers and input channel size. Found parameter numbers = {} and "
          "channel size = {}.",
          weight.size(), channels);
    }
  }
  check_floating(self, "prelu_cpu");
  if (weight.dtype() != self.dtype()) {
    errors::raise("Found dtype {} but expected {}", scalar_type_name(weight.dtype()),
                  scalar_type_name(self.dtype()));
  }
  const Variable x = self.detach();
  const Variable slope = by_channel(weight.detach(), self.rank());
  Variable y = where(gt(x, number(0)), x, mul(slope, x));
  record(y, "PreluBackward0", {self, weight}, {Saved(self), Saved(weight)}, [](Backward& b) {
    const Variable x = b.saved(0);
    const Variable weight = b.saved(1);
    const Variable slope = by_channel(weight, x.rank());
    const Variable is_above = gt(x, number(0));
    if (b.wants(0)) b.give(0, where(is_above, b.grad(), mul(slope, b.grad())));
    if (b.wants(1)) {
      const Variable each = where(is_above, number(0), mul(x, b.grad()));
      const Integers own(weight.shape().extents());
      b.give(1, reshape(autograd::sum_to(each, slope.shape()), own));
    }
  });
  return y;
}

Variable glu(V self, std::int64_t dim) {
  if (self.rank() == 0) {
    errors::raise("glu does not support 0-dimensional tensors");
  }
  check_floating(self, "glu_cpu");
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

Variable relu(V self) {
  if (self.dtype() == DType::kBool) errors::raise("Boolean inputs not supported for relu");
  return function_of(ops::loops::kRelu, self,
                     {"ReluBackward0", Of::kResult,
                      [](V grad, V y, Numbers) { return where(le(y, number(0)), number(0), grad); },
                      &ops::loops::kReluBackward});
}

std::span<const Row> activation_rows() {
  static constexpr Row kRows[] = {
      row<&sigmoid>("sigmoid(Tensor self) -> Tensor"),
      row_in_place<&sigmoid>("sigmoid_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&tanh>("tanh(Tensor self) -> Tensor"),
      row_in_place<&tanh>("tanh_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&relu>("relu(Tensor self) -> Tensor"),
      row_in_place<&relu>("relu_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&relu6>("relu6(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&relu6>("relu6_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&leaky_relu>("leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor",
                       Where::kInner),
      row_in_place<&leaky_relu_in_place>(
          "leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)", Where::kInner),
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
      row<&hardtanh>("hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor",
                     Where::kInner),
      row_in_place<&hardtanh>(
          "hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)",
          Where::kInner),
      row<&hardsigmoid>("hardsigmoid(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&hardsigmoid>("hardsigmoid_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&hardswish>("hardswish(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&hardswish>("hardswish_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&threshold>("threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor",
                      Where::kFunction),
      row_in_place<&threshold_in_place>(
          "threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)",
          Where::kFunction),
      row<&hardshrink>("hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor"),
      row<&softshrink>("softshrink(Tensor self, Scalar lambd=0.5) -> Tensor", Where::kInner),
      row<&rrelu>("rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.3333333333333333, bool "
                  "training=False, Generator? generator=None) -> Tensor",
                  Where::kFunction),
      row_in_place<&rrelu>("rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar "
                           "upper=0.3333333333333333, bool training=False, Generator? "
                           "generator=None) -> Tensor(a!)",
                           Where::kFunction),
      row<&prelu>("prelu(Tensor self, Tensor weight) -> Tensor"),
      row<&glu>("glu(Tensor self, int dim=-1) -> Tensor", Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
