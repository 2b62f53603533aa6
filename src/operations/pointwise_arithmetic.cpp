// + - * / // % ** and what is made of two or three tensors at once.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "ops/kernels/loops.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::Saved;

// Source  at::native::alpha_check.
void check_alpha(DType dtype, const Scalar& alpha) {
  if (alpha.kind == Scalar::Kind::kBool && dtype != DType::kBool) {
    errors::raise("Boolean alpha only supported for Boolean results.");
  }
  if (alpha.is_floating() && !is_floating(dtype)) {
    errors::raise(
        "For integral input tensors, argument alpha must not be a floating point number.");
  }
}

// Source  at::native::sub_check.
void check_difference(const Variable& self, const Variable& other, const Scalar& alpha) {
  const bool self_is_bool = self.dtype() == DType::kBool;
  const bool other_is_bool = other.dtype() == DType::kBool;
  if (self_is_bool && other_is_bool) {
    errors::raise(
        "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or "
        "`logical_xor()` operator instead.");
  }
  if (self_is_bool || other_is_bool) {
    errors::raise(
        "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to "
        "invert a mask, use the `~` or `logical_not()` operator instead.");
  }
  check_alpha(result_type({self, other}), alpha);
}

Scalar negative(const Scalar& x) {
  if (x.is_floating()) return -x.number;
  return static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(x.integer));
}

bool is_one(const Scalar& x) { return x.number == 1; }

// a + alpha b, without history; a - b for an alpha of -1.
Variable scaled_sum(const Variable& a, const Variable& b, const Scalar& alpha) {
  const DType dtype = result_type({a, b});
  if (is_one(alpha)) return elementwise(ops::loops::kAdd, {a, b}, dtype);
  if (alpha.number == -1 && dtype != DType::kBool)
    return elementwise(ops::loops::kSub, {a, b}, dtype);
  if (is_floating(dtype)) {
    return elementwise(ops::loops::kAddScaled, {a, b}, dtype, {alpha.number});
  }
  if (dtype == DType::kBool) return alpha.number == 0 ? a : logical_or(a, b);
  const Variable scaled = elementwise(ops::loops::kMul, {b, of_number(alpha)}, dtype);
  return elementwise(ops::loops::kAdd, {a, scaled}, dtype);
}

Variable plus_one(const Variable& x) { return add(x, Scalar(1)); }

Variable times(const Variable& grad, const Scalar& factor) {
  return is_one(factor) ? grad : mul(grad, factor);
}

Variable difference(const Variable& self, const Variable& other, const Scalar& alpha,
                    const char* node) {
  check_difference(self, other, alpha);
  Variable y = scaled_sum(self, other, negative(alpha));
  record(y, node, {self, other}, {}, [alpha](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, grad);
    if (b.wants(1)) b.give(1, neg(times(grad, alpha)));
  });
  return y;
}

// Where integers are divided.
void check_divisor(const Variable& other, DType dtype) {
  if (is_floating(dtype)) return;
  const Tensor divisors = tensor::contiguous(tensor::to(other.value(), DType::kInt64));
  if (std::ranges::count(divisors.values<std::int64_t>(), 0) > 0) {
    errors::raise("ZeroDivisionError");
  }
}

// A quotient that is rounded, without history.
Variable whole_quotient(const ops::Loops& loops, const Variable& self, const Variable& other) {
  const DType dtype = result_type({self, other});
  check_divisor(other, dtype);
  return elementwise(loops, {self, other}, dtype);
}

Variable rest_of(const ops::Loops& loops, const ops::Loops& quotient, const char* node,
                 const Variable& self, const Variable& other) {
  Variable y = whole_quotient(loops, self, other);
  record(y, node, {self, other},
         {saved_if(other.requires_grad(), self), saved_if(other.requires_grad(), other)},
         [&quotient](Backward& b) {
           if (b.wants(0)) b.give(0, b.grad());
           if (!b.wants(1)) return;
           b.give(1, mul(neg(b.grad()), whole_quotient(quotient, b.saved(0), b.saved(1))));
         });
  return y;
}

Variable rest_of(const ops::Loops& loops, const char* node, const Variable& self,
                 const Scalar& other) {
  Variable y = whole_quotient(loops, self, of_number(other, self.device()));
  record(y, node, {self}, {}, [](Backward& b) { b.give(0, b.grad()); });
  return y;
}

