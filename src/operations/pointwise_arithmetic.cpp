// + - * / // and %, between tensors and with numbers.
#include <algorithm>
#include <optional>
#include <string>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
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
//
// dtype  that they have together
Variable scaled_sum(const Variable& a, const Variable& b, const Scalar& alpha, DType dtype) {
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

Variable times(const Variable& grad, const Scalar& factor) {
  return is_one(factor) ? grad : mul(grad, factor);
}

Variable difference(const Variable& self, const Variable& other, const Scalar& alpha,
                    const char* node) {
  check_difference(self, other, alpha);
  Variable y = scaled_sum(self, other, negative(alpha), result_type({self, other}));
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
  // As they are when they divide: a large one may be 0 as an int32.
  const Tensor divisors = tensor::to(tensor::to(other.value(), dtype), DType::kInt64);
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
  Variable y = scaled_sum(other, self, negative(alpha), result_type({self, other}));
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
  Variable y = scaled_sum(number, self, negative(alpha), result_type({self, number}));
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

}  // namespace

Variable add(const Variable& self, const Variable& other, const Scalar& alpha) {
  const DType dtype = result_type({self, other});
  check_alpha(dtype, alpha);
  Variable y = scaled_sum(self, other, alpha, dtype);
  if (!autograd::needs_history({self, other})) return y;
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
      row<&sub_scalar>("subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor"),
      row<&rsub>("rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor",
                 Where::kFunction),
      row<&rsub_scalar>("rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor",
                        Where::kFunction),
      row<kMul>("mul.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kMulScalar>("mul.Scalar(Tensor self, Scalar other) -> Tensor"),
      row_in_place<kMul>("mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kMulScalar>("mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row<kMul>("multiply.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kMulScalar>("multiply.Scalar(Tensor self, Scalar other) -> Tensor"),
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
      row<kDivScalar>("divide.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&div_mode>(
          "divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor"),
      row<kDiv>("true_divide.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<kDivScalar>("true_divide.Scalar(Tensor self, Scalar other) -> Tensor"),
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
      row_in_place<kSub>(
          "subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)"),
      row_in_place<&sub_scalar>(
          "subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)"),
      row_in_place<kMul>("multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kMulScalar>("multiply_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<kDiv>("divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<kDivScalar>("divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
