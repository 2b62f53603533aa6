// The lanes give the words of single twisters, in whatever order they are asked for.
#include "search/lanes/mt19937_lanes.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "random/algorithms/mt19937.hpp"

namespace playground::search {
namespace {

constexpr std::size_t kLanes = Mt19937Lanes::kLanes;

std::vector<std::uint32_t> words_of(const Mt19937Lanes::Lanes& lanes) {
  std::vector<std::uint32_t> words(kLanes);
  for (std::size_t b = 0; b < lanes.size(); ++b) {
    lanes[b].store_unaligned(&words[b * Mt19937Lanes::Words::size]);
  }
  return words;
}

// The first `count` words of each lane.
std::vector<std::vector<std::uint32_t>> twisters(std::uint32_t first, std::size_t count) {
  std::vector<std::vector<std::uint32_t>> words(kLanes, std::vector<std::uint32_t>(count));
  for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
    random::Mt19937(first + lane).fill(words[lane]);
  }
  return words;
}

void expect_words(Mt19937Lanes& lanes, const std::vector<std::vector<std::uint32_t>>& expected,
                  std::size_t position) {
  const auto words = words_of(lanes.word(position));
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    ASSERT_EQ(words[lane], expected[lane][position]) << "word " << position << ", lane " << lane;
  }
}

TEST(Mt19937Lanes, GivesTheKnownWordsOfSeed5489) {
  const auto lanes = std::make_unique<Mt19937Lanes>();
  lanes->seed(5489);
  EXPECT_EQ(words_of(lanes->word(0))[0], 3499211612u);
  EXPECT_EQ(words_of(lanes->word(1))[0], 581869302u);
  EXPECT_EQ(words_of(lanes->word(9999))[0], 4123659995u);
}

TEST(Mt19937Lanes, GivesEveryWordOfEverySeed) {
  const auto lanes = std::make_unique<Mt19937Lanes>();
  // The last lanes wrap around to the seeds 0, 1, …
  for (const std::uint32_t first : {0u, 123456u, 0xfffffffcu}) {
    SCOPED_TRACE(first);
    const auto expected = twisters(first, 2000);
    lanes->seed(first);
    for (std::size_t position = 0; position < 2000; ++position) {
      expect_words(*lanes, expected, position);
    }
  }
}

TEST(Mt19937Lanes, SkipsAheadAndGoesBackWithinABlock) {
  const auto lanes = std::make_unique<Mt19937Lanes>();
  const auto expected = twisters(42, 3000);
  lanes->seed(42);
  for (const std::size_t position : {5u, 0u, 226u, 227u, 1u, 623u, 300u, 624u, 1247u, 2600u}) {
    expect_words(*lanes, expected, position);
  }
}

}  // namespace
}  // namespace playground::search
