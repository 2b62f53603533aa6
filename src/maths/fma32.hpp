// The fused multiply-add of float32: one rounding, the same bits with and without hardware for it.
//
// Source  Boldo and Melquiond 2008, "Emulation of a FMA and correctly rounded sums: proved
//         algorithms using rounding to odd".
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace playground::maths {

/// a * b + c rounded once, for a result that does not overflow. wasm has no instruction for it, and
/// its library call is several times slower than this.
inline float fma32(float a, float b, float c) noexcept {
  const double product = double{a} * b;  // exact: 48 bits
  const double sum = product + c;
  const double part = sum - product;
  const double error = (product - (sum - part)) + (c - part);  // of the sum, exact: Knuth's TwoSum
  // Rounded to odd, the sum still shows that it was inexact when it is rounded to float32.
  auto bits = std::bit_cast<std::uint64_t>(sum);
  if (std::abs(error) > 0 && bits % 2 == 0) {
    (error > 0) == (sum > 0) ? ++bits : --bits;
  }
  return static_cast<float>(std::bit_cast<double>(bits));
}

}  // namespace playground::maths
