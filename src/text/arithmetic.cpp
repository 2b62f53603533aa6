#include "text/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "errors/error.hpp"

namespace playground::text {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Tensor;

void require_floating(const Tensor& x) {
  if (x.dtype() == DType::kInt64) {
    errors::fail(Kind::kDType,
                 "an int64 tensor has no arithmetic here; give its numbers a point, or write "
                 "dtype=torch.float32"_words);
  }
}

// Calls `use` with the elements of a tensor that is not int64.
template <class Use>
void with_elements(Tensor& x, Use use) {
  require_floating(x);
  if (x.dtype() == DType::kFloat32) {
    use(x.values<float>());
  } else {
    use(x.values<double>());
  }
}

template <class T>
T rounded(const Number& number) {
  return number.whole ? static_cast<T>(*number.whole) : static_cast<T>(number.value);
}

// Calls `use` with the function of two numbers of one type.
template <class Use>
void with_function(Operator op, Use use) {
  switch (op) {
    case Operator::kAdd:
      return use([](auto a, auto b) { return a + b; });
    case Operator::kSubtract:
      return use([](auto a, auto b) { return a - b; });
    case Operator::kMultiply:
      return use([](auto a, auto b) { return a * b; });
    case Operator::kDivide:
      return use([](auto a, auto b) { return a / b; });
    case Operator::kPower:
      errors::fail(
          Kind::kValue,
          "the exponent of '**' must be one number: other powers are not reproduced"_words);
  }
}

// Computes powers that PyTorch and NumPy compute without pow(). Returns whether this is such a
// power.
template <class T>
bool raise_to_power(std::span<T> values, double exponent, Library library) {
  const auto each = [&](auto power) {
    std::ranges::transform(values, values.begin(), power);
    return true;
  };
  const T one = 1;
  if (exponent == 0) return each([&](T) { return one; });
  if (exponent == 1) return true;
  if (exponent == 2) return each([](T x) { return x * x; });
  if (exponent == 0.5) return each([](T x) { return std::sqrt(x); });
  if (exponent == -1) return each([&](T x) { return one / x; });
  if (library == Library::kNumpy) return false;
  if (exponent == 3) return each([](T x) { return x * x * x; });
  if (exponent == -2) return each([&](T x) { return one / (x * x); });
  if (exponent == -0.5) return each([&](T x) { return one / std::sqrt(x); });
  return false;
}

void raise_to_power(Array& x, double exponent) {
  with_elements(x.tensor, [&](auto values) {
    if (raise_to_power(values, exponent, x.library)) return;
    const bool is_torch = x.library == Library::kTorch;
    errors::fail(
        Kind::kValue,
        "of powers only {0} and {1} are reproduced: others differ in the last bit from one "
        "machine to the next"_words,
        is_torch ? "-2, -1, -0.5, 0, 0.5, 1, 2" : "-1, 0, 0.5, 1", is_torch ? 3 : 2);
  });
}

Array applied(Array x, Operator op, const Number& number) {
  if (op == Operator::kPower) {
    raise_to_power(x, number.value);
    return x;
  }
  with_elements(x.tensor, [&](auto values) {
    using T = std::remove_cvref_t<decltype(values[0])>;
    const T right = rounded<T>(number);
    with_function(op, [&](auto function) {
      std::ranges::transform(values, values.begin(), [&](T left) { return function(left, right); });
    });
  });
  return x;
}

Array applied(const Number& number, Operator op, Array x) {
  if (op == Operator::kDivide && x.library == Library::kTorch) {
    raise_to_power(x, -1);
    return applied(std::move(x), Operator::kMultiply, number);
  }
  with_elements(x.tensor, [&](auto values) {
    using T = std::remove_cvref_t<decltype(values[0])>;
    const T left = rounded<T>(number);
    with_function(op, [&](auto function) {
      std::ranges::transform(values, values.begin(),
                             [&](T right) { return function(left, right); });
    });
  });
  return x;
}

Array applied(Array left, Operator op, Array right) {
  require_floating(left.tensor);
  require_floating(right.tensor);
  if (left.tensor.shape() != right.tensor.shape()) {
    errors::fail(Kind::kValue, "the shapes must be equal, but are {0} and {1}"_words,
                 std::span(left.tensor.shape().extents()),
                 std::span(right.tensor.shape().extents()));
  }
  if (left.tensor.dtype() != right.tensor.dtype()) {
    left.tensor = to(left.tensor, DType::kFloat64);
    right.tensor = to(right.tensor, DType::kFloat64);
  }
  with_elements(left.tensor, [&](auto values) {
    using T = std::remove_cvref_t<decltype(values[0])>;
    with_function(op, [&](auto function) {
      std::ranges::transform(values, right.tensor.values<T>(), values.begin(), function);
    });
  });
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
    case Operator::kDivide:
      break;
  }
  return {};
}

Number applied(const Number& left, Operator op, const Number& right) {
  const bool whole = left.whole && right.whole && op != Operator::kDivide;
  const auto exact = whole ? applied_exactly(*left.whole, op, *right.whole) : std::nullopt;
  if (exact) return {static_cast<double>(*exact), exact, false};
  if (op == Operator::kPower) {
    errors::fail(Kind::kValue, "a power of numbers must be an int64, and both of them whole"_words);
  }
  if (op == Operator::kDivide && right.value == 0) {
    errors::fail(Kind::kValue, "division by zero"_words);
  }
  Number result{0, {}, true};
  with_function(op, [&](auto function) { result.value = function(left.value, right.value); });
  return result;
}

}  // namespace

Value negated(Value x) {
  if (auto* array = std::get_if<Array>(&x)) {
    with_elements(array->tensor, [](auto values) {
      std::ranges::transform(values, values.begin(), [](auto v) { return -v; });
    });
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
