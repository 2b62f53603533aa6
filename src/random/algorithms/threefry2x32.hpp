// Threefry-2x32, 20 rounds: two random words from a counter and a key, without any state.
// jax.random draws from it.
//
// Source    Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (Random123).
// Answers   Key 0, 0 and counter 0, 0 give 6b200159 99ba4efe.
// Verified  Random123's known answers; tests/fixtures/jax.json.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace playground::random {

using ThreefryKey = std::array<std::uint32_t, 2>;

/// By how many bits the second word is rotated in four rounds, and in the next four, by turns.
inline constexpr int kThreefryDistances[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};

/// Skein's, which makes a third word of the key's two.
inline constexpr std::uint32_t kThreefryParity = 0x1bd11bda;

/// What is added to both words before the first round, and after each four rounds.
constexpr std::array<ThreefryKey, 6> threefry_increments(ThreefryKey key) noexcept {
  const std::uint32_t keys[3] = {key[0], key[1], key[0] ^ key[1] ^ kThreefryParity};
  std::array<ThreefryKey, 6> increments{};
  for (std::uint32_t i = 0; i < increments.size(); ++i) {
    increments[i] = {keys[i % 3], keys[(i + 1) % 3] + i};
  }
  return increments;
}

/// The two words at counter (x0, x1) of the stream that `key` names.
constexpr std::array<std::uint32_t, 2> threefry2x32(ThreefryKey key, std::uint32_t x0,
                                                    std::uint32_t x1) noexcept {
  const auto increments = threefry_increments(key);
  x0 += increments[0][0];
  x1 += increments[0][1];
  for (std::size_t group = 1; group < increments.size(); ++group) {
    for (const int distance : kThreefryDistances[(group - 1) % 2]) {
      x0 += x1;
      x1 = std::rotl(x1, distance) ^ x0;
    }
    x0 += increments[group][0];
    x1 += increments[group][1];
  }
  return {x0, x1};
}

}  // namespace playground::random
