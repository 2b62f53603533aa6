// The product of two float64 numbers without an error: what it is rounded to, and the rest.
#pragma once

namespace playground::maths {

struct ExactProduct {
  double rounded;
  double error;  // a * b - rounded, exactly
};

/// Exact unless a or b is so large that splitting it overflows, or the error so small that it is
/// no float64.
///
/// Source  Dekker 1971, "A floating-point technique for extending the available precision".
constexpr ExactProduct exact_product(double a, double b) noexcept {
  constexpr double kSplit = 0x1p27 + 1;
  const double a_high = a * kSplit - (a * kSplit - a);
  const double b_high = b * kSplit - (b * kSplit - b);
  const double a_low = a - a_high;
  const double b_low = b - b_high;
  const double rounded = a * b;
  return {rounded, ((a_high * b_high - rounded) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

}  // namespace playground::maths
