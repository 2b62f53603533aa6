#include "random/algorithms/mcg31.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <vector>

#include "random/algorithms/mcg31_lanes.hpp"
#include "random/algorithms/mcg31_ring.hpp"
#include "random/engines/torch/torch_program.hpp"

namespace playground::random {
namespace {

using testing::ElementsAre;

TEST(Mcg31, StartsWithItsSeed) {
  Mcg31 values(1);
  std::vector<std::uint32_t> first(10'000);
  for (std::uint32_t& value : first) value = values();
  EXPECT_THAT(std::vector(first.begin(), first.begin() + 3),
              ElementsAre(1u, 1132489760u, 826537482u));
  EXPECT_EQ(first.back(), 378057968u);
}

TEST(Mcg31, TakesItsSeedModuloAndNever0) {
  EXPECT_EQ(Mcg31(0)(), 1u);
  EXPECT_EQ(Mcg31(Mcg31::kModulus)(), 1u);
  EXPECT_EQ(Mcg31(Mcg31::kModulus - 1)(), Mcg31::kModulus - 1);
  EXPECT_EQ(Mcg31(Mcg31::kModulus + 5)(), 5u);
  EXPECT_EQ(Mcg31(0xffffffffu)(), 1u);  // 2^32 - 1 is 2 * kModulus + 1
}

TEST(Mcg31, MultipliesAsWideIntegersDo) {
  std::mt19937 seeds(20261120);
  for (int trial = 0; trial < 100; ++trial) {
    const auto seed = static_cast<std::uint32_t>(seeds());
    Mcg31 values(seed);
    std::uint64_t expected = std::max(seed % Mcg31::kModulus, 1u);
    for (int i = 0; i < 1000; ++i) {
      ASSERT_EQ(values(), expected) << "seed " << seed << " value " << i;
      expected = expected * Mcg31::kMultiplier % Mcg31::kModulus;
    }
  }
}

TEST(Mcg31, KnowsWhatManyStepsMultiplyBy) {
  for (const std::uint64_t count : {0, 1, 2, 3, 64, 1000, 4097, 100'000}) {
    Mcg31 drawn(1);
    for (std::uint64_t i = 0; i < count; ++i) drawn();
    EXPECT_EQ(Mcg31::multiplier_of(count), drawn()) << count;
  }
}

TEST(Mcg31, ComesRoundAfterItsFullPeriod) {
  EXPECT_EQ(Mcg31::multiplier_of(Mcg31::kModulus - 1), 1u);
}

TEST(Mcg31Lanes, GiveTheSameValues) {
  for (const std::uint32_t seed : {1u, 42u, 0x7ffffffeu}) {
    Mcg31 oracle(seed);
    oracle();
    Mcg31Lanes lanes(oracle);
    for (const std::size_t times : {0, 1, 1000}) {
      lanes.next(times, [&](FourWords values) {
        for (std::size_t j = 0; j < 4; ++j) ASSERT_EQ(values.get(j), oracle()) << seed;
      });
    }
    EXPECT_EQ(lanes.rest()(), oracle());
  }
}

TEST(Mcg31Ring, GivesTheSameValues) {
  for (const std::uint32_t seed : {1u, 42u, 0x7ffffffeu}) {
    Mcg31 oracle(seed);
    oracle();
    Mcg31Ring ring(oracle);
    for (int i = 0; i < 100; ++i) {
      std::vector<std::uint32_t> found(Mcg31Ring::kSize + 4);
      std::uint32_t* next = found.data();
      ring.next([&](FourWords values) {
        values.store_unaligned(next);
        next += 4;
      });
      ASSERT_EQ(next, found.data() + Mcg31Ring::kSize);
      for (std::size_t j = 0; j < Mcg31Ring::kSize; ++j) ASSERT_EQ(found[j], oracle()) << seed;
    }
    EXPECT_EQ(ring.rest()(), oracle());
  }
}

TEST(Mcg31, UniformReaches1) {
  EXPECT_EQ(mcg31_uniform(1), 0x1p-31f);
  EXPECT_EQ(mcg31_uniform(0x7fffffff - 64), 1 - 0x1p-24f);  // half way: to the even neighbour
  EXPECT_EQ(mcg31_uniform(0x7fffffff - 63), 1.0f);
}

// bernoulli_ of a PyTorch with MKL, as the plainest loop.
void mkl_bernoulli(TorchCpuGenerator& generator, double keep, std::vector<std::uint8_t>& mask) {
  Mcg31 values(generator.random());
  for (auto& kept : mask) kept = mcg31_uniform(values()) < static_cast<float>(keep);
}

TEST(Mcg31, MasksAreThoseThatMklDraws) {
  int programs = 0;
  std::size_t checked = 0;
  for (const auto& program : fixtures::cases("torch-cpu-mkl.json")) {
    if (!TorchProgram::knows(program)) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    TorchProgram run(mkl_bernoulli, NormalKernel::kAvx2);
    run.run(program);
    for (const auto& [name, expected] : program.at("outputs").items()) {
      SCOPED_TRACE(name);
      checked += run.expect(name, expected);
    }
  }
  EXPECT_EQ(programs, 88) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 165'134u);
}

}  // namespace
}  // namespace playground::random
