#include "text/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "errors/error.hpp"
#include "maths/exact_product.hpp"
#include "tensor/rearranged.hpp"

namespace playground::text {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Tensor;

bool is_floating(DType dtype) { return dtype != DType::kInt64; }

// The dtype that a library gives to floating-point results of integers.
DType default_float(Library library) {
  return library == Library::kNumpy ? DType::kFloat64 : DType::kFloat32;
}

[[noreturn]] void fail_power(Library library) {
  const bool is_torch = library == Library::kTorch;
  const bool is_numpy = library == Library::kNumpy;
  errors::fail(Kind::kValue,
               "of powers only {0} and {1} are reproduced: others differ in the last bit from one "
               "machine to the next"_words,
               is_torch   ? "-2, -1, -0.5, 0, 0.5, 1, 2"
               : is_numpy ? "-1, 0, 0.5, 1"
                          : "0, 1",
               is_torch ? 3 : 2);
}

std::int64_t wrapped(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// at::native::powi. A base other than 1 and -1 to a negative power is 0.
std::int64_t integer_power(std::int64_t base, std::int64_t exponent) {
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

// A float32 is computed as a float64 and rounded, which for + - * / gives what float32 arithmetic
// gives; where it takes several steps, each is rounded.
// Source  Figueroa 1995, "When is double rounding innocuous?".
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

// A power that PyTorch and NumPy compute without pow().
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

// In two's complement, as every library computes with int64.
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

// What has a say in the dtype of a result: tensors with dimensions, then those without, then
// numbers. As TensorIterator has it, a lower one is heard only if it is floating and the higher one
// is not.
struct Typed {
  DType dtype;
  int say;  // 2, 1, 0
};

Typed typed(const Array& x) { return {x.tensor.dtype(), x.tensor.shape().rank() > 0 ? 2 : 1}; }
Typed typed(const Number& x, Library library) {
  return {x.whole ? DType::kInt64 : default_float(library), 0};
}

DType wider(DType a, DType b) {
  if (a == DType::kFloat64 || b == DType::kFloat64) return DType::kFloat64;
  return is_floating(a) ? a : b;
}

DType promoted(Typed a, Typed b, Library library) {
  if (a.say == b.say) {
    // NumPy has no float32 that holds an int64.
    const bool mixed = is_floating(a.dtype) != is_floating(b.dtype);
    return mixed && library == Library::kNumpy ? DType::kFloat64 : wider(a.dtype, b.dtype);
  }
  if (a.say < b.say) std::swap(a, b);
  if (is_floating(a.dtype) || !is_floating(b.dtype)) return a.dtype;
  return library == Library::kNumpy ? DType::kFloat64 : b.dtype;
}

// TensorFlow converts nothing by itself; and what JAX makes of integers is not reproduced here
// beyond what is exact.
void require_reproduced(Library library, Operator op, DType left, DType right) {
  if (library != Library::kTensorFlow) return;
  if (left == right && (is_floating(left) || op != Operator::kDivide)) return;
  errors::fail(Kind::kDType,
               "an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a "
               "point, or write dtype=tf.float32"_words);
}

Tensor converted(Tensor x, DType dtype) { return x.dtype() == dtype ? std::move(x) : to(x, dtype); }

void require_divisors(Operator op, const Tensor& divisors, Library library) {
  const bool divides = op == Operator::kFloorDivide || op == Operator::kRemainder;
  if (!divides || is_floating(divisors.dtype())) return;
  const auto values = divisors.values<std::int64_t>();
  if (std::ranges::find(values, 0) == values.end()) return;
  if (library == Library::kTorch) errors::fail(Kind::kValue, "ZeroDivisionError"_words);
  errors::fail(Kind::kValue, "division by zero"_words);
}

void require_exact(Operator op, DType dtype) {
  if (op != Operator::kPower || dtype == DType::kInt64) return;
  errors::fail(Kind::kValue,
               "the exponent of '**' must be one number: other powers are not reproduced"_words);
}

// Each element of the left with that of the right; one of them may be a scalar. The result takes
// the place of the larger.
Tensor elementwise(Tensor left, Operator op, Tensor right, Library library) {
  const bool is_float32 = left.dtype() == DType::kFloat32;
  if (left.size() == 0) return left;
  const bool into_right = left.size() < right.size();
  Tensor& into = into_right ? right : left;
  const std::size_t left_step = left.size() == into.size() ? 1 : 0;
  const std::size_t right_step = right.size() == into.size() ? 1 : 0;
  tensor::with_type(left.dtype(), [&]<class T>(T) {
    const T* a = left.values<T>().data();
    const T* b = right.values<T>().data();
    for (T& element : into.values<T>()) {
      if constexpr (std::is_floating_point_v<T>) {
        element = static_cast<T>(computed(op, *a, *b, is_float32, library));
      } else {
        element = computed(op, *a, *b);
      }
      a += left_step;
      b += right_step;
    }
  });
  return std::move(into);
}

// The dtype in which `op` is computed.
DType computed_in(Operator op, DType dtype, Library library) {
  return op == Operator::kDivide && !is_floating(dtype) ? default_float(library) : dtype;
}

// A number as PyTorch makes a tensor of it, rounded to the dtype.
Tensor scalar(const Number& number, DType dtype) {
  Tensor x(tensor::Shape(), dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    x.values<T>()[0] = number.whole ? static_cast<T>(*number.whole) : static_cast<T>(number.value);
  });
  return x;
}

void require_no_bool(const Number& number, Operator op, Library library) {
  if (!number.is_bool || op != Operator::kSubtract || library != Library::kTorch) return;
  errors::fail(Kind::kValue,
               "Subtraction, the `-` operator, with a bool tensor is not supported. If you are "
               "trying to invert a mask, use the `~` or `logical_not()` operator instead."_words);
}

Array powered(Array x, const Number& exponent) {
  const DType dtype = promoted(typed(x), typed(exponent, x.library), x.library);
  const bool was_int64 = !is_floating(x.tensor.dtype());
  if (dtype == DType::kInt64) {
    if (*exponent.whole < 0) {
      errors::fail(Kind::kValue, "Integers to negative integer powers are not allowed."_words);
    }
    for (std::int64_t& value : x.tensor.values<std::int64_t>()) {
      value = integer_power(value, *exponent.whole);
    }
    return x;
  }
  // NumPy computes powers of what it has converted by pow().
  if (was_int64 && x.library != Library::kTorch) fail_power(x.library);
  const bool is_float32 = dtype == DType::kFloat32;
  if (!simple_power(1, exponent.value, is_float32, x.library)) fail_power(x.library);
  x.tensor = converted(std::move(x.tensor), dtype);
  x.tensor = elementwise(std::move(x.tensor), Operator::kPower, scalar(exponent, dtype), x.library);
  return x;
}

Array applied(Array x, Operator op, const Number& number) {
  const Library library = x.library;
  if (op == Operator::kPower) return powered(std::move(x), number);
  require_no_bool(number, op, library);
  const Typed right = typed(number, library);
  const DType own = x.tensor.dtype();
  require_reproduced(library, op, own, is_floating(own) ? own : right.dtype);
  const DType dtype = computed_in(op, promoted(typed(x), right, library), library);
  Tensor other = scalar(number, dtype);
  require_divisors(op, other, library);
  x.tensor = elementwise(converted(std::move(x.tensor), dtype), op, std::move(other), library);
  return x;
}

Array applied(const Number& number, Operator op, Array x) {
  const Library library = x.library;
  require_no_bool(number, op, library);
  const Typed left = typed(number, library);
  const DType own = x.tensor.dtype();
  require_reproduced(library, op, is_floating(own) ? own : left.dtype, own);
  if (op == Operator::kDivide && library == Library::kTorch) {
    const Number minus_one{-1, {}, true};
    return applied(powered(std::move(x), minus_one), Operator::kMultiply, number);
  }
  const DType dtype = computed_in(op, promoted(left, typed(x), library), library);
  require_exact(op, dtype);
  x.tensor = converted(std::move(x.tensor), dtype);
  require_divisors(op, x.tensor, library);
  if (x.tensor.size() == 0) return x;
  const tensor::Shape shape = x.tensor.shape();
  x.tensor = elementwise(scalar(number, dtype), op, std::move(x.tensor), library).reshaped(shape);
  return x;
}

Array applied(Array left, Operator op, Array right) {
  const Library library = left.library;
  require_reproduced(library, op, left.tensor.dtype(), right.tensor.dtype());
  const DType dtype = computed_in(op, promoted(typed(left), typed(right), library), library);
  require_exact(op, dtype);
  if (left.tensor.shape() != right.tensor.shape()) {
    const auto shape = broadcast_shape(left.tensor.shape(), right.tensor.shape());
    if (left.tensor.shape() != shape) left.tensor = broadcast(left.tensor, shape);
    if (right.tensor.shape() != shape) right.tensor = broadcast(right.tensor, shape);
  }
  left.tensor = converted(std::move(left.tensor), dtype);
  right.tensor = converted(std::move(right.tensor), dtype);
  require_divisors(op, right.tensor, library);
  left.tensor = elementwise(std::move(left.tensor), op, std::move(right.tensor), library);
  return left;
}

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

}  // namespace

void with_floats(Tensor& x, double (*function)(double, double, double), double a, double b) {
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    if constexpr (std::is_floating_point_v<T>) {
      for (T& value : x.values<T>()) value = static_cast<T>(function(value, a, b));
    }
  });
}

Value negated(Value x) {
  if (auto* array = std::get_if<Array>(&x)) {
    with_floats(array->tensor, [](double value, double, double) { return -value; });
    if (array->tensor.dtype() == DType::kInt64) {
      for (std::int64_t& value : array->tensor.values<std::int64_t>()) {
        value = wrapped(0 - static_cast<std::uint64_t>(value));
      }
    }
    return x;
  }
  Number& number = std::get<Number>(x);
  number.value = -number.value;
  if (number.whole) number.whole = applied_exactly(0, Operator::kSubtract, *number.whole);
  return x;
}

Value combined(Value left, Operator op, Value right) {
  return std::visit(
      [&](auto& a, auto& b) -> Value { return applied(std::move(a), op, std::move(b)); }, left,
      right);
}

}  // namespace playground::text
