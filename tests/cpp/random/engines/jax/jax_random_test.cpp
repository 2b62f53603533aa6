#include "random/engines/jax/jax_random.hpp"

#include <gmock/gmock.h>

#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "fixtures/words.hpp"

namespace playground::random {
namespace {

using nlohmann::json;
using testing::ElementsAre;

std::vector<std::uint32_t> bits(ThreefryKey key, std::uint64_t size,
                                JaxLayout layout = JaxLayout::kPartitionable) {
  std::vector<std::uint32_t> words(size);
  jax_bits(key, size, 0, words, layout);
  return words;
}

std::size_t size_of(const json& shape) {
  std::size_t size = 1;
  for (const std::size_t extent : shape) size *= extent;
  return size;
}

// tests/random_test.py of JAX, with jax_threefry_partitionable off.
TEST(JaxRandom, GivesTheOriginalLayoutsRegressionValues) {
  EXPECT_THAT(bits(jax_key(1701), 3, JaxLayout::kOriginal),
              ElementsAre(56197195u, 4200222568u, 961309823u));
  std::vector<ThreefryKey> keys;
  for (std::uint32_t i = 0; i < 4; ++i) {
    keys.push_back(jax_split(jax_key(0), 4, i, JaxLayout::kOriginal));
  }
  EXPECT_THAT(keys,
              ElementsAre(ThreefryKey{2285895361, 1501764800}, ThreefryKey{1518642379, 4090693311},
                          ThreefryKey{433833334, 4221794875}, ThreefryKey{839183663, 3740430601}));
  std::vector<bool> mask;
  for (const std::uint32_t word : bits(jax_key(1612777541), 5, JaxLayout::kOriginal)) {
    mask.push_back(jax_uniform(word) < 0.5f);
  }
  EXPECT_THAT(mask, ElementsAre(false, true, true, true, false));
}

// The same file, on keys.
TEST(JaxRandom, KeysAreTheSeedsLowWordUnlessX64) {
  EXPECT_EQ(jax_key(1), (ThreefryKey{0, 1}));
  EXPECT_EQ(jax_key(static_cast<std::uint64_t>(-1)), (ThreefryKey{0, 4294967295}));
  EXPECT_EQ(jax_key(2147483747), (ThreefryKey{0, 2147483747}));
  EXPECT_EQ(jax_key(0x0123456789abcdef), (ThreefryKey{0, 0x89abcdef}));
  EXPECT_EQ(jax_key(0x0123456789abcdef, true), (ThreefryKey{0x01234567, 0x89abcdef}));
}

// https://docs.jax.dev/en/latest/jax.random.html: random.uniform(random.key(0))
TEST(JaxRandom, UniformIsWhatTheDocumentationPrints) {
  EXPECT_NEAR(jax_uniform(bits(jax_key(0), 1)[0]), 0.947667, 5e-7);
  EXPECT_EQ(jax_uniform(0), 0.0f);
  EXPECT_EQ(jax_uniform(0xffffffff), 1 - 0x1p-23f);
}

TEST(JaxRandom, EveryCaseOfTheFixtureIsJaxs) {
  std::size_t checked = 0;
  for (const json& expected : fixtures::cases("jax.json")) {
    SCOPED_TRACE(expected.at("python").get<std::string>());
    const std::string op = expected.at("op");
    const ThreefryKey key = jax_key(expected.at("seed").get<std::uint64_t>());
    std::vector<std::uint32_t> got;
    if (op == "split") {
      const std::uint32_t count = expected.at("num");
      for (std::uint32_t i = 0; i < count; ++i) {
        for (const std::uint32_t word : jax_split(key, count, i)) got.push_back(word);
      }
    } else {
      got = bits(key, size_of(expected.at("shape")));
      for (std::uint32_t& word : got) {
        const float uniform = jax_uniform(word);
        if (op == "uniform") word = std::bit_cast<std::uint32_t>(uniform);
        if (op == "bernoulli") word = uniform < expected.at("p").get<float>();
      }
    }
    fixtures::expect_bits(got, expected);
    checked += got.size();
  }
  EXPECT_EQ(checked, 11'820u) << "the fixture must not shrink unseen";
}

// The scalar twin of the batches, at every alignment and over a carry of the counter.
TEST(JaxRandom, PartitionableBitsAreThoseOfEachCounterAlone) {
  const ThreefryKey key{0x89abcdef, 0x01234567};
  for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{5},
                                    (std::uint64_t{1} << 32) - 20, (std::uint64_t{7} << 32) - 3}) {
    for (std::size_t count = 0; count < 70; ++count) {
      std::vector<std::uint32_t> words(count);
      jax_bits(key, first + count, first, words);
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t at = first + i;
        const auto [a, b] =
            threefry2x32(key, static_cast<std::uint32_t>(at >> 32), static_cast<std::uint32_t>(at));
        ASSERT_EQ(words[i], a ^ b) << "element " << i << " of " << count << " from " << first;
      }
    }
  }
}

