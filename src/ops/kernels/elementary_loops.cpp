// The loops of elementary functions: exp, log, sqrt, sin, erf and their kin.
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "maths/gamma.hpp"
#include "ops/kernels/elementary.hpp"
#include "ops/kernels/loop_of.hpp"
#include "ops/operators.hpp"

namespace playground::ops::loops {
namespace {

constexpr auto kSignOfInteger = [](std::int64_t v) { return std::int64_t{v > 0} - (v < 0); };
constexpr auto kWrappedNegative = [](std::int64_t v) {
  return static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(v));
};
constexpr auto kMagnitude = [](std::int64_t v) { return v < 0 ? kWrappedNegative(v) : v; };
constexpr auto kSame = [](std::int64_t v) { return v; };

// Source  at::native::calc_erfinv: rational approximations, then two steps of Newton-Raphson.
constexpr auto kInverseErrorFunction = [](double y) {
  constexpr double kCentral = 0.7;
  double x = 0;
  if (!(std::abs(y) < 1)) {
    if (std::abs(y) == 1) return std::copysign(std::numeric_limits<double>::infinity(), y);
    return std::numeric_limits<double>::quiet_NaN();
  }
  if (std::abs(y) <= kCentral) {
    const double z = y * y;
    const double num = ((-0.140543331 * z + 0.914624893) * z - 1.645349621) * z + 0.886226899;
    const double dem =
        (((0.012229801 * z - 0.329097515) * z + 1.442710462) * z - 2.118377725) * z + 1;
    x = y * num / dem;
  } else {
    const double z = std::sqrt(-std::log((1 - std::abs(y)) / 2));
    const double num = ((1.641345311 * z + 3.429567803) * z - 1.624906493) * z - 1.970840454;
    const double dem = (1.637067800 * z + 3.543889200) * z + 1;
    x = std::copysign(num / dem, y);
  }
  for (int step = 0; step < 2; ++step) {
    x -= (std::erf(x) - y) / (2 * std::numbers::inv_sqrtpi * std::exp(-x * x));
  }
  return x;
};

// Whether an element is rounded as a float32 or a float64 at each step.
template <class T>
void round_to_decimals(const Run& run) {
  const auto x = run.in<T>(0);
  const auto y = run.out<T>();
  const double decimals = run.numbers[0];
  const T power = static_cast<T>(std::pow(10, std::abs(decimals)));
  for (std::size_t i = 0; i < y.size(); ++i) {
    y[i] =
        decimals < 0 ? std::nearbyint(x[i] / power) * power : std::nearbyint(x[i] * power) / power;
  }
}

template <class T>
void pow_number(const Run& run) {
  const double exponent = run.numbers[0];
  const bool is_simple = exponent == 0.5 || exponent == -0.5 ||
                         (std::abs(exponent) <= 3 && exponent != -3 &&
                          exponent == std::trunc(exponent) && exponent != 0);
  if (sizeof(T) == 4 || is_simple) return pow<T>(run.in<T>(0), exponent, run.out<T>());
  const auto x = run.in<T>(0);
  const auto y = run.out<T>();
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = std::pow(x[i], static_cast<T>(exponent));
}

template <class T>
void nan_to_num(const Run& run) {
  const auto x = run.in<T>(0);
  const auto y = run.out<T>();
  for (std::size_t i = 0; i < y.size(); ++i) {
    const T v = x[i];
    y[i] = std::isnan(v)   ? static_cast<T>(run.numbers[0])
           : std::isinf(v) ? static_cast<T>(run.numbers[v > 0 ? 1 : 2])
                           : v;
  }
}

template <class T>
void derivative_of_digamma(const Run& run) {
  const auto x = run.in<T>(0);
  const auto y = run.out<T>();
  for (std::size_t i = 0; i < y.size(); ++i) {
    y[i] = static_cast<T>(maths::polygamma(run.numbers[0], x[i]));
  }
}

template <class T>
void pow_of_two(const Run& run) {
  if constexpr (sizeof(T) == 4) {
    pow<T>(run.in<T>(0), run.in<T>(1), run.out<T>());
  } else {
    loop_of_numbers<T, [](T a, T b) { return std::pow(a, b); }>(run);
  }
}

constexpr auto kIntegerPower = [](std::int64_t a, std::int64_t b) { return integer_power(a, b); };

}  // namespace

const Loops kNeg{"neg_cpu", &loop_of_one<float, &neg<float>>, &loop_of_one<double, &neg<double>>,
                 in_int64<kWrappedNegative>()};
const Loops kAbs = Loops{"abs_cpu", &loop_of_one<float, &abs<float>>,
                         &loop_of_one<double, &abs<double>>, in_int64<kMagnitude>()}
                       .without_bool();
// 0 of nan.
const Loops kSign = in_lanes<[]<class V>(V v) {
  const V zero = maths::constant<V>(0);
  return maths::pick<V>(v > zero, maths::constant<V>(1),
                        maths::pick<V>(v < zero, maths::constant<V>(-1), zero));
}>("sign_cpu", in_int64<kSignOfInteger>());
const Loops kExp{"exp_vml_cpu", &loop_of_one<float, &exp<float>>,
                 &loop_of_one<double, &exp<double>>};
