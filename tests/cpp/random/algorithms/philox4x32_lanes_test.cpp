#include "random/algorithms/philox4x32_lanes.hpp"

#include <gmock/gmock.h>

namespace playground::random {
namespace {

PhiloxWords lane(PhiloxLanes lanes, PhiloxRoundKeys keys, std::size_t index) {
  for (std::size_t round = 0; round < lanes.kRoundsLeft; ++round, keys.advance()) lanes.round(keys);
  PhiloxWords words;
  for (std::size_t j = 0; j < words.size(); ++j) {
    std::array<std::uint32_t, 4> of_lane;
    lanes.words()[j].store_unaligned(of_lane.data());
    words[j] = of_lane[index];
  }
  return words;
}

TEST(PhiloxLanes, AreFourScalarBlocks) {
  const PhiloxKey key{0xdeadbeef, 0x12345678};
  const FourWords counting(7u, 8u, 0xffffffffu, 0u);
  const std::uint32_t counts[] = {7, 8, 0xffffffff, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(lane(PhiloxLanes(counting, 1u, 2u, 3u, key), PhiloxRoundKeys(key), i),
              philox4x32({counts[i], 1, 2, 3}, key));
    EXPECT_EQ(lane(PhiloxLanes(1u, 2u, counting, 3u, key), PhiloxRoundKeys(key), i),
              philox4x32({1, 2, counts[i], 3}, key));
    EXPECT_EQ(
        lane(PhiloxLanes(counting, counting, counting, counting, key), PhiloxRoundKeys(key), i),
        philox4x32({counts[i], counts[i], counts[i], counts[i]}, key));
  }
}

}  // namespace
}  // namespace playground::random