Variable quotient(const Variable& self, const Variable& other, const char* node) {
  Variable y = elementwise(ops::loops::kDiv, {self, other}, floating_result_type({self, other}));
  if (!autograd::needs_history({self, other})) return y;
  record(y, node, {self, other}, {saved_if(other.requires_grad(), self), Saved(other)},
         [](Backward& b) {
           const Variable divisor = b.saved(1);
           if (b.wants(0)) b.give(0, div(b.grad(), divisor));
           if (b.wants(1)) {
             b.give(1, mul(neg(b.grad()), div(div(b.saved(0), divisor), divisor)));
           }
         });
  return y;
}

Variable div_mode(const Variable& self, const Variable& other,
                  const std::optional<std::string>& rounding_mode) {
  if (!rounding_mode) return quotient(self, other, "DivBackward2");
  if (*rounding_mode != "floor" && *rounding_mode != "trunc") {
    errors::raise(
        "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{}'",
        *rounding_mode);
  }
  const bool is_floor = *rounding_mode == "floor";
  Variable y =
      whole_quotient(is_floor ? ops::loops::kFloorDivide : ops::loops::kTruncDivide, self, other);
  record(y, "DivBackward2", {self, other}, {}, [](Backward& b) {
    if (b.wants(0)) b.give(0, zeros_like(b.grad()));
    if (b.wants(1)) b.give(1, zeros_like(b.grad()));
  });
  return y;
}

Variable div_scalar_mode(const Variable& self, const Scalar& other,
                         const std::optional<std::string>& rounding_mode) {
  return div_mode(self, of_number(other, self.device()), rounding_mode);
}

Variable floor_divide(const Variable& self, const Variable& other) {
  Variable y = whole_quotient(ops::loops::kFloorDivide, self, other);
  record(y, "NotImplemented", {self, other}, {},
         [](Backward&) { errors::raise("derivative for aten::floor_divide is not implemented"); });
  return y;
}

Variable floor_divide_scalar(const Variable& self, const Scalar& other) {
  return floor_divide(self, of_number(other, self.device()));
}

Variable remainder(const Variable& self, const Variable& other) {
  return rest_of(ops::loops::kRemainder, ops::loops::kFloorDivide, "RemainderBackward1", self,
                 other);
}
Variable remainder_scalar(const Variable& self, const Scalar& other) {
  return rest_of(ops::loops::kRemainder, "RemainderBackward0", self, other);
}
Variable remainder_of_scalar(const Scalar& self, const Variable& other) {
  return remainder(of_number(self, other.device()), other);
}
Variable fmod(const Variable& self, const Variable& other) {
  return rest_of(ops::loops::kFmod, ops::loops::kTruncDivide, "FmodBackward1", self, other);
}
Variable fmod_scalar(const Variable& self, const Scalar& other) {
  return rest_of(ops::loops::kFmod, "FmodBackward0", self, other);
}

Variable rsub(const Variable& self, const Variable& other, const Scalar& alpha) {
  check_difference(self, other, alpha);
  Variable y = scaled_sum(other, self, negative(alpha));
  record(y, "RsubBackward0", {self, other}, {}, [alpha](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, neg(times(grad, alpha)));
    if (b.wants(1)) b.give(1, grad);
  });
  return y;
}

Variable rsub_scalar(const Variable& self, const Scalar& other, const Scalar& alpha) {
  const Variable number = of_number(other, self.device());
  check_difference(self, number, alpha);
  Variable y = scaled_sum(number, self, negative(alpha));
  record(y, "RsubBackward1", {self}, {},
         [alpha](Backward& b) { b.give(0, neg(times(b.grad(), alpha))); });
  return y;
}

Variable add_scalar(const Variable& self, const Scalar& other, const Scalar& alpha) {
  return add(self, of_number(other, self.device()), alpha);
}
Variable sub_scalar(const Variable& self, const Scalar& other, const Scalar& alpha) {
  return sub(self, of_number(other, self.device()), alpha);
}

// The powers, without history.
Variable power(const Variable& self, const Scalar& exponent) {
  const Variable number = of_number(exponent, self.device());
  const DType dtype = result_type({self, number});
  if (is_floating(dtype)) {
    return elementwise(ops::loops::kPowNumber, {self}, dtype, {exponent.number});
  }
  if (exponent.integer < 0) {
    errors::raise("Integers to negative integer powers are not allowed.");
  }
  return elementwise(ops::loops::kPow, {self, number}, dtype);
}

