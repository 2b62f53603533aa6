#include "ops/number.hpp"

#include <cmath>
#include <limits>

#include "errors/error.hpp"
#include "maths/exact_product.hpp"

namespace playground::ops {
namespace {

using errors::Kind;

std::optional<std::int64_t> applied_exactly(std::int64_t left, Operator op, std::int64_t right) {
  std::int64_t result = 0;
  switch (op) {
    case Operator::kAdd:
      if (__builtin_add_overflow(left, right, &result)) return {};
      return result;
    case Operator::kSubtract:
      if (__builtin_sub_overflow(left, right, &result)) return {};
      return result;
    case Operator::kMultiply:
      if (__builtin_mul_overflow(left, right, &result)) return {};
      return result;
    case Operator::kPower: {
      constexpr std::int64_t kHighest = 63;  // beyond it, all numbers but 0, 1 and -1 overflow
      if (right < 0 || right > kHighest) return {};
      result = 1;
      for (; right > 0; --right) {
        if (__builtin_mul_overflow(result, left, &result)) return {};
      }
      return result;
    }
    case Operator::kFloorDivide:
    case Operator::kRemainder:
      if (left == std::numeric_limits<std::int64_t>::min() && right == -1) return {};
      return computed(op, left, right);
    case Operator::kDivide:
      break;
  }
  return {};
}

// A power of floating numbers that is exact, or a root that is, and therefore the same everywhere.
std::optional<double> exact_power(double base, double exponent) {
  if (exponent == 0.5) {
    const double root = std::sqrt(base);
    const auto [square, error] = maths::exact_product(root, root);
    return square == base && error == 0 && root > 0 ? std::optional(root) : std::nullopt;
  }
  constexpr double kHighest = 63;
  if (exponent != std::trunc(exponent) || std::abs(exponent) > kHighest) return {};
  double result = 1;
  for (int left = static_cast<int>(std::abs(exponent)); left > 0; --left) {
    const auto [product, error] = maths::exact_product(result, base);
    if (error != 0 || !std::isfinite(product)) return {};
    result = product;
  }
  // Of an exact number the quotient is rounded once, as pow() rounds but for the rarest of cases.
  return exponent < 0 ? 1 / result : result;
}

}  // namespace

Number applied(const Number& left, Operator op, const Number& right) {
  const bool divides =
      op == Operator::kDivide || op == Operator::kFloorDivide || op == Operator::kRemainder;
  if (divides && right.value == 0) errors::fail(Kind::kValue, "division by zero"_words);
  const bool whole = left.whole && right.whole && op != Operator::kDivide;
  const auto exact = whole ? applied_exactly(*left.whole, op, *right.whole) : std::nullopt;
  if (exact) return {static_cast<double>(*exact), exact, false};
  if (op == Operator::kPower) {
    const bool overflows = whole && right.value > 0;
    const auto power = overflows ? std::nullopt : exact_power(left.value, right.value);
    if (power) return {*power, {}, true};
    errors::fail(Kind::kValue, "of powers of numbers only exact ones are reproduced"_words);
  }
  return {computed(op, left.value, right.value, false, Library::kNumpy), {}, true};
}

Number negated(Number number) {
  number.value = -number.value;
  if (number.whole) number.whole = applied_exactly(0, Operator::kSubtract, *number.whole);
  return number;
}

}  // namespace playground::ops
