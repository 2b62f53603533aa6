#include "random/engines/numpy/numpy_seed_sequence.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace playground::random {
namespace {

using testing::ElementsAre;

std::vector<std::uint32_t> words_of(const std::vector<std::uint32_t>& seed, std::size_t size = 4) {
  std::vector<std::uint32_t> words(size);
  numpy_seed_sequence(seed, words);
  return words;
}

// np.random.SeedSequence(seed).generate_state(4)
TEST(NumpySeedSequence, GivesNumpysWords) {
  EXPECT_THAT(words_of({0}), ElementsAre(2968811710u, 3677149159u, 745650761u, 2884920346u));
  EXPECT_THAT(words_of({42}), ElementsAre(3444837047u, 2669555309u, 2046530742u, 3581440988u));
}

TEST(NumpySeedSequence, ZerosAboveTheSeedChangeNothing) {
  EXPECT_EQ(words_of({}), words_of({0}));
  EXPECT_EQ(words_of({42, 0, 0, 0, 0, 0}), words_of({42}));
  EXPECT_NE(words_of({42, 0, 0, 0, 0, 1}), words_of({42}));
  EXPECT_NE(words_of({0, 42}), words_of({42}));
}

TEST(NumpySeedSequence, FewerWordsAreTheFirstOfMore) {
  const auto more = words_of({1, 2, 3, 4, 5}, 11);
  EXPECT_EQ(words_of({1, 2, 3, 4, 5}, 8), std::vector(more.begin(), more.begin() + 8));
}

}  // namespace
}  // namespace playground::random
