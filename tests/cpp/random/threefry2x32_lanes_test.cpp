#include "random/threefry2x32_lanes.hpp"

#include <gmock/gmock.h>

namespace playground::random {
namespace {

TEST(ThreefryLanes, AreScalarBlocks) {
  const ThreefryKey key{0xdeadbeef, 0x12345678};
  const ThreefryLanes lanes(key);
  for (const std::uint32_t high : {0u, 1u, ~0u}) {
    for (const std::uint32_t low : {0u, 24u, 0xffffffe8u}) {
      std::array<std::uint32_t, ThreefryLanes::kCounters> words;
      lanes.combined_words(high, low, words.data());
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        const auto [a, b] = threefry2x32(key, high, low + i);
        EXPECT_EQ(words[i], a ^ b) << high << ' ' << low << ' ' << i;
      }
    }
  }
}

}  // namespace
}  // namespace playground::random
