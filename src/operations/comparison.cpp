// Comparisons, logic and bits: none of them has a gradient but that of a comparison in place, which
// is zeros.
#include <algorithm>
#include <string>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "ops/elementwise.hpp"

namespace playground::operations {
namespace {

using V = const Variable&;

template <const ops::Loops* kLoops>
Variable compared(V self, V other) {
  return of_two(*kLoops, self, other);
}
template <const ops::Loops* kLoops>
Variable compared_with(V self, const Scalar& other) {
  return of_two(*kLoops, self, of_number(other, self.device()));
}
// A comparison by the letters that its node has: "Lt" of LtBackward0.
struct Comparison {
  const ops::Loops* loops;
  char letters[3];
};
// What is written in place has the dtype of self, and with that a history.
Variable written(V self, V other, const Comparison& comparison, const char* node) {
  const Variable y = to_dtype(of_two(*comparison.loops, self, other), self.dtype());
  record(y, std::string(comparison.letters) + node, {self, other}, {}, [](autograd::Backward& b) {
    const Tensor zeros = zeros_laid_as(b.grad().value(), b.grad().dtype());
    for (const std::size_t input : {0, 1}) b.give(input, Variable(zeros, b.grad().device()));
  });
  return y;
}
template <Comparison kComparison>
Variable compared_in_place(V self, V other) {
  return written(self, other, kComparison, "Backward1");
}
template <Comparison kComparison>
Variable compared_in_place_with(V self, const Scalar& other) {
  return written(self, of_number(other, self.device()), kComparison, "Backward0");
}
template <const ops::Loops* kLoops>
Variable asked(V self) {
  return elementwise(*kLoops, {self}, self.dtype());
}

Variable bitwise_not(V self) {
  if (self.dtype() == DType::kBool) return logical_not(self);
  return elementwise(ops::loops::kBitwiseNot, {self}, self.dtype());
}

Variable isfinite(V self) { return logical_not(logical_or(isnan(self), isinf(self))); }
Variable isposinf(V self) { return logical_and(isinf(self), gt(self, of_number(0))); }
Variable isneginf(V self) { return logical_and(isinf(self), lt(self, of_number(0))); }

bool equal(V self, V other) {
  if (self.shape() != other.shape()) return false;
  const DType dtype = promote_types(self.dtype(), other.dtype());
  const auto converted = [dtype](V x) {
    return x.dtype() == dtype ? x.value() : to(x.value(), dtype);
  };
  return tensor::equal(converted(self), converted(other));
}

Variable isclose(V self, V other, double rtol, double atol, bool equal_nan) {
  if (self.dtype() != other.dtype()) {
    errors::raise("{} did not match {}", scalar_type_name(self.dtype()),
                  scalar_type_name(other.dtype()));
  }
  if (!(rtol >= 0)) {
    errors::raise("rtol must be greater than or equal to zero, but got {}", rtol);
  }
  if (!(atol >= 0)) {
    errors::raise("atol must be greater than or equal to zero, but got {}", atol);
  }
  return elementwise(ops::loops::kIsClose, {self, other}, floating_result_type({self, other}),
                     {rtol, atol, equal_nan ? 1.0 : 0.0});
}

bool allclose(V self, V other, double rtol, double atol, bool equal_nan) {
  const Tensor near = contiguous(isclose(self, other, rtol, atol, equal_nan).value());
  return std::ranges::all_of(near.values<bool>(), [](bool is_near) { return is_near; });
}

bool is_floating_point(V self) { return is_floating(self.dtype()); }

}  // namespace

Variable eq(V self, V other) { return of_two(ops::loops::kEq, self, other); }
Variable ne(V self, V other) { return of_two(ops::loops::kNe, self, other); }
Variable lt(V self, V other) { return of_two(ops::loops::kLt, self, other); }
Variable le(V self, V other) { return of_two(ops::loops::kLe, self, other); }
Variable gt(V self, V other) { return of_two(ops::loops::kGt, self, other); }
Variable ge(V self, V other) { return of_two(ops::loops::kGe, self, other); }
Variable logical_and(V self, V other) { return of_two(ops::loops::kLogicalAnd, self, other); }
Variable logical_or(V self, V other) { return of_two(ops::loops::kLogicalOr, self, other); }
Variable logical_not(V self) { return asked<&ops::loops::kLogicalNot>(self); }
Variable isnan(V self) { return asked<&ops::loops::kIsNan>(self); }
Variable isinf(V self) { return asked<&ops::loops::kIsInf>(self); }

std::span<const Row> comparison_rows() {
  using namespace ops::loops;
  static constexpr Row kRows[] = {
      row<&compared<&kEq>>("eq.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kEq>>("eq.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kNe>>("ne.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kNe>>("ne.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kLt>>("lt.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kLt>>("lt.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kLe>>("le.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kLe>>("le.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kGt>>("gt.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kGt>>("gt.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kGe>>("ge.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kGe>>("ge.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kNe>>("not_equal.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kNe>>("not_equal.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kLt>>("less.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kLt>>("less.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kLe>>("less_equal.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kLe>>("less_equal.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kGt>>("greater.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kGt>>("greater.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kGe>>("greater_equal.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kGe>>("greater_equal.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kLogicalAnd>>("logical_and(Tensor self, Tensor other) -> Tensor"),
      row<&compared<&kLogicalOr>>("logical_or(Tensor self, Tensor other) -> Tensor"),
      row<&compared<&kLogicalXor>>("logical_xor(Tensor self, Tensor other) -> Tensor"),
      row<&logical_not>("logical_not(Tensor self) -> Tensor"),
      row<&isnan>("isnan(Tensor self) -> Tensor"),
      row<&isinf>("isinf(Tensor self) -> Tensor"),
      row<&isfinite>("isfinite(Tensor self) -> Tensor"),
      row<&isposinf>("isposinf(Tensor self) -> Tensor"),
      row<&isneginf>("isneginf(Tensor self) -> Tensor"),
      row<&is_floating_point>("is_floating_point(Tensor self) -> bool"),
      row<&equal>("equal(Tensor self, Tensor other) -> bool"),
      row<&isclose>("isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool "
                    "equal_nan=False) -> Tensor"),
      row<&allclose>("allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool "
                     "equal_nan=False) -> bool"),
      row<&compared<&kBitwiseAnd>>("bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kBitwiseAnd>>("bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kBitwiseOr>>("bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kBitwiseOr>>("bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kBitwiseXor>>("bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kBitwiseXor>>("bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&bitwise_not>("bitwise_not(Tensor self) -> Tensor"),
      row<&compared<&kShiftLeft>>("bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kShiftLeft>>(
          "bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kShiftRight>>(
          "bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&compared_with<&kShiftRight>>(
          "bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&compared<&kShiftLeft>>("__lshift__.Tensor(Tensor self, Tensor other) -> Tensor",
                                  Where::kMethod),
      row<&compared_with<&kShiftLeft>>("__lshift__.Scalar(Tensor self, Scalar other) -> Tensor",
                                       Where::kMethod),
      row<&compared<&kShiftRight>>("__rshift__.Tensor(Tensor self, Tensor other) -> Tensor",
                                   Where::kMethod),
      row<&compared_with<&kShiftRight>>("__rshift__.Scalar(Tensor self, Scalar other) -> Tensor",
                                        Where::kMethod),
      row_in_place<&compared_in_place<Comparison{&kEq, "Eq"}>>(
          "eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kEq, "Eq"}>>(
          "eq_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared_in_place<Comparison{&kNe, "Ne"}>>(
          "ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kNe, "Ne"}>>(
          "ne_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared_in_place<Comparison{&kLt, "Lt"}>>(
          "lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kLt, "Lt"}>>(
          "lt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared_in_place<Comparison{&kLe, "Le"}>>(
          "le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kLe, "Le"}>>(
          "le_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared_in_place<Comparison{&kGt, "Gt"}>>(
          "gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kGt, "Gt"}>>(
          "gt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared_in_place<Comparison{&kGe, "Ge"}>>(
          "ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_in_place_with<Comparison{&kGe, "Ge"}>>(
          "ge_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared<&kLogicalAnd>>(
          "logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared<&kLogicalOr>>(
          "logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared<&kLogicalXor>>(
          "logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&logical_not>("logical_not_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&compared<&kBitwiseAnd>>(
          "bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_with<&kBitwiseAnd>>(
          "bitwise_and_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared<&kBitwiseOr>>(
          "bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_with<&kBitwiseOr>>(
          "bitwise_or_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&compared<&kBitwiseXor>>(
          "bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row_in_place<&compared_with<&kBitwiseXor>>(
          "bitwise_xor_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)"),
      row_in_place<&bitwise_not>("bitwise_not_(Tensor(a!) self) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
