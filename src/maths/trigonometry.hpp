// Sine and cosine of a double, or of each in a SIMD register; the same bits everywhere. Those of a
// float are these, rounded.
//
// The nearest whole number of quarter turns is subtracted, with pi / 2 in three parts (Cody and
// Waite), and beyond 2^20 with as many bits of 2 / pi as the number needs (Payne and Hanek).
//
// Source    Payne and Hanek 1983, "Radian reduction for trigonometric functions"; the coefficients
//           are our own (scripts/minimax.py).
// Verified  tests/cpp/maths: against PyTorch 1.13 (tests/fixtures/torch-functions.json).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "maths/exact_product.hpp"
#include "maths/lanes.hpp"
#include "maths/polynomials.hpp"
#include "maths/sine_and_cosine.hpp"

namespace playground::maths {

/// x = quarter pi / 2 + r + rest, of quarter modulo 4, with |r| up to about pi / 4.
template <class V>
struct ReducedAngle {
  WordsOf<V> quarter;
  V r;
  V rest;
};

/// Up to here a part of pi / 2, which has 33 bits, times the number of quarter turns is exact.
inline constexpr double kLargestPlainAngle = 0x1p20;

/// |x| is at most kLargestPlainAngle.
template <class V>
ReducedAngle<V> reduced_plain_angle(V x) noexcept {
  const V shifted = x * V(0x1.45f306dc9c883p-1) + V(kWhole<double>);  // 2 / pi
  const V n = shifted - V(kWhole<double>);
  const V first = x - n * V(0x1.921fb544p+0);
  const V second = first - n * V(0x1.0b4611a6p-34);
  const V third = n * V(0x1.3198a2e037073p-69) - ((first - second) - n * V(0x1.0b4611a6p-34));
  const V r = second - third;
  return {bits<V>(shifted), r, (second - r) - third};
}

/// Any finite x of more than 2^20.
inline ReducedAngle<double> reduced_large_angle(double x) noexcept {
  // 2 / pi, after 64 zeros.
  static constexpr std::array<std::uint64_t, 21> kTwoOverPi{
      0,
      0xa2f9836e4e441529,
      0xfc2757d1f534ddc0,
      0xdb6295993c439041,
      0xfe5163abdebbc561,
      0xb7246e3a424dd2e0,
      0x06492eea09d1921c,
      0xfe1deb1cb129a73e,
      0xe88235f52ebb4484,
      0xe99c7026b45f7e41,
      0x3991d639835339f4,
      0x9c845f8bbdf9283b,
      0x1ff897ffde05980f,
      0xef2f118b5a0a6d1f,
      0x6d367ecf27cb09b7,
      0x4f463f669e5fea2d,
      0x7527bac7ebe5f17b,
      0x3d0739f78a5292ea,
      0x6bfb5fb11f8d5d08,
      0x56033046fc7b6bab,
      0xf0cfbc209af4361d,
  };
  // |x| = mantissa 2^exponent.
  const std::uint64_t word = bits(absolute(x));
  const int exponent = static_cast<int>(word >> 52) - 1075;
  const std::uint64_t mantissa = (word & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1} << 52);

