// The fused multiply-add: one rounding, the same bits with and without hardware for it. Of a float
// or a double, or of each float in a SIMD register.
//
// Source  Boldo and Melquiond 2008, "Emulation of a FMA and correctly rounded sums: proved
//         algorithms using rounding to odd".
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "maths/lanes.hpp"

namespace playground::maths {

/// product + c, rounded to odd: what is rounded to float32 afterwards is rounded as if once. Of
/// doubles that a product of floats and a float fill.
template <class V>
V sum_rounded_to_odd(V product, V c) noexcept {
  using Words = WordsOf<V>;
  const V sum = product + c;
  const V part = sum - product;
  const V error = (product - (sum - part)) + (c - part);  // of the sum, exact: Knuth's TwoSum
  const auto is_inexact = absolute<V>(error) > V(0.0);
  const auto is_away = (error > V(0.0)) == (sum > V(0.0));
  // The last bit becomes 1, by the step that goes towards the exact sum.
  const Words last = bits<V>(sum) & Words(1);
  const Words step = bits<V>(pick<V>(is_away, from_bits<V>(Words(1)), from_bits<V>(~Words(0))));
  const Words moved = bits<V>(sum) + step;
  const auto is_even = not_zero<V>(last ^ Words(1));
  return pick<V>(is_inexact & is_even, from_bits<V>(moved), sum);
}

/// a * b + c. Of floats, for a result that does not overflow: wasm has no instruction for it, and
/// its library call is several times slower than this.
template <class V>
V fused(V a, V b, V c) noexcept {
  if constexpr (std::is_same_v<V, float>) {
    return static_cast<float>(sum_rounded_to_odd<double>(double{a} * b, c));
  } else if constexpr (std::is_same_v<V, double>) {
    return std::fma(a, b, c);
#ifdef __wasm_simd128__
  } else if constexpr (std::is_same_v<V, xsimd::batch<float>>) {
    // Widened in registers, which is twice as fast as through memory.
    using Wide = xsimd::batch<double>;
    const auto upper = [](v128_t x) { return wasm_i32x4_shuffle(x, x, 2, 3, 0, 1); };
    const auto half = [](v128_t x, v128_t y, v128_t z) {
      const Wide product =
          Wide(wasm_f64x2_promote_low_f32x4(x)) * Wide(wasm_f64x2_promote_low_f32x4(y));
      const Wide sum = sum_rounded_to_odd<Wide>(product, Wide(wasm_f64x2_promote_low_f32x4(z)));
      return wasm_f32x4_demote_f64x2_zero(sum);
    };
    const v128_t lower = half(a, b, c);
    return V(wasm_i32x4_shuffle(lower, half(upper(a), upper(b), upper(c)), 0, 1, 4, 5));
#endif
  } else {
    std::array<NumberOf<V>, V::size> left;
    std::array<NumberOf<V>, V::size> right;
    std::array<NumberOf<V>, V::size> result;
    a.store_unaligned(left.data());
    b.store_unaligned(right.data());
    c.store_unaligned(result.data());
    if constexpr (std::is_same_v<NumberOf<V>, double>) {
      for (std::size_t i = 0; i < V::size; ++i) result[i] = std::fma(left[i], right[i], result[i]);
    } else {
      using Wide = xsimd::batch<double, typename V::arch_type>;
      for (std::size_t i = 0; i < V::size; i += Wide::size) {
        const Wide product = Wide::load_unaligned(&left[i]) * Wide::load_unaligned(&right[i]);
        sum_rounded_to_odd<Wide>(product, Wide::load_unaligned(&result[i]))
            .store_unaligned(&result[i]);
      }
    }
    return V::load_unaligned(result.data());
  }
}

}  // namespace playground::maths
