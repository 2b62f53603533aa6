#include "random/engines/fast/fast_generator.hpp"

#include <gmock/gmock.h>

#include <cstring>
#include <set>
#include <vector>

#include "errors/fails.hpp"
#include "random/engines/fast/fast_byte_lanes.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;

// Computed apart from this code, by a plain Python program after the definition in
// docs/decisions/0009-the-fast-engine.md.
TEST(FastBytes, AreWhatTheDefinitionGives) {
  const FastBytes bytes(0x123456789abcdef0, 3);
  // clang-format off
  const std::vector<int> first{57, 199, 63, 124, 67, 238, 210, 140, 246, 2, 7, 225, 213, 62, 49, 70, 114, 226, 231, 163};
  // clang-format on
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(bytes.byte(i), first[i]) << i;
  EXPECT_EQ(bytes.byte(1000000), 120);
  EXPECT_EQ(bytes.word(0), 0xe470c338bc81d4f2u);
  EXPECT_EQ(bytes.word(1000000), 0x80bed8a9c7ce2414u);
}

TEST(FastBytes, ComeInGroupsAsOneByOne) {
  for (const std::uint64_t group : {std::uint64_t{0}, std::uint64_t{5}, std::uint64_t{1} << 30,
                                    (std::uint64_t{1} << 30) + 1, std::uint64_t{1} << 56}) {
    const FastBytes bytes(99, std::uint64_t{1} << 40);
    PhiloxLanes drawn = fast_byte_lanes(bytes, group);
    PhiloxRoundKeys keys(bytes.key());
    for (std::size_t round = 0; round < drawn.kRoundsLeft; ++round, keys.advance()) {
      drawn.round(keys);
    }
    std::array<std::uint8_t, FastBytes::kGroup> together;
    for (std::size_t j = 0; j < 4; ++j) {
      std::array<std::uint32_t, 4> words;
      drawn.words()[j].store_unaligned(words.data());
      std::memcpy(&together[16 * j], words.data(), 16);
    }
    for (std::size_t i = 0; i < together.size(); ++i) {
      ASSERT_EQ(together[i], bytes.byte(group * FastBytes::kGroup + i)) << group << ", " << i;
    }
  }
}

TEST(FastGenerator, DrawsAnotherStreamInEachCallAndForEachSeed) {
  std::set<std::uint64_t> words;
  for (const std::uint64_t seed : {0u, 1u, 2u}) {
    FastGenerator generator(seed);
    for (int call = 0; call < 3; ++call) words.insert(generator.next_call().word(0));
  }
  EXPECT_EQ(words.size(), 9u);
}

TEST(FastGenerator, GoesOnFromItsState) {
  FastGenerator generator(7);
  generator.next_call();
  FastGenerator restored(1);
  restored.restore(generator.state());
  EXPECT_EQ(restored.initial_seed(), 7u);
  EXPECT_EQ(restored.next_call().word(3), generator.next_call().word(3));
  EXPECT_THAT([&] { restored.restore(generator.state().first(3)); }, Fails(Kind::kValue));
}

}  // namespace
}  // namespace playground::random