Variable pow_tensors(const Variable& self, const Variable& exponent) {
  Variable y = of_two(ops::loops::kPow, self, exponent);
  record(y, "PowBackward1", {self, exponent}, {Saved(self), Saved(exponent), Saved::output(y)},
         [](Backward& b) {
           const Variable grad = b.grad();
           const Variable base = b.saved(0);
           const Variable exponent = b.saved(1);
           const Variable zero = of_number(0.0, grad.device());
           if (b.wants(0)) {
             const Variable slope = mul(exponent, pow_tensors(base, sub(exponent, of_number(1))));
             b.give(0, where(eq(exponent, zero), zero, mul(grad, slope)));
           }
           if (b.wants(1)) {
             const Variable is_flat = logical_and(eq(base, zero), ge(exponent, zero));
             b.give(1, mul(grad, where(is_flat, zero, mul(b.saved(2), log(base)))));
           }
         });
  return y;
}

Variable pow_of_scalar(const Scalar& self, const Variable& exponent) {
  Variable y = of_two(ops::loops::kPow, of_number(self, exponent.device()), exponent);
  record(y, "PowBackward2", {exponent}, {Saved(exponent), Saved::output(y)}, [self](Backward& b) {
    const Variable slope = mul(b.saved(1), Scalar(std::log(self.number)));
    if (self.number != 0) return b.give(0, mul(b.grad(), slope));
    const Variable zero = of_number(0.0, b.grad().device());
    b.give(0, mul(b.grad(), where(ge(b.saved(0), zero), zero, slope)));
  });
  return y;
}

Variable square(const Variable& self) { return pow(self, 2); }

Variable atan2(const Variable& self, const Variable& other) {
  const DType dtype = floating_result_type({self, other});
  Variable y = elementwise(ops::loops::kAtan2, {self, other}, dtype);
  record(y, "Atan2Backward0", {self, other}, {Saved(self), Saved(other)}, [](Backward& b) {
    const Variable opposite = b.saved(0);
    const Variable adjacent = b.saved(1);
    const Variable slope = reciprocal(add(mul(opposite, opposite), mul(adjacent, adjacent)));
    if (b.wants(0)) b.give(0, mul(mul(b.grad(), adjacent), slope));
    if (b.wants(1)) b.give(1, mul(mul(b.grad(), neg(opposite)), slope));
  });
  return y;
}

Variable hypot(const Variable& self, const Variable& other) {
  Variable y = of_two(ops::loops::kHypot, self, other);
  record(y, "HypotBackward0", {self, other}, {Saved(self), Saved(other), Saved::output(y)},
         [](Backward& b) {
           if (b.wants(0)) b.give(0, mul(b.grad(), div(b.saved(0), b.saved(2))));
           if (b.wants(1)) b.give(1, mul(b.grad(), div(b.saved(1), b.saved(2))));
         });
  return y;
}

Variable addcmul(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value) {
  const DType dtype = result_type({self, tensor1, tensor2});
  Variable y = elementwise(ops::loops::kAddcmul, {self, tensor1, tensor2}, dtype, {value.number});
  record(y, "AddcmulBackward0", {self, tensor1, tensor2},
         {saved_if(tensor2.requires_grad(), tensor1), saved_if(tensor1.requires_grad(), tensor2)},
         [value](Backward& b) {
           if (b.wants(0)) b.give(0, b.grad());
           if (b.wants(1)) b.give(1, mul(b.grad(), mul(b.saved(1), value)));
           if (b.wants(2)) b.give(2, mul(b.grad(), mul(b.saved(0), value)));
         });
  return y;
}

Variable addcdiv(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value) {
  if (!is_floating(tensor1.dtype()) && !is_floating(tensor2.dtype())) {
    errors::raise(
        "Integer division with addcdiv is no longer supported, and in a future  release addcdiv "
        "will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be "
        "implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for "
        "integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future "
        "addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), "
        "for all dtypes.");
  }
  const DType dtype = result_type({self, tensor1, tensor2});
  Variable y = elementwise(ops::loops::kAddcdiv, {self, tensor1, tensor2}, dtype, {value.number});
  record(y, "AddcdivBackward0", {self, tensor1, tensor2},
         {saved_if(tensor2.requires_grad(), tensor1), Saved(tensor2)}, [value](Backward& b) {
           const Variable divisor = b.saved(1);
           if (b.wants(0)) b.give(0, b.grad());
           if (b.wants(1)) b.give(1, mul(b.grad(), div(of_number(value), divisor)));
           if (!b.wants(2)) return;
           const Variable slope = div(mul(b.saved(0), value), mul(divisor, divisor));
           b.give(2, mul(neg(b.grad()), slope));
         });
  return y;
}

