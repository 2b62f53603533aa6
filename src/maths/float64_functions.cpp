#include "maths/float64_functions.hpp"

#include <cmath>
#include <numbers>
#include <utility>

#include "maths/exact_product.hpp"

namespace playground::maths {
namespace {

// x + rest for a rest far below x, in [-pi / 4, pi / 4].
double sine(double x, double rest) noexcept {
  const double z = x * x;
  const double w = z * z;
  const double r = 8.33333333332248946124e-03 +
                   z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06) +
                   z * w * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);
  const double v = z * x;
  return x - ((z * (0.5 * rest - v * r) - rest) - v * -1.66666666666666324348e-01);
}

double cosine(double x, double rest) noexcept {
  const double z = x * x;
  const double w = z * z;
  const double r = z * (4.16666666666666019037e-02 +
                        z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05)) +
                   w * w *
                       (-2.75573143513906633035e-07 +
                        z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11));
  const double half = 0.5 * z;
  const double near = 1 - half;
  return near + (((1 - near) - half) + (z * r - x * rest));
}

}  // namespace

double log64(double x) noexcept {
  // x = m * 2^e with m in [sqrt(1/2), sqrt(2)), and log m = 2 atanh(s) with s = (m - 1) / (m + 1).
  int e = 0;
  double m = std::frexp(x, &e);
  if (m < std::numbers::sqrt2 / 2) {
    m *= 2;
    --e;
  }
  const double above = m - 1;
  const double below = m + 1;
  const double s = above / below;
  const auto [product, error] = maths::exact_product(s, below);
  const double s_rest = ((above - product) - error - s * (m - (below - 1))) / below;

  // The series without its first term, 2s. Terms after these are too small to matter.
  const double z = s * s;
  double series = 0;
  for (int divisor = 25; divisor > 1; divisor -= 2) series = series * z + 2.0 / divisor;
  const double tail = 2 * s_rest + series * z * s;

  constexpr double kLn2High = 0x1.62e42feep-1;  // e times it is exact
  constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
  const double whole = e * kLn2High;
  const double sum = whole + 2 * s;
  const double lost = e == 0 ? 0 : 2 * s - (sum - whole);
  return sum + (lost + (e * kLn2Low + tail));
}

SineAndCosine<double> sincos64(double x) noexcept {
  // Subtracts the nearest whole number of quarter turns, with pi / 2 in three parts.
  constexpr double kFirst = 0x1.921fb544p+0;
  constexpr double kSecond = 0x1.0b4611a6p-34;
  constexpr double kThird = 0x1.3198a2e037073p-69;
  const int quarter = static_cast<int>(x * (2 * std::numbers::inv_pi) + 0.5);
  const double first = x - quarter * kFirst;
  const double second = first - quarter * kSecond;
  const double third = quarter * kThird - ((first - second) - quarter * kSecond);
  const double y = second - third;
  const double rest = (second - y) - third;

  SineAndCosine<double> result{sine(y, rest), cosine(y, rest)};
  if (quarter % 2 != 0) result = {result.cosine, -result.sine};
  if (quarter % 4 >= 2) result = {-result.sine, -result.cosine};
  return result;
}

}  // namespace playground::maths
