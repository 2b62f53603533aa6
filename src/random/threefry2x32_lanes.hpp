// Threefry-2x32, 20 rounds, for many counters side by side.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "random/four_words.hpp"
#include "random/threefry2x32.hpp"

namespace playground::random {

/// The blocks of consecutive counters, one for all that a key names.
class ThreefryLanes {
 public:
  static constexpr std::size_t kFours = 6;
  static constexpr std::size_t kCounters = 4 * kFours;

  explicit ThreefryLanes(ThreefryKey key) noexcept : increments_(threefry_increments(key)) {}

  /// Writes to `words` for counters (high, low) to (high, low + kCounters - 1) the exclusive or of
  /// the two words that threefry2x32 gives.
  void combined_words(std::uint32_t high, std::uint32_t low, std::uint32_t* words) const noexcept {
    const auto [high_increment, low_increment] = increments_[0];
    Words x0;
    Words x1;
    x0.fill(FourWords(high + high_increment));
    const FourWords first = FourWords(low + low_increment) + FourWords(0u, 1u, 2u, 3u);
    for (std::uint32_t i = 0; i < kFours; ++i) x1[i] = first + FourWords(4 * i);

    // Each step waits for the one before, and only other words' steps keep the processor busy
    // meanwhile. The loop stays one: of rounds written out, newer engines do all of some words
    // first.
    const ThreefryKey* increment = &increments_[1];
#pragma GCC unroll 1
    for (int eight_rounds = 0; eight_rounds < 2; ++eight_rounds) {
      four_rounds<0>(x0, x1);
      increase(x0, x1, *increment++);
      four_rounds<1>(x0, x1);
      increase(x0, x1, *increment++);
    }
    four_rounds<0>(x0, x1);
    increase(x0, x1, *increment);
    for (std::size_t i = 0; i < kFours; ++i) (x0[i] ^ x1[i]).store_unaligned(words + 4 * i);
  }

 private:
  // As many as there are registers for.
  using Words = std::array<FourWords, kFours>;

  // The distances are known while compiling, as SIMD shifts need them.
  template <int kRow>
  static void four_rounds(Words& x0, Words& x1) noexcept {
    round<kThreefryDistances[kRow][0]>(x0, x1);
    round<kThreefryDistances[kRow][1]>(x0, x1);
    round<kThreefryDistances[kRow][2]>(x0, x1);
    round<kThreefryDistances[kRow][3]>(x0, x1);
  }

  template <int kDistance>
  static void round(Words& x0, Words& x1) noexcept {
    for (std::size_t i = 0; i < kFours; ++i) {
      x0[i] = x0[i] + x1[i];
      x1[i] = rotated_left<kDistance>(x1[i]) ^ x0[i];
    }
  }

  static void increase(Words& x0, Words& x1, ThreefryKey by) noexcept {
    for (std::size_t i = 0; i < kFours; ++i) {
      x0[i] = x0[i] + FourWords(by[0]);
      x1[i] = x1[i] + FourWords(by[1]);
    }
  }

  std::array<ThreefryKey, 6> increments_;
};

}  // namespace playground::random
