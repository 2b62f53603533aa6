// Powers, and logarithms of sums and products.
#include <cmath>
#include <cstdint>
#include <limits>

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

Variable plus_one(const Variable& x) { return add(x, Scalar(1)); }

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

Variable xlogy_named(const Variable& self, const Variable& other, const char* node) {
  const DType dtype = floating_result_type({self, other});
  const Variable a = to_dtype(self.detach(), dtype);
  const Variable b = to_dtype(other.detach(), dtype);
  const Variable zero = of_number(0, self.device());
  const Variable product = where(eq(a, zero), zero, mul(a, log(b)));
  Variable y = where(isnan(b), b, product);
  record(y, node, {self, other}, {Saved(self), Saved(other)}, [](Backward& back) {
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

Variable xlogy(const Variable& self, const Variable& other) {
  return xlogy_named(self, other, "XlogyBackward0");
}
Variable xlogy_of_scalar(const Scalar& self, const Variable& other) {
  return xlogy_named(of_number(self, other.device()), other, "XlogyBackward1");
}
Variable xlogy_scalar(const Variable& self, const Scalar& other) {
  return xlogy_named(self, of_number(other, self.device()), "XlogyBackward2");
}

// Whose result must have the dtype of self.
Variable pow_in_place(const Variable& self, const Scalar& exponent) {
  Variable y = pow(self, exponent);
  if (y.dtype() == self.dtype()) return y;
  errors::raise("Found dtype {} but expected {}", scalar_type_name(self.dtype()),
                scalar_type_name(y.dtype()));
}

}  // namespace

Variable pow(const Variable& self, const Scalar& exponent) {
  Variable y = power(self, exponent);
  record(y, "PowBackward0", {self}, {Saved(self)}, [exponent](Backward& b) {
    if (exponent.number == 0) return b.give(0, zeros_like(b.grad()));
    // The least of all whole numbers has none below it.
    const bool is_whole =
        !exponent.is_floating() && exponent.integer != std::numeric_limits<std::int64_t>::min();
    const Scalar less = is_whole ? Scalar(exponent.integer - 1) : Scalar(exponent.number - 1);
    b.give(0, mul(b.grad(), mul(pow(b.saved(0), less), exponent)));
  });
  return y;
}

Variable pow(const Variable& self, const Variable& exponent) { return pow_tensors(self, exponent); }

std::span<const Row> power_rows() {
  using TensorAndScalar = Variable (*)(const Variable&, const Scalar&);
  constexpr TensorAndScalar kPow = &pow;
  static constexpr Row kRows[] = {
      row<&pow_tensors>("pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor"),
      row<kPow>("pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor"),
      row<&pow_of_scalar>("pow.Scalar(Scalar self, Tensor exponent) -> Tensor", Where::kFunction),
      row_in_place<&pow_tensors>("pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)"),
      row_in_place<&pow_in_place>("pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)"),
      row<&float_power>("float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor"),
      row<&float_power_scalar>("float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor"),
      row<&float_power_of_scalar>("float_power.Scalar(Scalar self, Tensor exponent) -> Tensor",
                                  Where::kFunction),
      row<&square>("square(Tensor self) -> Tensor"),
      row_in_place<&square>("square_(Tensor(a!) self) -> Tensor(a!)"),
      row<&logaddexp>("logaddexp(Tensor self, Tensor other) -> Tensor"),
      row<&xlogy>("xlogy.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&xlogy_scalar>("xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor"),
      row<&xlogy_of_scalar>("xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor",
                            Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
