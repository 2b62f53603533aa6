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

/// The two words at counter (x0, x1) of the stream that `key` names. `Word` is one word or a SIMD
/// batch of them.
template <class Word>
constexpr std::array<Word, 2> threefry2x32(ThreefryKey key, Word x0, Word x1) noexcept {
  constexpr int kRotations[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  const std::uint32_t keys[3] = {key[0], key[1], key[0] ^ key[1] ^ 0x1bd11bda};  // Skein's parity
  x0 = x0 + Word(keys[0]);
  x1 = x1 + Word(keys[1]);
  for (std::uint32_t group = 0; group < 5; ++group) {
    for (const int rotation : kRotations[group % 2]) {
      x0 = x0 + x1;
      x1 = (x1 << rotation) | (x1 >> (32 - rotation));
      x1 = x1 ^ x0;
    }
    x0 = x0 + Word(keys[(group + 1) % 3]);
    x1 = x1 + Word(keys[(group + 2) % 3] + group + 1);
  }
  return {x0, x1};
}

}  // namespace playground::random
