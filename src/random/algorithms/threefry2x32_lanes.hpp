// Threefry-2x32, 20 rounds, for many counters side by side.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/threefry2x32.hpp"

namespace playground::random {

/// The blocks of consecutive counters under one key.
///
/// Each round of a counter waits for the round before, so that only rounds of other counters keep
/// the processor busy. Therefore all counters take four rounds before any takes the next four.
/// These are many short, independent chains, in a loop that no JavaScript engine can turn into one
/// long chain after another. Between its rounds a counter is kept in memory, which is idle
/// otherwise.
class ThreefryLanes {
 public:
  static constexpr std::size_t kFours = 12;
  static constexpr std::size_t kCounters = 4 * kFours;

  explicit ThreefryLanes(ThreefryKey key) noexcept : increments_(threefry_increments(key)) {}

  /// Passes the exclusive or of the two words of threefry2x32, for counters (high, low) to
  /// (high, low + kCounters - 1), to use(words), four at a time and in order.
  template <class Use>
  void combined_words(std::uint32_t high, std::uint32_t low, Use use) const noexcept {
    words<0>(high, low, [&](const Block& words) { use(words.x0 ^ words.x1); });
  }

  /// Passes both words, for counters (x0, x1) to (x0 + kCounters - 1, x1 + kCounters - 1), to
  /// use(first, second), four at a time and in order.
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

  // Four rounds, and then the increments. SIMD shifts need distances that are known at compile
  // time. Only a few counters are taken at a time, so that they fit into registers.
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
