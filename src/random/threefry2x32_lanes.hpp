// Threefry-2x32, 20 rounds, for many counters side by side.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "random/four_words.hpp"
#include "random/threefry2x32.hpp"

namespace playground::random {

/// The blocks of consecutive counters, one for all that a key names.
///
/// A round waits for the one before, and the processor is only kept busy by those of other
/// counters. So all counters take four rounds before any takes the next four: many independent
/// chains, short enough to be waited for together, in a loop that no engine can turn into one long
/// chain after another. In between they wait in memory, which has nothing else to do.
class ThreefryLanes {
 public:
  static constexpr std::size_t kFours = 12;
  static constexpr std::size_t kCounters = 4 * kFours;

  explicit ThreefryLanes(ThreefryKey key) noexcept : increments_(threefry_increments(key)) {}

  /// Hands on the exclusive or of the two words that threefry2x32 gives for counters (high, low) to
  /// (high, low + kCounters - 1): by four, in order, to use(words).
  template <class Use>
  void combined_words(std::uint32_t high, std::uint32_t low, Use use) const noexcept {
    words<0>(high, low, [&](const Block& words) { use(words.x0 ^ words.x1); });
  }

  /// Hands on both words for counters (x0, x1) to (x0 + kCounters - 1, x1 + kCounters - 1): by
  /// four, in order, to use(first, second).
  template <class Use>
  void both_words(std::uint32_t x0, std::uint32_t x1, Use use) const noexcept {
    words<1>(x0, x1, [&](const Block& words) { use(words.x0, words.x1); });
  }

 private:
  /// The blocks of four counters.
  struct Block {
    FourWords x0;
    FourWords x1;
  };
  using Blocks = std::array<Block, kFours>;

  // Of counters that go up by one in x1, and by kStep in x0.
  template <std::uint32_t kStep, class Use>
  void words(std::uint32_t x0, std::uint32_t x1, Use use) const noexcept {
    Blocks blocks;
    Block next{FourWords(x0 + increments_[0][0]) + FourWords(0u, kStep, 2 * kStep, 3 * kStep),
               FourWords(x1 + increments_[0][1]) + FourWords(0u, 1u, 2u, 3u)};
#pragma GCC unroll 1
    for (Block& block : blocks) {
      block = next;
      next = {next.x0 + FourWords(4 * kStep), next.x1 + FourWords(4u)};
    }
    take_four_rounds<0>(increments_[1], blocks);
    take_four_rounds<1>(increments_[2], blocks);
    take_four_rounds<0>(increments_[3], blocks);
    take_four_rounds<1>(increments_[4], blocks);
    take_four_rounds<0>(increments_[5], blocks);
#pragma GCC unroll 1
    for (const Block& block : blocks) use(block);
  }

  // Then the increments. The distances are known while compiling, as SIMD shifts need them; a few
  // counters are taken at a time, for which there are registers.
  template <int kRow>
  [[gnu::noinline]] static void take_four_rounds(const ThreefryKey& increments,
                                                 Blocks& blocks) noexcept {
    const FourWords increment0(increments[0]);
    const FourWords increment1(increments[1]);
#pragma GCC unroll 3
    for (Block& each : blocks) {
      Block block = each;
      round<kThreefryDistances[kRow][0]>(block);
      round<kThreefryDistances[kRow][1]>(block);
      round<kThreefryDistances[kRow][2]>(block);
      round<kThreefryDistances[kRow][3]>(block);
      each = {block.x0 + increment0, block.x1 + increment1};
    }
  }

  template <int kDistance>
  static void round(Block& block) noexcept {
    block.x0 = block.x0 + block.x1;
    block.x1 = rotated_left<kDistance>(block.x1) ^ block.x0;
  }

  std::array<ThreefryKey, 6> increments_;
};

}  // namespace playground::random
