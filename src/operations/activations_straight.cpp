// Activation functions of straight pieces, and those that are nearly so.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "autograd/arithmetic.hpp"
#include "errors/raised.hpp"
#include "operations/draws.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

using Of = Slope::Of;
using autograd::Backward;
using autograd::Saved;
using V = const Variable&;
using Numbers = const double*;

Variable leaky_relu_named(V self, double negative_slope, const char* node) {
  return function_of(
      ops::loops::kLeakyRelu, self,
      {node, Of::kInput,
       [](V grad, V x, Numbers n) { return where(gt(x, of_number(0)), grad, mul(grad, n[0])); },
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

Variable hardtanh(V self, const Scalar& min, const Scalar& max) {
  if (self.dtype() == DType::kBool) {
    errors::raise("Bool inputs not supported for hardtanh");
  }
  if (!is_floating(self.dtype())) {
    return clamp(self, whole(min), whole(max));
  }
  return function_of(ops::loops::kHardtanh, self,
                     {"HardtanhBackward0", Of::kInput,
                      [](V grad, V x, Numbers n) {
                        const Variable is_outside =
                            logical_or(le(x, of_number(n[0])), ge(x, of_number(n[1])));
                        return where(is_outside, of_number(0), grad);
                      },
                      &ops::loops::kHardtanhBackward},
                     {min.number, max.number});
}
Variable relu6(V self) { return hardtanh(self, 0, 6); }

Variable hardsigmoid(V self) {
  return function_of(ops::loops::kHardsigmoid, self,
                     {"HardsigmoidBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable is_inside =
                            logical_and(gt(x, of_number(-3)), lt(x, of_number(3)));
                        return where(is_inside, mul(grad, 1.0F / 6), of_number(0));
                      },
                      &ops::loops::kHardsigmoidBackward});
}

Variable hardswish(V self) {
  return function_of(ops::loops::kHardswish, self,
                     {"HardswishBackward0", Of::kInput,
                      [](V grad, V x, Numbers) {
                        const Variable bent = mul(grad, add(div(x, Scalar(3)), 0.5));
                        const Variable above = where(lt(x, of_number(3)), bent, grad);
                        return where(lt(x, of_number(-3)), of_number(0), above);
                      },
                      &ops::loops::kHardswishBackward});
}

Variable threshold_named(V self, const Scalar& limit, const Scalar& value, const char* node) {
  if (const DType own = self.dtype(); own == DType::kInt64 || own == DType::kInt32) {
    return masked_fill(self, le(self, of_number(whole(limit, own))), whole(value, own));
  }
  return function_of(
      ops::loops::kThreshold, self,
      {node, Of::kInput,
       [](V grad, V x, Numbers n) { return where(le(x, of_number(n[0])), of_number(0), grad); },
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
Variable rrelu_named(V self, double lower, double upper, bool training,
                     const GeneratorHandle& generator, const char* node) {
  if (!training) return leaky_relu_named(self, (lower + upper) / 2, node);
  require_floating(self, "rrelu_with_noise_out_cpu");
  if (self.device().is_cuda()) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "what rrelu draws on a GPU is not reproduced");
  }
  const bool is_float32 = self.dtype() == DType::kFloat32;
  const auto rounded = [is_float32](double value) {
    return is_float32 ? static_cast<double>(static_cast<float>(value)) : value;
  };
  const Variable x = self.detach();
  const Variable is_leaking = le(x, of_number(0));
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
  record(y, node, {self}, {Saved(slope)},
         [](Backward& b) { b.give(0, mul(b.grad(), b.saved(0))); });
  return y;
}
Variable rrelu(V self, double lower, double upper, bool training,
               const GeneratorHandle& generator) {
  return rrelu_named(self, lower, upper, training, generator, "RreluWithNoiseBackward0");
}
Variable rrelu_in_place(V self, double lower, double upper, bool training,
                        const GeneratorHandle& generator) {
  return rrelu_named(self, lower, upper, training, generator, "RreluWithNoiseBackward1");
}

// x where it is beyond lambd, on either side; 0 between.
Variable is_between(V x, double lambd) {
  return logical_and(ge(x, of_number(-lambd)), le(x, of_number(lambd)));
}

Variable hardshrink(V self, double lambd) {
  require_floating(self, "hardshrink_cpu");
  const Variable x = self.detach();
  Variable y = where(is_between(x, lambd), of_number(0), x);
  record(y, "HardshrinkBackward0", {self}, {Saved(self)}, [lambd](Backward& b) {
    b.give(0, where(is_between(b.saved(0), lambd), of_number(0), b.grad()));
  });
  return y;
}

Variable softshrink(V self, double lambd) {
  if (lambd < 0) {
    errors::raise("lambda must be greater or equal to 0, but found to be {}.", lambd);
  }
  require_floating(self, "softshrink_cpu");
  const Variable x = self.detach();
  const Variable below = where(lt(x, of_number(-lambd)), add(x, lambd), of_number(0));
  Variable y = where(gt(x, of_number(lambd)), add(x, -lambd), below);
  record(y, "SoftshrinkBackward0", {self}, {Saved(self)}, [lambd](Backward& b) {
    b.give(0, where(is_between(b.saved(0), lambd), of_number(0), b.grad()));
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
  require_floating(self, "prelu_cpu");
  if (weight.dtype() != self.dtype()) {
    errors::raise("Found dtype {} but expected {}", scalar_type_name(weight.dtype()),
                  scalar_type_name(self.dtype()));
  }
  const Variable x = self.detach();
  const Variable slope = by_channel(weight.detach(), self.rank());
  Variable y = where(gt(x, of_number(0)), x, mul(slope, x));
  record(y, "PreluBackward0", {self, weight}, {Saved(self), Saved(weight)}, [](Backward& b) {
    const Variable x = b.saved(0);
    const Variable weight = b.saved(1);
    const Variable slope = by_channel(weight, x.rank());
    const Variable is_above = gt(x, of_number(0));
    if (b.wants(0)) b.give(0, where(is_above, b.grad(), mul(slope, b.grad())));
    if (b.wants(1)) {
      const Variable each = where(is_above, of_number(0), mul(x, b.grad()));
      const Integers own(weight.shape().extents());
      b.give(1, reshape(autograd::sum_to(each, slope.shape()), own));
    }
  });
  return y;
}

}  // namespace

Variable relu(V self) {
  if (self.dtype() == DType::kBool) errors::raise("Boolean inputs not supported for relu");
  return function_of(
      ops::loops::kRelu, self,
      {"ReluBackward0", Of::kResult,
       [](V grad, V y, Numbers) { return where(le(y, of_number(0)), of_number(0), grad); },
       &ops::loops::kReluBackward});
}

std::span<const Row> straight_activation_rows() {
  static constexpr Row kRows[] = {
      row<&relu>("relu(Tensor self) -> Tensor"),
      row_in_place<&relu>("relu_(Tensor(a!) self) -> Tensor(a!)", Where::kBoth),
      row<&relu6>("relu6(Tensor self) -> Tensor", Where::kInner),
      row_in_place<&relu6>("relu6_(Tensor(a!) self) -> Tensor(a!)", Where::kInner),
      row<&leaky_relu>("leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor",
                       Where::kInner),
      row_in_place<&leaky_relu_in_place>(
          "leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)", Where::kInner),
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
      row_in_place<&rrelu_in_place>("rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar "
                                    "upper=0.3333333333333333, bool training=False, Generator? "
                                    "generator=None) -> Tensor(a!)",
                                    Where::kFunction),
      row<&prelu>("prelu(Tensor self, Tensor weight) -> Tensor"),
  };
  return kRows;
}

}  // namespace playground::operations
