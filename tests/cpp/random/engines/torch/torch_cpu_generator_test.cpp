#include "random/engines/torch/torch_cpu_generator.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "errors/fails.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;

std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

// torch.manual_seed(0); torch.rand(3)
TEST(TorchCpuGenerator, Uniform32IsWhatTorchRandPrints) {
  TorchCpuGenerator generator(0);
  EXPECT_FLOAT_EQ(generator.uniform32(), 0.49625658f);
  EXPECT_FLOAT_EQ(generator.uniform32(), 0.76822180f);
  EXPECT_FLOAT_EQ(generator.uniform32(), 0.08847743f);
}

TEST(TorchCpuGenerator, TheFirstOfTwoWordsIsTheHighHalf) {
  TorchCpuGenerator words(3);
  const std::uint64_t high = words.random();
  const std::uint64_t low = words.random();
  EXPECT_EQ(TorchCpuGenerator(3).random64(), high << 32 | low);
}

TEST(TorchCpuGenerator, OnlyTheLow32BitsOfASeedMatter) {
  TorchCpuGenerator low(123);
  TorchCpuGenerator high((std::uint64_t{1} << 32) + 123);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(low.random(), high.random());
  EXPECT_EQ(high.initial_seed(), (std::uint64_t{1} << 32) + 123);
}

// torch.manual_seed(0); torch.randn(2)
TEST(TorchCpuGenerator, NormalsComeInPairs) {
  TorchCpuGenerator generator(0);
  EXPECT_FLOAT_EQ(static_cast<float>(generator.normal()), 1.5409961f);
  generator.random();
  EXPECT_FLOAT_EQ(static_cast<float>(generator.normal()), -0.2934289f);
  generator.normal();
  generator.manual_seed(0);
  EXPECT_FLOAT_EQ(static_cast<float>(generator.normal()), 1.5409961f)
      << "seeding forgets a kept normal";
}

TEST(TorchCpuGenerator, RestoreContinuesWhereStateWasTaken) {
  TorchCpuGenerator generator(42);
  for (int i = 0; i < 700; ++i) generator.random();
  generator.normal();  // leaves the second of the pair behind
  const auto state = copy_of(generator.state());
  const double normal = generator.normal();
  const std::uint64_t next = generator.random64();
  TorchCpuGenerator other;
  other.restore(state);
  EXPECT_EQ(other.normal(), normal);
  EXPECT_EQ(other.random64(), next);
  EXPECT_EQ(other.initial_seed(), 42u);
}

TEST(TorchCpuGenerator, RestoreRefusesWhatIsNoState) {
  TorchCpuGenerator generator(42);
  auto state = copy_of(generator.state());
  const std::uint64_t next = TorchCpuGenerator(generator).random64();

  EXPECT_THAT([&] { generator.restore(std::span(state).first(16)); }, Fails(Kind::kValue));
  std::memset(state.data(), 0xff, state.size());
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue));
  EXPECT_EQ(generator.random64(), next) << "a refused state must change nothing";
}

}  // namespace
}  // namespace playground::random