  // The 192 bits of 2 / pi that follow those whose product is a multiple of four quarter turns, and
  // their product with the mantissa, modulo 2^192. 32 bits at a time, the lowest first.
  const int start = exponent - 2 + 64;
  std::array<std::uint32_t, 6> product{};
  const auto window = [&](std::size_t limb) {  // limb 0 holds the last of the 192 bits
    const auto begin = static_cast<std::size_t>(start) + 160 - 32 * limb;
    const std::uint64_t here = kTwoOverPi[begin / 64];
    const std::uint64_t next = begin / 64 + 1 < kTwoOverPi.size() ? kTwoOverPi[begin / 64 + 1] : 0;
    const std::size_t offset = begin % 64;
    const std::uint64_t joined = offset == 0 ? here : here << offset | next >> (64 - offset);
    return joined >> 32;
  };
  for (std::size_t half = 0; half < 2; ++half) {
    const std::uint64_t factor = half == 0 ? mantissa & 0xffffffffu : mantissa >> 32;
    std::uint64_t carry = 0;
    for (std::size_t limb = 0; limb + half < product.size(); ++limb) {
      carry += factor * window(limb) + product[limb + half];
      product[limb + half] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  // Two bits say which quarter; those after them are the fraction of it, in [-1/2, 1/2).
  const auto pair = [&](std::size_t limb) {
    return std::uint64_t{product[limb + 1]} << 32 | product[limb];
  };
  std::uint64_t quarter = pair(4) >> 62;
  std::uint64_t high = pair(4) << 2 | pair(2) >> 62;
  std::uint64_t low = pair(2) << 2 | pair(0) >> 62;
  const bool is_negative = high >> 63 != 0;
  if (is_negative) {
    ++quarter;
    low = ~low + 1;
    high = ~high + (low == 0 ? 1 : 0);
  }
  constexpr std::uint64_t kBeyondDouble = 0x7ff;
  const double fraction = static_cast<double>(high & ~kBeyondDouble) * 0x1p-64;
  const double fraction_rest =
      static_cast<double>(high & kBeyondDouble) * 0x1p-64 + static_cast<double>(low) * 0x1p-128;
  const auto [rounded, error] = exact_product(fraction, 0x1.921fb54442d18p+0);
  const double less =
      error + fraction * 0x1.1a62633145c07p-54 + fraction_rest * 0x1.921fb54442d18p+0;
  const double r = rounded + less;
  const double rest = (rounded - r) + less;

  const bool flips = is_negative != (x < 0);
  if (x < 0) quarter = ~quarter + 1;
  return {quarter, flips ? -r : r, flips ? -rest : rest};
}

template <class V>
SineAndCosine<V> sincos_of_reduced(const ReducedAngle<V>& angle) noexcept {
  const auto& [quarter, r, rest] = angle;
  const V one(1.0);
  const V z = r * r;
  const V half = z * V(0.5);
  const V sine = r + (r * z * polynomial<V>(kSin<double>, z) + rest * (one - half));
  const V near = one - half;
  const V cosine =
      near + (((one - near) - half) + (z * z * polynomial<V>(kCos<double>, z) - r * rest));

  using Words = WordsOf<V>;
  const auto is_swapped = not_zero<V>(quarter & Words(1));
  const Words sine_sign = (quarter & Words(2)) << 62;
  const Words cosine_sign = ((quarter + Words(1)) & Words(2)) << 62;
  return {from_bits<V>(bits<V>(pick<V>(is_swapped, cosine, sine)) ^ sine_sign),
          from_bits<V>(bits<V>(pick<V>(is_swapped, sine, cosine)) ^ cosine_sign)};
}

/// Within 1 unit in the last place.
template <class V>
SineAndCosine<V> sincos(V x) noexcept {
  const auto is_plain = absolute<V>(x) <= V(kLargestPlainAngle);
  if constexpr (kIsNumber<V>) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (is_plain) {
      SineAndCosine<V> result = sincos_of_reduced(reduced_plain_angle(x));
      if (x == 0) result.sine = x;  // -0 stays -0
      return result;
    }
    if (!(absolute(x) < kInfinity)) return {x - x, x - x};
    return sincos_of_reduced(reduced_large_angle(x));
  } else {
    if (xsimd::all(is_plain)) {
      SineAndCosine<V> result = sincos_of_reduced(reduced_plain_angle(x));
      result.sine = pick<V>(x == V(0.0), x, result.sine);
      return result;
    }
    std::array<double, V::size> each;
    std::array<double, V::size> sine;
    std::array<double, V::size> cosine;
    x.store_unaligned(each.data());
    for (std::size_t i = 0; i < V::size; ++i) {
      const auto [one_sine, one_cosine] = sincos<double>(each[i]);
      sine[i] = one_sine;
      cosine[i] = one_cosine;
    }
    return {V::load_unaligned(sine.data()), V::load_unaligned(cosine.data())};
  }
}

}  // namespace playground::maths
