// Whether what the engine `fast` draws is independent and has the probability asked for. All seeds
// are fixed. Every comparison is with five standard deviations or more (with another seed a false
// alarm once in 1.7 million); there are about 300, so the whole would raise one in 6,000.
#include <gmock/gmock.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "dropout/draw.hpp"

namespace playground::dropout {
namespace {

#ifdef NDEBUG
constexpr std::size_t kElements = 128 << 20;
#else
constexpr std::size_t kElements = 4 << 20;  // with sanitizers; the wasm build draws them all
#endif

// Bits, 64 elements a word, element 0 lowest.
std::vector<std::uint64_t> drawn(double p, std::uint64_t seed) {
  random::Generator generator{random::FastEngine{random::FastGenerator(seed)}};
  Draw draw(generator, {kElements, DropProbability(p), 4});
  std::vector<std::uint64_t> bits(kElements / 64);
  std::array<std::uint8_t, 4096> keep;
  for (std::size_t first = 0; first < kElements; first += keep.size()) {
    draw.decide(keep);
    for (std::size_t i = 0; i < keep.size(); ++i) {
      bits[(first + i) / 64] |= std::uint64_t{keep[i]} << (i % 64);
    }
  }
  return bits;
}

void expect_share(double count, double trials, double probability, const char* what, int which) {
  const double deviation = std::sqrt(trials * probability * (1 - probability));
  EXPECT_NEAR(count, trials * probability, 5 * deviation) << what << " " << which;
}

class FastSoundness : public testing::TestWithParam<double> {};

TEST_P(FastSoundness, KeepsByChance) {
  const double p = GetParam();
  const double keep = 1 - p;
  const auto bits = drawn(p, 20261121);
  const auto size = static_cast<double>(kElements);

  double kept = 0;
  std::array<double, 16> outcomes{};
  std::array<double, 64> at_position{};
  for (const std::uint64_t word : bits) {
    kept += std::popcount(word);
    for (int quad = 0; quad < 16; ++quad) ++outcomes[word >> (4 * quad) & 15];
    for (int i = 0; i < 64; ++i) at_position[i] += word >> i & 1;
  }
  expect_share(kept, size, keep, "kept", 0);
  for (int m = 0; m < 16; ++m) {
    const int survivors = std::popcount(static_cast<unsigned>(m));
    expect_share(outcomes[m], size / 4, std::pow(keep, survivors) * std::pow(p, 4 - survivors),
                 "outcome of a quad", m);
  }
  for (int i = 0; i < 64; ++i) expect_share(at_position[i], size / 64, keep, "position", i);

  // Two elements agree with probability p^2 + keep^2, at any distance.
  for (const int lag : {1, 2, 3, 4, 5, 8, 16, 32, 48, 63}) {
    double agree = 0;
    for (std::size_t w = 0; w + 1 < bits.size(); ++w) {
      const std::uint64_t later = bits[w] >> lag | bits[w + 1] << (64 - lag);
      agree += std::popcount(~(bits[w] ^ later));
    }
    const double pairs = static_cast<double>(64 * (bits.size() - 1));
    const double both = p * p + keep * keep;
    // Neighbouring pairs share an element: at most the variance of independent ones three times.
    EXPECT_NEAR(agree, pairs * both, 5 * std::sqrt(3 * pairs * both * (1 - both))) << "lag " << lag;
  }
  for (const std::size_t lag : {1, 4, 16, 1024}) {  // times 64: groups, and blocks of them
    double agree = 0;
    for (std::size_t w = 0; w + lag < bits.size(); ++w) {
      agree += std::popcount(~(bits[w] ^ bits[w + lag]));
    }
    const double pairs = static_cast<double>(64 * (bits.size() - lag));
    const double both = p * p + keep * keep;
    EXPECT_NEAR(agree, pairs * both, 5 * std::sqrt(3 * pairs * both * (1 - both)))
        << "lag " << 64 * lag;
  }
}

INSTANTIATE_TEST_SUITE_P(OfProbabilities, FastSoundness, testing::Values(0.1, 0.3, 0.5));

}  // namespace
}  // namespace playground::dropout
