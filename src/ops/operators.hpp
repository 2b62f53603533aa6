// The operators of Python on single numbers: what each library computes of two elements, bit for
// bit.
#pragma once

#include <cstdint>
#include <optional>

namespace playground::ops {

/// Whose rules hold for a tensor. PyTorch computes 3 / x as 3 * (1 / x), rounding twice; the others
/// divide. Only NumPy has float64 where nobody asks for it.
enum class Library : std::uint8_t { kTorch, kNumpy, kJax, kTensorFlow };

enum class Operator : std::uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kFloorDivide,
  kRemainder,
  kPower
};

/// The result before it is rounded to the dtype, and for a float32 of several steps with each
/// rounded. Of powers only those that simple_power() knows.
///
/// A float32 is computed as a float64 and rounded, which for + - * / gives what float32 arithmetic
/// gives.
/// Source  Figueroa 1995, "When is double rounding innocuous?";
///         aten/src/ATen/native/cpu/BinaryOpsKernel.cpp.
double computed(Operator op, double a, double b, bool is_float32, Library library);

/// In two's complement, as every library computes with int64. Integers are converted before they
/// are divided by kDivide, and b must not be 0 for the other divisions.
std::int64_t computed(Operator op, std::int64_t a, std::int64_t b);

/// at::native::powi. A base other than 1 and -1 to a negative power is 0.
std::int64_t integer_power(std::int64_t base, std::int64_t exponent) noexcept;

/// A power that PyTorch and NumPy compute without pow(), whose last bit differs from one machine to
/// the next.
std::optional<double> simple_power(double x, double exponent, bool is_float32, Library library);

}  // namespace playground::ops
