#include "dropout/bernoulli.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace playground::dropout {
namespace {

using random::TorchCpuGenerator;

// PyTorch's own words for it: keep iff uniform64() < keep_probability.
TEST(Bernoulli, DecidesAsTheUniformsDo) {
  for (const double keep_probability : {0.0, 1e-300, 0.1, 0.3, 0.5, 0.7, 1 - 0x1p-53, 1.0}) {
    TorchCpuGenerator generator(11);
    TorchCpuGenerator oracle(11);
    std::vector<std::uint8_t> keep(3001);
    bernoulli(generator, keep_probability, keep);
    for (const std::uint8_t kept : keep) {
      ASSERT_EQ(kept != 0, oracle.uniform64() < keep_probability) << keep_probability;
    }
  }
}

TEST(Bernoulli, ComparesAllOf53Bits) {
  // Thresholds next to each of the first draws decide that draw by its last bit.
  TorchCpuGenerator uniforms(5);
  for (int i = 0; i < 100; ++i) {
    TorchCpuGenerator at_draw = uniforms;
    TorchCpuGenerator above_draw = uniforms;
    const double u = uniforms.uniform64();
    std::uint8_t keep[1];
    bernoulli(at_draw, u, keep);
    EXPECT_EQ(keep[0], 0);
    bernoulli(above_draw, std::nextafter(u, 1), keep);
    EXPECT_EQ(keep[0], 1);
  }
}

TEST(Bernoulli, IsTheSameHoweverItIsSplit) {
  TorchCpuGenerator whole(1);
  std::vector<std::uint8_t> expected(2000);
  bernoulli(whole, 0.4, expected);
  for (const std::size_t piece : {1, 3, 255, 256, 257, 1999}) {
    TorchCpuGenerator generator(1);
    std::vector<std::uint8_t> keep(2000);
    for (std::size_t first = 0; first < keep.size(); first += piece) {
      bernoulli(generator, 0.4,
                std::span(keep).subspan(first, std::min(piece, keep.size() - first)));
    }
    EXPECT_EQ(keep, expected) << "pieces of " << piece;
  }
}

// 1e6 draws with a fixed seed; five standard deviations, a false alarm in 1.7 million runs.
TEST(Bernoulli, KeepsTheShareItIsAskedFor) {
  constexpr double kSize = 1e6;
  for (const double keep_probability : {0.2, 0.5, 0.9}) {
    TorchCpuGenerator generator(2718);
    std::vector<std::uint8_t> keep(static_cast<std::size_t>(kSize));
    bernoulli(generator, keep_probability, keep);
    const double kept = std::accumulate(keep.begin(), keep.end(), 0.0);
    const double deviation = std::sqrt(kSize * keep_probability * (1 - keep_probability));
    EXPECT_NEAR(kept, kSize * keep_probability, 5 * deviation);
  }
}

}  // namespace
}  // namespace playground::dropout
