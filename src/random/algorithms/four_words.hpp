// Four words in a register, which has 128 bits on every machine, as on wasm; and operations for
// which xsimd has no wasm instruction.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace playground::random {

using FourWords = xsimd::make_sized_batch_t<std::uint32_t, 4>;

/// A 64-bit product in two halves, of one word or of each of four.
template <class Word>
struct HiLo {
  Word high;
  Word low;
};

/// A factor of 32 bits, kept in memory: see times().
class Multiplier {
 public:
  explicit constexpr Multiplier(std::uint32_t word) noexcept : words_{word, word, word, word} {}

  HiLo<std::uint32_t> times(std::uint32_t x) const noexcept {
    const std::uint64_t product = std::uint64_t{x} * words_[0];
    return {static_cast<std::uint32_t>(product >> 32), static_cast<std::uint32_t>(product)};
  }

  HiLo<FourWords> times(FourWords x) const noexcept {
#ifdef __wasm_simd128__
    // Volatile, so that it is loaded each time: if clang 19 sees that the factor is the same
    // throughout a loop, it widens it once and multiplies with i64x2.mul, which is eight times the
    // work of extmul.
    const v128_t factor = *reinterpret_cast<const volatile v128_t*>(words_.data());
    const v128_t first = wasm_u64x2_extmul_low_u32x4(x, factor);
    const v128_t second = wasm_u64x2_extmul_high_u32x4(x, factor);
    return {FourWords(wasm_i32x4_shuffle(first, second, 1, 3, 5, 7)),
            FourWords(wasm_i32x4_shuffle(first, second, 0, 2, 4, 6))};
#else
    std::array<std::uint32_t, 4> in;
    std::array<std::uint32_t, 4> high;
    std::array<std::uint32_t, 4> low;
    x.store_unaligned(in.data());
    for (std::size_t i = 0; i < 4; ++i) {
      const auto product = times(in[i]);
      high[i] = product.high;
      low[i] = product.low;
    }
    return {FourWords::load_unaligned(high.data()), FourWords::load_unaligned(low.data())};
#endif
  }

 private:
  alignas(16) std::array<std::uint32_t, 4> words_;
};

/// All ones in the lanes whose word is below `limit`, 0 in the others; words of at most 31 bits.
inline FourWords below31(FourWords words, std::uint32_t limit) noexcept {
  const xsimd::make_sized_batch_t<std::int32_t, 4> limits(static_cast<std::int32_t>(limit));
  const auto is_below =
      xsimd::batch_bool_cast<std::uint32_t>(xsimd::bitwise_cast<std::int32_t>(words) < limits);
  return xsimd::select(is_below, FourWords(~0u), FourWords(0u));
}

/// The same for any words, by a signed comparison: an unsigned one takes x86-64 three or four
/// steps.
inline FourWords below(FourWords words, std::uint32_t limit) noexcept {
  constexpr std::uint32_t kSign = 0x80000000u;
  return below31(words ^ FourWords(kSign), limit ^ kSign);
}

/// Each word rotated. By whole bytes it takes one instruction instead of three.
template <int kBits>
FourWords rotated_left(FourWords words) noexcept {
#ifdef __wasm_simd128__
  if constexpr (kBits == 16) {
    return FourWords(wasm_i8x16_swizzle(
        words, wasm_i8x16_const(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)));
  } else if constexpr (kBits == 24) {
    return FourWords(wasm_i8x16_swizzle(
        words, wasm_i8x16_const(1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12)));
  }
#endif
  return (words << kBits) | (words >> (32 - kBits));
}

/// Sixteen bytes, each times 16, in words of 16 bits.
inline void widened_to_16_times(xsimd::make_sized_batch_t<std::uint8_t, 16> bytes,
                                std::uint16_t* words) noexcept {
#ifdef __wasm_simd128__
  wasm_v128_store(words, wasm_i16x8_shl(wasm_u16x8_extend_low_u8x16(bytes), 4));
  wasm_v128_store(words + 8, wasm_i16x8_shl(wasm_u16x8_extend_high_u8x16(bytes), 4));
#else
  std::array<std::uint8_t, 16> each;
  bytes.store_unaligned(each.data());
  for (std::size_t i = 0; i < each.size(); ++i) words[i] = static_cast<std::uint16_t>(16 * each[i]);
#endif
}

/// Words 0, 2, 4 and 6 of the eight at `words`.
inline FourWords load_every_other(const std::uint32_t* words) noexcept {
#ifdef __wasm_simd128__
  return FourWords(
      wasm_i32x4_shuffle(wasm_v128_load(words), wasm_v128_load(words + 4), 0, 2, 4, 6));
#else
  return FourWords(words[0], words[2], words[4], words[6]);
#endif
}

}  // namespace playground::random
