// Threefry-2x32, 20 rounds: two random words from a counter and a key, with no state at all. What
// jax.random draws from.
//
// Source    Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (Random123).
// Answers   Key 0, 0 and counter 0, 0 give 6b200159 99ba4efe.
// Verified  Random123's known answers; tests/fixtures/jax.json.
#pragma once

#include <array>
#include <cstdint>

namespace playground::random {

using ThreefryKey = std::array<std::uint32_t, 2>;

template <int kBits>
constexpr std::uint32_t rotated_left(std::uint32_t word) noexcept {
  return word << kBits | word >> (32 - kBits);
}

namespace internal {

// Four of the twenty rounds. The distances are known while compiling, as SIMD shifts need them.
template <int kFirst, int kSecond, int kThird, int kFourth, class Word>
constexpr void threefry_rounds(Word& x0, Word& x1) noexcept {
  x0 = x0 + x1;
  x1 = rotated_left<kFirst>(x1) ^ x0;
  x0 = x0 + x1;
  x1 = rotated_left<kSecond>(x1) ^ x0;
  x0 = x0 + x1;
  x1 = rotated_left<kThird>(x1) ^ x0;
  x0 = x0 + x1;
  x1 = rotated_left<kFourth>(x1) ^ x0;
}

}  // namespace internal

/// The two words at counter (x0, x1) of the stream that `key` names. `Word` is one word or
/// several side by side, for which rotated_left is overloaded.
template <class Word>
constexpr std::array<Word, 2> threefry2x32(ThreefryKey key, Word x0, Word x1) noexcept {
  const std::uint32_t keys[3] = {key[0], key[1], key[0] ^ key[1] ^ 0x1bd11bda};  // Skein's parity
  const auto add_keys = [&](std::uint32_t group) {
    x0 = x0 + Word(keys[group % 3]);
    x1 = x1 + Word(keys[(group + 1) % 3] + group);
  };
  add_keys(0);
  internal::threefry_rounds<13, 15, 26, 6>(x0, x1);
  add_keys(1);
  internal::threefry_rounds<17, 29, 16, 24>(x0, x1);
  add_keys(2);
  internal::threefry_rounds<13, 15, 26, 6>(x0, x1);
  add_keys(3);
  internal::threefry_rounds<17, 29, 16, 24>(x0, x1);
  add_keys(4);
  internal::threefry_rounds<13, 15, 26, 6>(x0, x1);
  add_keys(5);
  return {x0, x1};
}

}  // namespace playground::random