void check_same_dtype(const Variable& self, const Variable& other, const char* name) {
  if (self.dtype() == other.dtype()) return;
  const auto lower = [](DType dtype) -> std::string_view {
    switch (dtype) {
      case DType::kFloat32:
        return "float";
      case DType::kFloat64:
        return "double";
      case DType::kInt64:
        return "long int";
      case DType::kInt32:
        return "int";
      case DType::kBool:
        break;
    }
    return "bool";
  };
  errors::raise("expected dtype {} for `{}` but got dtype {}", lower(self.dtype()), name,
                lower(other.dtype()));
}

Variable lerp(const Variable& self, const Variable& end, const Variable& weight) {
  check_same_dtype(self, end, "end");
  check_same_dtype(self, weight, "weight");
  if (!is_floating(self.dtype())) {
    errors::raise("\"lerp_kernel_tensor\" not implemented for '{}'",
                  scalar_type_name(self.dtype()));
  }
  Variable y = elementwise(ops::loops::kLerp, {self, end, weight}, self.dtype());
  record(y, "LerpBackward1", {self, end, weight}, {Saved(self), Saved(end), Saved(weight)},
         [](Backward& b) {
           const Variable weight = b.saved(2);
           if (b.wants(0)) b.give(0, mul(b.grad(), sub(of_number(1), weight)));
           if (b.wants(1)) b.give(1, mul(b.grad(), weight));
           if (b.wants(2)) b.give(2, mul(b.grad(), sub(b.saved(1), b.saved(0))));
         });
  return y;
}

Variable lerp_scalar(const Variable& self, const Variable& end, const Scalar& weight) {
  check_same_dtype(self, end, "end");
  const Variable number = of_number(weight, self.device());
  Variable y = elementwise(ops::loops::kLerp, {self, end, number}, self.dtype());
  record(y, "LerpBackward0", {self, end}, {}, [weight = weight.number](Backward& b) {
    if (b.wants(0)) b.give(0, mul(b.grad(), Scalar(1 - weight)));
    if (b.wants(1)) b.give(1, mul(b.grad(), Scalar(weight)));
  });
  return y;
}

Variable copysign(const Variable& self, const Variable& other) {
  const DType dtype = floating_result_type({self, other});
  Variable y = elementwise(ops::loops::kCopysign, {self, other}, dtype);
  record(y, "CopysignBackward0", {self, other}, {Saved(self), Saved::output(y)}, [](Backward& b) {
    if (b.wants(0)) {
      const Variable x = b.saved(0);
      const Variable zero = of_number(0);
      b.give(0, mul(b.grad(), where(eq(x, zero), zero, div(b.saved(1), x))));
    }
    if (b.wants(1)) b.give(1, zeros_like(b.grad()));
  });
  return y;
}
Variable copysign_scalar(const Variable& self, const Scalar& other) {
  return copysign(self, of_number(other, self.device()));
}

// 0 below 0, 1 above, and between what the values say.
Variable heaviside(const Variable& self, const Variable& values) {
  if (self.dtype() != values.dtype()) {
    errors::raise("heaviside is not yet implemented for tensors with different dtypes.");
  }
  const Variable x = self.detach();
  const Variable zero = of_number(0);
  const Variable step = to_dtype(gt(x, zero), x.dtype());
  Variable y = where(eq(x, zero), values.detach(), step);
  record(y, "NotImplemented", {self, values}, {},
         [](Backward&) { errors::raise("derivative for aten::heaviside is not implemented"); });
  return y;
}

// Powers in float64, whatever was given.
Variable float_power(const Variable& self, const Variable& exponent) {
  return pow(to_dtype(self, DType::kFloat64), to_dtype(exponent, DType::kFloat64));
}
Variable float_power_scalar(const Variable& self, const Scalar& exponent) {
  return pow(to_dtype(self, DType::kFloat64), exponent);
}
Variable float_power_of_scalar(const Scalar& self, const Variable& exponent) {
  return pow_of_scalar(self, to_dtype(exponent, DType::kFloat64));
}

