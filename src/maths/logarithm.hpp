// The natural logarithm, of x (log) or of 1 + x (log1p): of a float or a double, or of each in a
// SIMD register; the same bits everywhere.
//
// x = 2^e m with m in [sqrt(1/2), sqrt(2)), f = m - 1 and s = f / (2 + f): log m = 2 atanh(s) = 2 s
// + s R(s^2), written as f - (f^2 / 2 - s (f^2 / 2 + R)), which begins with the exact f.
//
// Source    FreeBSD's msun, e_log.c, explains the form; the coefficients are our own
//           (scripts/minimax.py).
// Verified  tests/cpp/maths: against PyTorch 1.13 (tests/fixtures/torch-functions.json).
#pragma once

#include <bit>
#include <limits>

#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/polynomials.hpp"

namespace playground::maths {

/// A normal number above 0 as 2^e m, with m in [sqrt(1/2), sqrt(2)).
template <class V>
struct Decomposed {
  V e;
  V m;
};

template <class V>
Decomposed<V> decomposed(V x) noexcept {
  using T = NumberOf<V>;
  using Words = WordsOf<V>;
  constexpr auto kRoot = std::bit_cast<WordOf<T>>(T(0.70710678118654752440));
  constexpr WordOf<T> kMantissa = (WordOf<T>{1} << kMantissaBits<T>)-1;
  const Words shifted = bits<V>(x) + Words(kOneBits<T> - kRoot);
  // The exponent becomes a number by standing in the last bits of one.
  const Words biased = (shifted >> kMantissaBits<T>)+Words(std::bit_cast<WordOf<T>>(kWhole<T>));
  return {from_bits<V>(biased) - V(kWhole<T> + T(kOneBits<T> >> kMantissaBits<T>)),
          from_bits<V>((shifted & Words(kMantissa)) + Words(kRoot))};
}

/// e ln 2 + log(1 + f) + rest, for f in [sqrt(1/2) - 1, sqrt(2) - 1].
template <class V>
V sum_of_logarithms(V e, V f, V rest) noexcept {
  using T = NumberOf<V>;
  const V s = f / (V(T(2)) + f);
  const V z = s * s;
  const V half_square = f * f * V(T(0.5));
  const V tail = s * (half_square + z * polynomial<V>(kLog<T>, z));
  const V low = e * V(Exponential<T>::kLn2Low) + rest;
  return e * V(Exponential<T>::kLn2High) + (f - (half_square - (tail + low)));
}

/// Within 1 unit in the last place; of subnormal numbers, too.
template <class V>
V log(V x) noexcept {
  using T = NumberOf<V>;
  using Limits = std::numeric_limits<T>;
  constexpr T kScale = sizeof(T) == 4 ? T{0x1p23} : T{0x1p52};
  const auto is_small = x < V(Limits::min());
  const auto [e, m] = decomposed<V>(pick<V>(is_small, x * V(kScale), x));
  const V lowered = pick<V>(is_small, e - V(T(kMantissaBits<T>)), e);
  V y = sum_of_logarithms<V>(lowered, m - V(T(1)), V(T(0)));
  y = pick<V>(x < V(Limits::infinity()), y, x);  // inf and nan
  y = pick<V>(x == V(T(0)), V(-Limits::infinity()), y);
  return pick<V>(x < V(T(0)), V(Limits::quiet_NaN()), y);
}

/// log(1 + x), with what 1 + x loses by being rounded. Within 1 unit in the last place, also beyond
/// 1e38, where PyTorch's of float32 is inf.
template <class V>
V log1p(V x) noexcept {
  using T = NumberOf<V>;
  using Limits = std::numeric_limits<T>;
  const V one(T(1));
  const V sum = one + x;
  const V lost = pick<V>(x > one, one - (sum - x), x - (sum - one));
  const auto [e, m] = decomposed<V>(sum);
  // Divided by 2^e as m is. Of a sum so large that 2^-e is no normal number nothing lost matters.
  const V scaled = lost * power_of_two<V>(at_least<V>(V(T(0)) - e, T(-100)));
  const V f = m - one;
  V y = sum_of_logarithms<V>(e, f, scaled / m);
  y = pick<V>(x < V(Limits::infinity()), y, x);
  y = pick<V>(x == V(T(0)), x, y);  // -0 stays -0
  y = pick<V>(x == V(T(-1)), V(-Limits::infinity()), y);
  return pick<V>(x < V(T(-1)), V(Limits::quiet_NaN()), y);
}

}  // namespace playground::maths
