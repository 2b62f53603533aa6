#include "random/algorithms/threefry2x32_lanes.hpp"

#include <gmock/gmock.h>

namespace playground::random {
namespace {

TEST(ThreefryLanes, AreScalarBlocks) {
  const ThreefryKey key{0xdeadbeef, 0x12345678};
  const ThreefryLanes lanes(key);
  for (const std::uint32_t high : {0u, 1u, ~0u}) {
    for (const std::uint32_t low : {0u, 24u, 0u - std::uint32_t{ThreefryLanes::kCounters}}) {
      std::array<std::uint32_t, ThreefryLanes::kCounters> words;
      std::uint32_t* next = words.data();
      lanes.combined_words(high, low, [&](FourWords four) {
        four.store_unaligned(next);
        next += 4;
      });
      EXPECT_EQ(next, words.data() + words.size());
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        const auto [a, b] = threefry2x32(key, high, low + i);
        EXPECT_EQ(words[i], a ^ b) << high << ' ' << low << ' ' << i;
      }
    }
  }
}

TEST(ThreefryLanes, GiveBothWordsOfEachBlock) {
  const ThreefryKey key{0xdeadbeef, 0x12345678};
  const ThreefryLanes lanes(key);
  for (const std::uint32_t x0 : {0u, 48u, 0u - 7u}) {
    for (const std::uint32_t x1 : {1u, 1u << 31, 0u - 5u}) {
      std::uint32_t i = 0;
      lanes.both_words(x0, x1, [&](FourWords first, FourWords second) {
        for (std::size_t lane = 0; lane < 4; ++lane, ++i) {
          EXPECT_THAT(threefry2x32(key, x0 + i, x1 + i),
                      testing::ElementsAre(first.get(lane), second.get(lane)));
        }
      });
      EXPECT_EQ(i, ThreefryLanes::kCounters);
    }
  }
}

}  // namespace
}  // namespace playground::random
