// Counts of the numbers drawn, against the numbers themselves.
#include "dropout/draw_counts.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

#include "dropout/dropout.hpp"
#include "dropout/replay.hpp"
#include "fixtures/seeded.hpp"

namespace playground::dropout {
namespace {

using fixtures::of_every_engine;
using fixtures::seeded;
using tensor::DType;
using tensor::Tensor;

constexpr std::size_t kParts = 50;

TEST(DrawCounts, AreThoseOfTheNumbersOnEveryEngine) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Dropout drop(LayerKind::kDropout, 0.3, false, generator);
    Tensor x = tensor::full({3001}, 1, DType::kFloat32);
    drop.forward(x);
    const DrawCounts counts = count_draws(*drop.last_call(), kParts);
    const Replay replay(*drop.last_call(), true);
    std::vector<double> kept(kParts);
    std::vector<double> dropped(kParts);
    for (std::size_t i = 0; i < x.size(); ++i) {
      auto part = static_cast<std::size_t>(std::floor(replay.uniforms()[i] * kParts));
      if (replay.uniforms()[i] == 1) part = kParts - 1;
      ++(replay.kept()[i] != 0 ? kept : dropped)[part];
    }
    EXPECT_EQ(counts.kept, kept);
    EXPECT_EQ(counts.dropped, dropped);
    EXPECT_THAT(counts.threshold, testing::NanSensitiveDoubleEq(replay.threshold()));
  }
}

TEST(DrawCounts, OfAChannelIsOne) {
  Dropout drop(LayerKind::kDropout2d, 0.5, false, seeded(random::TorchCpuEngine{}, 7));
  Tensor x = tensor::full({2, 3, 40, 40}, 1, DType::kFloat32);
  drop.forward(x);
  const DrawCounts counts = count_draws(*drop.last_call(), 1);
  EXPECT_EQ(counts.kept[0] + counts.dropped[0], 6);
}

TEST(DrawCounts, OfNothingAreNone) {
  Dropout drop(LayerKind::kDropout, 1, false, seeded(random::TorchCpuEngine{}, 7));
  Tensor x = tensor::full({3}, 5, DType::kFloat32);
  drop.forward(x);
  const DrawCounts counts = count_draws(*drop.last_call(), kParts);
  EXPECT_TRUE(counts.kept.empty());
  EXPECT_TRUE(counts.dropped.empty());
  EXPECT_TRUE(std::isnan(counts.threshold));
}

}  // namespace
}  // namespace playground::dropout
