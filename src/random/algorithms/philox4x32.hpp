// Philox4x32-10: four random words from a counter and a key, without any state. cuRAND draws from
// it, and so does PyTorch on CUDA.
//
// Source    Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (Random123); the
//           uniform is curand_uniform4's.
// Answers   Counter 0, 0, 0, 0 and key 0, 0 give 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
// Verified  Random123's known answers; tests/fixtures/torch-cuda-kernel.json.
#pragma once

#include <array>
#include <cstdint>

namespace playground::random {

using PhiloxKey = std::array<std::uint32_t, 2>;
using PhiloxWords = std::array<std::uint32_t, 4>;

inline constexpr std::uint32_t kPhiloxMultiplier0 = 0xd2511f53;
inline constexpr std::uint32_t kPhiloxMultiplier1 = 0xcd9e8d57;
inline constexpr std::uint32_t kPhiloxWeyl0 = 0x9e3779b9;  // the golden ratio
inline constexpr std::uint32_t kPhiloxWeyl1 = 0xbb67ae85;  // the square root of 3, less 1

/// The four words at `counter` of the stream that `key` names; least significant word first.
constexpr PhiloxWords philox4x32(PhiloxWords counter, PhiloxKey key) noexcept {
  constexpr int kRounds = 10;
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t a = std::uint64_t{kPhiloxMultiplier0} * counter[0];
    const std::uint64_t b = std::uint64_t{kPhiloxMultiplier1} * counter[2];
    counter = {
        static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
        static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += kPhiloxWeyl0;
    key[1] += kPhiloxWeyl1;
  }
  return counter;
}

/// cuRAND's float32 uniform of one word, in (0, 1]: word / 2^32 + 1 / 2^33, the conversion and the
/// sum each rounded to nearest. The product is exact, so a fused multiply-add gives the same.
constexpr float curand_uniform(std::uint32_t word) noexcept {
  return static_cast<float>(word) * 0x1p-32f + 0x1p-33f;
}

}  // namespace playground::random