// log(e^a + e^b), from the larger one.
Variable logaddexp(const Variable& self, const Variable& other) {
  const DType dtype = result_type({self, other});
  if (!is_floating(dtype)) {
    errors::raise("\"logaddexp_cpu\" not implemented for '{}'", scalar_type_name(dtype));
  }
  const Variable a = self.detach();
  const Variable b = other.detach();
  // Equal infinities have no distance.
  const Variable is_infinite = logical_and(eq(a, b), isinf(a));
  const Variable distance = neg(abs(sub(a, b)));
  Variable y = where(is_infinite, a, add(maximum(a, b), log1p(exp(distance))));
  record(y, "LogaddexpBackward0", {self, other}, {Saved(self), Saved(other)}, [](Backward& back) {
    const Variable a = back.saved(0);
    const Variable b = back.saved(1);
    if (back.wants(0)) back.give(0, div(back.grad(), plus_one(exp(sub(b, a)))));
    if (back.wants(1)) back.give(1, div(back.grad(), plus_one(exp(sub(a, b)))));
  });
  return y;
}

Variable xlogy(const Variable& self, const Variable& other) {
  const DType dtype = floating_result_type({self, other});
  const Variable a = to_dtype(self.detach(), dtype);
  const Variable b = to_dtype(other.detach(), dtype);
  const Variable zero = of_number(0, self.device());
  const Variable product = where(eq(a, zero), zero, mul(a, log(b)));
  Variable y = where(isnan(b), b, product);
  record(y, "XlogyBackward0", {self, other}, {Saved(self), Saved(other)}, [](Backward& back) {
    const Variable a = back.saved(0);
    const Variable b = back.saved(1);
    if (back.wants(0)) {
      const Variable zero = of_number(0);
      const Variable is_flat = logical_and(eq(a, zero), le(b, zero));
      back.give(0, where(is_flat, zero, mul(back.grad(), log(b))));
    }
    if (back.wants(1)) back.give(1, div(mul(back.grad(), a), b));
  });
  return y;
}

}  // namespace

Variable add(const Variable& self, const Variable& other, const Scalar& alpha) {
  check_alpha(result_type({self, other}), alpha);
  Variable y = scaled_sum(self, other, alpha);
  record(y, "AddBackward0", {self, other}, {}, [alpha](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, grad);
    if (b.wants(1)) b.give(1, times(grad, alpha));
  });
  return y;
}

Variable sub(const Variable& self, const Variable& other, const Scalar& alpha) {
  return difference(self, other, alpha, "SubBackward0");
}

Variable mul(const Variable& self, const Variable& other) {
  Variable y = of_two(ops::loops::kMul, self, other);
  if (!autograd::needs_history({self, other})) return y;
  record(y, "MulBackward0", {self, other},
         {saved_if(other.requires_grad(), self), saved_if(self.requires_grad(), other)},
         [](Backward& b) {
           if (b.wants(0)) b.give(0, mul(b.grad(), b.saved(1)));
           if (b.wants(1)) b.give(1, mul(b.grad(), b.saved(0)));
         });
  return y;
}

Variable div(const Variable& self, const Variable& other) {
  return quotient(self, other, "DivBackward0");
}

Variable add(const Variable& self, const Scalar& other) {
  return add(self, of_number(other, self.device()));
}
Variable sub(const Variable& self, const Scalar& other) {
  return sub(self, of_number(other, self.device()));
}
Variable mul(const Variable& self, const Scalar& other) {
  return mul(self, of_number(other, self.device()));
}
Variable div(const Variable& self, const Scalar& other) {
  return div(self, of_number(other, self.device()));
}

Variable pow(const Variable& self, const Scalar& exponent) {
  Variable y = power(self, exponent);
  record(y, "PowBackward0", {self}, {Saved(self)}, [exponent](Backward& b) {
    if (exponent.number == 0) return b.give(0, zeros_like(b.grad()));
    const Scalar less =
        exponent.is_floating() ? Scalar(exponent.number - 1) : Scalar(exponent.integer - 1);
    b.give(0, mul(b.grad(), mul(pow(b.saved(0), less), exponent)));
  });
  return y;
}

Variable pow(const Variable& self, const Variable& exponent) { return pow_tensors(self, exponent); }

