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
    Blocks blocks;
    take_sixteen_rounds(high, low, blocks);
    each_block(increments_[5], [&](std::size_t i, const Block& increment) {
      const Block last = four_rounds<0>(blocks[i], increment);
      use(last.x0 ^ last.x1);
    });
  }

 private:
  /// The blocks of four counters.
  struct Block {
    FourWords x0;
    FourWords x1;
  };
  using Blocks = std::array<Block, kFours>;

  [[gnu::noinline]] void take_sixteen_rounds(std::uint32_t high, std::uint32_t low,
                                             Blocks& blocks) const noexcept {
    const auto [high_increment, low_increment] = increments_[0];
    const FourWords x0(high + high_increment);
    FourWords x1 = FourWords(low + low_increment) + FourWords(0u, 1u, 2u, 3u);
    each_block(increments_[1], [&](std::size_t i, const Block& increment) {
      blocks[i] = four_rounds<0>({x0, x1}, increment);
      x1 = x1 + FourWords(4u);
    });
    const auto next = [&]<int kRow>(const ThreefryKey& increments) {
      each_block(increments, [&](std::size_t i, const Block& increment) {
        blocks[i] = four_rounds<kRow>(blocks[i], increment);
      });
    };
    next.template operator()<1>(increments_[2]);
    next.template operator()<0>(increments_[3]);
    next.template operator()<1>(increments_[4]);
  }

  // A few at a time, for which there are registers.
  template <class Visit>
  static void each_block(const ThreefryKey& words, Visit visit) noexcept {
    const Block increment{FourWords(words[0]), FourWords(words[1])};
#pragma GCC unroll 3
    for (std::size_t i = 0; i < kFours; ++i) visit(i, increment);
  }

  // The distances are known while compiling, as SIMD shifts need them.
  template <int kRow>
  static Block four_rounds(Block block, const Block& increment) noexcept {
    round<kThreefryDistances[kRow][0]>(block);
    round<kThreefryDistances[kRow][1]>(block);
    round<kThreefryDistances[kRow][2]>(block);
    round<kThreefryDistances[kRow][3]>(block);
    return {block.x0 + increment.x0, block.x1 + increment.x1};
  }

  template <int kDistance>
  static void round(Block& block) noexcept {
    block.x0 = block.x0 + block.x1;
    block.x1 = rotated_left<kDistance>(block.x1) ^ block.x0;
  }

  std::array<ThreefryKey, 6> increments_;
};

}  // namespace playground::random
