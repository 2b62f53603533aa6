#include "maths/gamma.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace playground::maths {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

double digamma(double x) noexcept {
  if (x == 0) return std::copysign(kInfinity, -x);
  double result = 0;
  if (x < 0) {
    if (x == std::trunc(x)) return kNan;
    // By the reflection of 1 - x.
    double whole = 0;
    const double part = std::modf(x, &whole);
    result = -std::numbers::pi / std::tan(std::numbers::pi * part);
    x = 1 - x;
  }
  for (; x < 10; x += 1) result -= 1 / x;
  if (x == 10) return result + 2.25175258906672110764;
  constexpr std::array kCoefficients{8.33333333333333333333e-2, -2.10927960927960927961e-2,
                                     7.57575757575757575758e-3, -4.16666666666666666667e-3,
                                     3.96825396825396825397e-3, -8.33333333333333333333e-3,
                                     8.33333333333333333333e-2};
  const double z = 1 / (x * x);
  double sum = 0;
  for (const double coefficient : kCoefficients) sum = sum * z + coefficient;
  return result + std::log(x) - 0.5 / x - z * sum;
}

double trigamma(double x) noexcept {
  double sign = 1;
  double result = 0;
  if (x < 0.5) {
    sign = -1;
    const double sine = std::sin(std::numbers::pi * x);
    result -= std::numbers::pi * std::numbers::pi / (sine * sine);
    x = 1 - x;
  }
  for (int i = 0; i < 6; ++i, x += 1) result += 1 / (x * x);
  const double z = 1 / (x * x);
  result += (1 + 1 / (2 * x) + z * (1.0 / 6 - z * (1.0 / 30 - z * (1.0 / 42)))) / x;
  return sign * result;
}

double polygamma(double n, double x) noexcept {
  const double sign = std::fmod(n, 2) == 0 ? -1 : 1;
  return sign * std::exp(std::lgamma(n + 1)) * hurwitz_zeta(n + 1, x);
}

double hurwitz_zeta(double x, double q) noexcept {
  constexpr double kPrecision = std::numeric_limits<double>::epsilon() / 2;
  // (2k)! / B2k
  constexpr std::array kCoefficients{12.0,
                                     -720.0,
                                     30240.0,
                                     -1209600.0,
                                     47900160.0,
                                     -1.8924375803183791606e9,
                                     7.47242496e10,
                                     -2.950130727918164224e12,
                                     1.1646782814350067249e14,
                                     -4.5979787224074726105e15,
                                     1.8152105401943546773e17,
                                     -7.1661652561756670113e18};
  if (x == 1) return kInfinity;
  if (x < 1) return kNan;
  if (q <= 0) {
    if (q == std::floor(q)) return kInfinity;
    if (x != std::floor(x)) return kNan;
  }
  double sum = std::pow(q, -x);
  double a = q;
  double term = 0;
  for (int i = 0; i < 9 || a <= 9; ++i) {
    a += 1;
    term = std::pow(a, -x);
    sum += term;
    if (-kPrecision * sum < term && term < kPrecision * sum) return sum;
  }
  const double last = a;
  sum += term * last / (x - 1) - 0.5 * term;
  double factor = 1;
  double k = 0;
  for (const double coefficient : kCoefficients) {
    factor *= x + k;
    term /= last;
    const double part = factor * term / coefficient;
    sum += part;
    if (std::abs(part / sum) < kPrecision) return sum;
    k += 1;
    factor *= x + k;
    term /= last;
    k += 1;
  }
  return sum;
}

}  // namespace playground::maths