std::span<const Row> arithmetic_rows() {
  using Tensors = Variable (*)(const Variable&, const Variable&);
  using TensorAndScalar = Variable (*)(const Variable&, const Scalar&);
  using TensorsAndScalar = Variable (*)(const Variable&, const Variable&, const Scalar&);
  constexpr TensorsAndScalar kAdd = &add;
  constexpr TensorsAndScalar kSub = &sub;
  constexpr Tensors kMul = &mul;
  constexpr TensorAndScalar kMulScalar = &mul;
  constexpr Tensors kDiv = &div;
  constexpr TensorAndScalar kDivScalar = &div;
  constexpr TensorAndScalar kPow = &pow;
  static constexpr Row kRows[] = {
      row<kAdd>("add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor"),
      row<&add_scalar>("add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor"),
      row_in_place<kAdd>(
          "add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)"),
      row_in_place<&add_scalar>(
          "add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)"),
      row<kSub>("sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor"),
      row<&sub_scalar>("sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor"),
      row_in_place<kSub>(
          "sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)"),
      row_in_place<&sub_scalar>(
          "sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)"),
      row<kSub>("subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor"),
      row<&rsub>("rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor",
                 Where::kFunction),
      row<&rsub_scalar>("rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor",
                        Where::kFunction),
      row<kMul>("mul.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kMulScalar>("mul.Scalar(Tensor self, Scalar other) -> Tensor"),
      row_in_place<kMul>("mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kMulScalar>("mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row<kMul>("multiply.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kDiv>("div.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kDivScalar>("div.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&div_mode>("div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor"),
      row<&div_scalar_mode>(
          "div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor"),
      row_in_place<kDiv>("div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kDivScalar>("div_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&div_mode>(
          "div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)"),
      row_in_place<&div_scalar_mode>(
          "div_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)"),
      row<kDiv>("divide.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&div_mode>(
          "divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor"),
      row<kDiv>("true_divide.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&floor_divide>("floor_divide(Tensor self, Tensor other) -> Tensor"),
      row<&floor_divide_scalar>("floor_divide.Scalar(Tensor self, Scalar other) -> Tensor"),
      row_in_place<&floor_divide>(
          "floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&floor_divide_scalar>(
          "floor_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row<&remainder>("remainder.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&remainder_scalar>("remainder.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&remainder_of_scalar>("remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor",
                                Where::kFunction),
      row_in_place<&remainder>("remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&remainder_scalar>(
          "remainder_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row<&fmod>("fmod.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&fmod_scalar>("fmod.Scalar(Tensor self, Scalar other) -> Tensor"),
      row_in_place<&fmod>("fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&fmod_scalar>("fmod_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row<&pow_tensors>("pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor"),
      row<kPow>("pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor"),
      row<&pow_of_scalar>("pow.Scalar(Scalar self, Tensor exponent) -> Tensor", Where::kFunction),
      row_in_place<&pow_tensors>("pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)"),
      row_in_place<kPow>("pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)"),
      row<&float_power>("float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor"),
      row<&float_power_scalar>("float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor"),
      row<&float_power_of_scalar>("float_power.Scalar(Scalar self, Tensor exponent) -> Tensor",
                                  Where::kFunction),
      row<&copysign>("copysign.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&copysign_scalar>("copysign.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&heaviside>("heaviside(Tensor self, Tensor values) -> Tensor"),
      row_in_place<kSub>(
          "subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)"),
      row_in_place<kMul>("multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kDiv>("divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row<&square>("square(Tensor self) -> Tensor"),
      row_in_place<&square>("square_(Tensor(a!) self) -> Tensor(a!)"),
      row<&atan2>("atan2(Tensor self, Tensor other) -> Tensor"),
      row_in_place<&atan2>("atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row<&hypot>("hypot(Tensor self, Tensor other) -> Tensor"),
      row_in_place<&hypot>("hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row<&logaddexp>("logaddexp(Tensor self, Tensor other) -> Tensor"),
      row<&xlogy>("xlogy.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&addcmul>(
          "addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor"),
      row_in_place<&addcmul>("addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar "
                             "value=1) -> Tensor(a!)"),
      row<&addcdiv>(
          "addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor"),
      row_in_place<&addcdiv>("addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar "
                             "value=1) -> Tensor(a!)"),
      row<&lerp>("lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor"),
      row<&lerp_scalar>("lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor"),
      row_in_place<&lerp>("lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)"),
      row_in_place<&lerp_scalar>(
          "lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
