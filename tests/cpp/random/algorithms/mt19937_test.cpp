#include "random/algorithms/mt19937.hpp"

#include <gmock/gmock.h>

#include "random/algorithms/mt19937_steps.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace playground::random {
namespace {

using testing::ElementsAre;

TEST(Mt19937, GivesThePublishedWords) {
  Mt19937 words(5489);
  std::vector<std::uint32_t> first(10'000);
  words.fill(first);
  EXPECT_THAT(std::vector(first.begin(), first.begin() + 3),
              ElementsAre(3499211612u, 581869302u, 3890346734u));
  EXPECT_EQ(first.back(), 4123659995u);  // [rand.predef] in the C++ standard
}

// The standard library's twister is the scalar oracle of ours.
TEST(Mt19937, AgreesWithTheStandardLibraryForEverySeed) {
  std::mt19937 seeds(20261120);
  for (int trial = 0; trial < 200; ++trial) {
    const auto seed = static_cast<std::uint32_t>(seeds());
    Mt19937 words(seed);
    std::mt19937 expected(seed);
    for (int i = 0; i < 2000; ++i)
      ASSERT_EQ(words(), expected()) << "seed " << seed << " word " << i;
  }
}

TEST(Mt19937, FillIsTheSameHoweverItIsSplit) {
  for (const std::size_t piece : {1, 2, 3, 5, 7, 16, 100, 623, 624, 625, 5000}) {
    Mt19937 words(7);
    std::mt19937 expected(7);
    std::vector<std::uint32_t> got(piece);
    for (std::size_t done = 0; done < 5000; done += piece) {
      words.fill(got);
      for (const std::uint32_t word : got) ASSERT_EQ(word, expected()) << "pieces of " << piece;
    }
  }
}

TEST(Mt19937, SeedStartsAfresh) {
  Mt19937 words(1);
  for (int i = 0; i < 1000; ++i) words();
  words.seed(5489);
  EXPECT_EQ(words(), 3499211612u);
}

TEST(Mt19937, HandsOutItsWordsBeforeTempering) {
  Mt19937 words(7);
  Mt19937 oracle(7);
  for (const std::size_t count : {1u, 3u, 600u, 700u, 20u, 5000u}) {
    const auto taken = words.take_untempered(count);
    ASSERT_FALSE(taken.empty());
    ASSERT_LE(taken.size(), count);
    for (const std::uint32_t word : taken) ASSERT_EQ(mt19937_temper(word), oracle());
  }
}

}  // namespace
}  // namespace playground::random