// _threefry_random_bits_original of jax/_src/prng.py, with its arrays: the counters are made even,
// cut in two, and what comes out is put together again.
TEST(JaxRandom, OriginalBitsAreThoseOfTheCountersHalves) {
  const ThreefryKey key{0x89abcdef, 0x01234567};
  for (std::size_t size = 1; size < 230; ++size) {
    std::vector<std::uint32_t> counters(size + size % 2);
    std::iota(counters.begin(), counters.begin() + static_cast<std::ptrdiff_t>(size), 0u);
    const std::size_t half = counters.size() / 2;
    std::vector<std::uint32_t> expected(counters.size());
    for (std::size_t i = 0; i < half; ++i) {
      const auto [a, b] = threefry2x32(key, counters[i], counters[half + i]);
      expected[i] = a;
      expected[half + i] = b;
    }
    expected.resize(size);
    EXPECT_EQ(bits(key, size, JaxLayout::kOriginal), expected) << size;
  }
}

TEST(JaxRandom, AnyRangeIsPartOfTheWhole) {
  for (const JaxLayout layout : {JaxLayout::kPartitionable, JaxLayout::kOriginal}) {
    for (const std::size_t size : {1, 2, 7, 64, 101, 230}) {
      const auto whole = bits(jax_key(9), size, layout);
      for (std::size_t first = 0; first < size; ++first) {
        std::vector<std::uint32_t> part(size - first);
        jax_bits(jax_key(9), size, first, part, layout);
        EXPECT_EQ(part,
                  std::vector(whole.begin() + static_cast<std::ptrdiff_t>(first), whole.end()))
            << size << " from " << first;
      }
    }
  }
}

// As JAX's documentation prints them: split(key(42)), before and since partitionable is the
// default.
TEST(JaxRandom, SplitsAsTheDocumentationPrints) {
  EXPECT_EQ(jax_split(jax_key(42), 2, 0), (ThreefryKey{1832780943, 270669613}));
  EXPECT_EQ(jax_split(jax_key(42), 2, 1), (ThreefryKey{64467757, 2916123636}));
  EXPECT_EQ(jax_split(jax_key(42), 2, 0, JaxLayout::kOriginal),
            (ThreefryKey{2465931498, 3679230171}));
  EXPECT_EQ(jax_split(jax_key(42), 2, 1, JaxLayout::kOriginal),
            (ThreefryKey{255383827, 267815257}));
}

// The words of the whole split at once, as threefry_split of jax/_src/prng.py makes them.
TEST(JaxRandom, EachKeyIsThatOfTheWholeSplit) {
  for (const std::uint32_t num : {1u, 2u, 3u, 10u, 1000u}) {
    const auto words = bits({7, 8}, 2 * std::uint64_t{num}, JaxLayout::kOriginal);
    for (std::uint32_t i = 0; i < num; ++i) {
      EXPECT_EQ(jax_split({7, 8}, num, i, JaxLayout::kOriginal),
                (ThreefryKey{words[2 * i], words[2 * i + 1]}));
    }
  }
  // The last of as many as there can be.
  const std::uint32_t most = (1u << 31) - 1;
  EXPECT_NE(jax_split({7, 8}, most, most - 1, JaxLayout::kOriginal), (ThreefryKey{}));
}

TEST(JaxRandom, DerivesStepByStep) {
  const std::array<JaxKeyStep, 3> steps{{{2, 1}, {0, 7}, {3, 2}}};
  for (const JaxLayout layout : {JaxLayout::kPartitionable, JaxLayout::kOriginal}) {
    const ThreefryKey expected =
        jax_split(jax_fold_in(jax_split(jax_key(5), 2, 1, layout), 7), 3, 2, layout);
    EXPECT_EQ(jax_derive(jax_key(5), steps, layout), expected);
  }
  EXPECT_EQ(jax_derive(jax_key(5), {}), jax_key(5));
}

TEST(JaxRandom, SplitIsAFoldInWherePartitionable) {
  for (std::uint32_t i = 0; i < 5; ++i) {
    EXPECT_EQ(jax_split(jax_key(3), 5, i), jax_fold_in(jax_key(3), i));
  }
}

}  // namespace
}  // namespace playground::random
