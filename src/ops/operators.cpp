#include "ops/operators.hpp"

#include <cmath>

namespace playground::ops {
namespace {

std::int64_t wrapped(std::uint64_t number) { return static_cast<std::int64_t>(number); }

double rounded(double value, bool is_float32) {
  return is_float32 ? static_cast<double>(static_cast<float>(value)) : value;
}

double floored_quotient(double a, double b, bool is_float32) {
  if (b == 0) return a / b;
  const double rest = std::fmod(a, b);
  double quotient = rounded(rounded(a - rest, is_float32) / b, is_float32);
  if (rest != 0 && (b < 0) != (rest < 0)) quotient = rounded(quotient - 1, is_float32);
  if (quotient == 0) return std::copysign(0.0, a / b);
  const double floor = std::floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

}  // namespace

std::int64_t integer_power(std::int64_t base, std::int64_t exponent) noexcept {
  if (exponent < 0) {
    if (base == 1) return 1;
    if (base == -1) return exponent % 2 == 0 ? 1 : -1;
    return 0;
  }
  std::uint64_t result = 1;
  auto square = static_cast<std::uint64_t>(base);
  for (auto left = static_cast<std::uint64_t>(exponent); left > 0; left /= 2) {
    if (left % 2 == 1) result *= square;
    square *= square;
  }
  return static_cast<std::int64_t>(result);
}

std::optional<double> simple_power(double x, double exponent, bool is_float32, Library library) {
  if (exponent == 0) return 1;
  if (exponent == 1) return x;
  const double square = rounded(x * x, is_float32);
  if (exponent == 2) return square;
  if (library == Library::kJax || library == Library::kTensorFlow) return {};
  if (exponent == 0.5) return std::sqrt(x);
  if (exponent == -1) return 1 / x;
  if (library != Library::kTorch) return {};
  if (exponent == 3) return square * x;
  if (exponent == -2) return 1 / square;
  if (exponent == -0.5) return 1 / rounded(std::sqrt(x), is_float32);
  return {};
}

double computed(Operator op, double a, double b, bool is_float32, Library library) {
  switch (op) {
    case Operator::kAdd:
      return a + b;
    case Operator::kSubtract:
      return a - b;
    case Operator::kMultiply:
      return a * b;
    case Operator::kDivide:
      return a / b;
    case Operator::kFloorDivide:
      return floored_quotient(a, b, is_float32);
    case Operator::kRemainder: {
      const double rest = std::fmod(a, b);
      // NumPy and Python give a zero the sign of the divisor.
      if (rest == 0) return library == Library::kNumpy ? std::copysign(rest, b) : rest;
      return (b < 0) != (rest < 0) ? rest + b : rest;
    }
    case Operator::kPower:
      break;
  }
  return *simple_power(a, b, is_float32, library);  // others are refused before
}

std::int64_t computed(Operator op, std::int64_t a, std::int64_t b) {
  const auto x = static_cast<std::uint64_t>(a);
  const auto y = static_cast<std::uint64_t>(b);
  switch (op) {
    case Operator::kAdd:
      return wrapped(x + y);
    case Operator::kSubtract:
      return wrapped(x - y);
    case Operator::kMultiply:
      return wrapped(x * y);
    case Operator::kFloorDivide:
      if (b == -1) return wrapped(0 - x);  // the quotient of the smallest int64 would be none
      return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
    case Operator::kRemainder: {
      if (b == -1) return 0;
      const std::int64_t rest = a % b;
      return rest != 0 && (b < 0) != (rest < 0) ? rest + b : rest;
    }
    case Operator::kPower:
      return integer_power(a, b);
    case Operator::kDivide:
      break;
  }
  return 0;  // integers are converted before they are divided
}

}  // namespace playground::ops
