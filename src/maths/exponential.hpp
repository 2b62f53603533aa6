// e^x and what is made of it: expm1, sigmoid, tanh. Of a float or a double, or of each in a SIMD
// register.
//
// x = n ln 2 + r with a whole n, so that e^x = 2^n e^r; e^r - 1 = r + r^2 q(r) on [-ln 2 / 2,
// ln 2 / 2]. Only sums, products and quotients that IEEE 754 rounds in one way, and no fused
// multiply-add: hence the same bits everywhere.
//
// Source    Cody and Waite 1980, "Software Manual for the Elementary Functions", chapter 6; the
//           coefficients are our own (scripts/minimax.py).
// Verified  tests/cpp/maths: against PyTorch 1.13 (tests/fixtures/torch-functions.json).
#pragma once

#include "maths/lanes.hpp"
#include "maths/polynomials.hpp"

namespace playground::maths {

template <class T>
struct Exponential;

template <>
struct Exponential<float> {
  static constexpr float kLn2High = 0x1.62e4p-1f;  // times any n, exact
  static constexpr float kLn2Low = 0x1.7f7d1cp-20f;
  static constexpr float kSmallestNormal = -126;
  static constexpr float kLargest = 127;
  static constexpr float kZeroBelow = -104;  // e^x rounds to 0
  static constexpr float kInfinityAbove = 89;
};

template <>
struct Exponential<double> {
  static constexpr double kLn2High = 0x1.62e42feep-1;
  static constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
  static constexpr double kSmallestNormal = -1022;
  static constexpr double kLargest = 1023;
  static constexpr double kZeroBelow = -746;
  static constexpr double kInfinityAbove = 710;
};

/// e^x = 2^n (1 + above_one).
template <class V>
struct ReducedExponential {
  V n;
  V above_one;
};

/// x  in [kZeroBelow, kInfinityAbove] or nan
template <class V>
ReducedExponential<V> reduced_exponential(V x) noexcept {
  using T = NumberOf<V>;
  using Constants = Exponential<T>;
  const V n = rounded<V>(x * V(T(0x1.71547652b82fep+0)));  // 1 / ln 2
  const V high = x - n * V(Constants::kLn2High);
  const V low = n * V(Constants::kLn2Low);
  const V r = high - low;
  const V rest = (high - r) - low;
  return {n, r + (r * r * polynomial<V>(kExp<T>, r) + rest)};
}

/// Within 1 unit in the last place; subnormal results, too.
template <class V>
V exp(V x) noexcept {
  using T = NumberOf<V>;
  using Constants = Exponential<T>;
  x = at_least<V>(at_most<V>(x, Constants::kInfinityAbove), Constants::kZeroBelow);
  const auto [n, above_one] = reduced_exponential<V>(x);
  // In two steps, of which only the last can round: 2^n may itself be no normal number.
  const V most = at_most<V>(at_least<V>(n, Constants::kSmallestNormal), Constants::kLargest);
  return (V(T(1)) + above_one) * power_of_two<V>(n - most) * power_of_two<V>(most);
}

/// e^x - 1. Within 2 units in the last place.
template <class V>
V expm1(V x) noexcept {
  using T = NumberOf<V>;
  using Constants = Exponential<T>;
  const V limited = at_least<V>(at_most<V>(x, Constants::kInfinityAbove), T(-40));
  const auto [n, above_one] = reduced_exponential<V>(limited);
  // Half of it, since 2^n overflows before e^x does.
  const V half = power_of_two<V>(n - V(T(1)));
  const V result = (half * above_one + (half - V(T(0.5)))) * V(T(2));
  return pick<V>(x == V(T(0)), x, result);  // -0 stays -0
}

/// 1 / (1 + e^-x). Within 2 units in the last place of PyTorch, which uses this formula, too: far
/// below 0 an error of e^-x is one of the result.
template <class V>
V sigmoid(V x) noexcept {
  using T = NumberOf<V>;
  return V(T(1)) / (V(T(1)) + maths::exp<V>(V(T(0)) - x));
}

/// Up to 0.7 x + x^3 P(x^2), beyond 1 - 2 / (e^(2 |x|) + 1). Within 2 units in the last place.
template <class V>
V tanh(V x) noexcept {
  using T = NumberOf<V>;
  const V square = x * x;
  const V near = x + x * (square * polynomial<V>(kTanh<T>, square));
  const V distance = absolute<V>(x);
  const V grown = maths::exp<V>(distance + distance) + V(T(1));
  const V far = V(T(1)) - V(T(2)) / grown;
  return with_sign_of<V>(pick<V>(distance < V(T(0.7)), absolute<V>(near), far), x);
}

}  // namespace playground::maths