const Loops kExpm1{"expm1_vml_cpu", &loop_of_one<float, &expm1<float>>,
                   &loop_of_one<double, &expm1<double>>};
const Loops kLog{"log_vml_cpu", &loop_of_one<float, &log<float>>,
                 &loop_of_one<double, &log<double>>};
const Loops kLog1p{"log1p_vml_cpu", &loop_of_one<float, &log1p<float>>,
                   &loop_of_one<double, &log1p<double>>};
const Loops kSqrt{"sqrt_vml_cpu", &loop_of_one<float, &sqrt<float>>,
                  &loop_of_one<double, &sqrt<double>>};
const Loops kRsqrt{"rsqrt_cpu", &loop_of_one<float, &rsqrt<float>>,
                   &loop_of_one<double, &rsqrt<double>>};
const Loops kReciprocal{"reciprocal_cpu", &loop_of_one<float, &reciprocal<float>>,
                        &loop_of_one<double, &reciprocal<double>>};
const Loops kSin{"sin_vml_cpu", &loop_of_one<float, &sin<float>>,
                 &loop_of_one<double, &sin<double>>};
const Loops kCos{"cos_vml_cpu", &loop_of_one<float, &cos<float>>,
                 &loop_of_one<double, &cos<double>>};
const Loops kErf{"erf_vml_cpu", &loop_of_one<float, &erf<float>>,
                 &loop_of_one<double, &erf<double>>};

const Loops kLog2 = in_double<[](double v) { return std::log2(v); }>("log2_vml_cpu");
const Loops kLog10 = in_double<[](double v) { return std::log10(v); }>("log10_vml_cpu");
const Loops kExp2 = in_double<[](double v) { return std::exp2(v); }>("exp2");
const Loops kTan = in_double<[](double v) { return std::tan(v); }>("tan_vml_cpu");
const Loops kAsin = in_double<[](double v) { return std::asin(v); }>("asin_vml_cpu");
const Loops kAcos = in_double<[](double v) { return std::acos(v); }>("acos_vml_cpu");
const Loops kAtan = in_double<[](double v) { return std::atan(v); }>("atan_vml_cpu");
const Loops kSinh = in_double<[](double v) { return std::sinh(v); }>("sinh_vml_cpu");
const Loops kCosh = in_double<[](double v) { return std::cosh(v); }>("cosh_vml_cpu");
const Loops kAsinh = in_double<[](double v) { return std::asinh(v); }>("asinh_cpu");
const Loops kAcosh = in_double<[](double v) { return std::acosh(v); }>("acosh_cpu");
const Loops kAtanh = in_double<[](double v) { return std::atanh(v); }>("atanh_cpu");
const Loops kErfc = in_double<[](double v) { return std::erfc(v); }>("erfc_vml_cpu");
const Loops kErfinv = in_double<kInverseErrorFunction>("erfinv_vml_cpu");
const Loops kLgamma = in_double<[](double v) { return std::lgamma(v); }>("lgamma_vml_cpu");
const Loops kDigamma = in_double<&maths::digamma>("digamma");
const Loops kTrigamma = in_double<&maths::trigamma>("trigamma");
const Loops kPolygamma{"polygamma", &derivative_of_digamma<float>, &derivative_of_digamma<double>};
const Loops kSignbit =
    asking<[](auto v) { return std::signbit(static_cast<double>(v)); }>("signbit_cpu");
const Loops kAtan2 = in_double<[](double a, double b) { return std::atan2(a, b); }>("atan2_cpu");
const Loops kHypot = in_double<[](double a, double b) { return std::hypot(a, b); }>("hypot_cpu");

// Of integers they are the integers.
template <auto kFunction>
constexpr Loops rounding(const char* kernel) {
  return Loops{kernel, &loop_of_numbers<float, kFunction>, &loop_of_numbers<double, kFunction>,
               in_int64<kSame>()}
      .without_bool();
}
const Loops kFloor = rounding<[](auto v) { return std::floor(v); }>("floor_vml_cpu");
const Loops kCeil = rounding<[](auto v) { return std::ceil(v); }>("ceil_vml_cpu");
const Loops kRound = rounding<[](auto v) { return std::nearbyint(v); }>("round_vml_cpu");
const Loops kTrunc = rounding<[](auto v) { return std::trunc(v); }>("trunc_vml_cpu");
const Loops kRoundDecimals{"round_cpu", &round_to_decimals<float>, &round_to_decimals<double>};

const Loops kPowNumber{"pow", &pow_number<float>, &pow_number<double>};
const Loops kPow =
    Loops{"pow", &pow_of_two<float>, &pow_of_two<double>, in_int64<kIntegerPower>()}.without_bool();
const Loops kNanToNum{"nan_to_num", &nan_to_num<float>, &nan_to_num<double>, in_int64<kSame>()};

}  // namespace playground::ops::loops
