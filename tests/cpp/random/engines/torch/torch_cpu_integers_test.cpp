#include "random/engines/torch/torch_cpu_integers.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <vector>

namespace playground::random {
namespace {

std::vector<std::int64_t> randint(TorchCpuGenerator& generator, std::int64_t low, std::int64_t high,
                                  std::size_t size, std::uint64_t wide_from = kRandintWideFrom) {
  std::vector<std::int64_t> x(size);
  fill_randint(generator, low, high, x, wide_from);
  return x;
}

// The fixtures, which torch_cpu_normal_test.cpp runs, hold ranges of every kind but these.
TEST(TorchCpuIntegers, RangesFrom2To28DrawTwoWordsSince214) {
  TorchCpuGenerator words(6);
  const std::uint64_t high = words.random();
  const std::uint64_t low = words.random();
  constexpr std::int64_t kRange = std::int64_t{1} << 28;
  TorchCpuGenerator generator(6);
  EXPECT_EQ(randint(generator, 0, kRange - 1, 1)[0],
            static_cast<std::int64_t>(high % (kRange - 1)));
  generator.manual_seed(6);
  EXPECT_EQ(randint(generator, 0, kRange + 1, 1)[0],
            static_cast<std::int64_t>((high << 32 | low) % (kRange + 1)));
  generator.manual_seed(6);
  EXPECT_EQ(randint(generator, 0, kRange + 1, 1, kRandintWideFromUpTo2_6)[0],
            static_cast<std::int64_t>(high % (kRange + 1)));
}

TEST(TorchCpuIntegers, RangeMayBeWiderThanAnInteger) {
  using Limits = std::numeric_limits<std::int64_t>;
  TorchCpuGenerator generator(6);
  TorchCpuGenerator words(6);
  for (const std::int64_t value : randint(generator, Limits::min(), Limits::max(), 100)) {
    const std::uint64_t draw = words.random64();
    EXPECT_EQ(static_cast<std::uint64_t>(value), (std::uint64_t{1} << 63) + draw);
  }
}

TEST(TorchCpuIntegers, RandpermHoldsEachNumberOnce) {
  TorchCpuGenerator generator(6);
  std::vector<std::int64_t> x(100);
  fill_randperm(generator, x);
  std::vector<std::int64_t> ascending(100);
  for (std::size_t i = 0; i < 100; ++i) ascending[i] = static_cast<std::int64_t>(i);
  EXPECT_NE(x, ascending);
  EXPECT_THAT(x, testing::UnorderedElementsAreArray(ascending));
}

TEST(TorchCpuIntegers, RandpermOfOneOrNoneDrawsNothing) {
  TorchCpuGenerator generator(6);
  std::vector<std::int64_t> one(1, 5);
  fill_randperm(generator, one);
  fill_randperm(generator, {});
  EXPECT_EQ(one[0], 0);
  EXPECT_EQ(generator.random(), TorchCpuGenerator(6).random());
}

}  // namespace
}  // namespace playground::random
