#include "random/mcg31.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "fixtures/words.hpp"
#include "random/torch_cpu_generator.hpp"

namespace playground::random {
namespace {

using nlohmann::json;
using testing::ElementsAre;

TEST(Mcg31, StartsWithItsSeed) {
  Mcg31 values(1);
  std::vector<std::uint32_t> first(10'000);
  values.fill(first);
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

TEST(Mcg31, SkippingIsDrawingInVain) {
  for (const std::uint64_t count : {0, 1, 2, 3, 64, 1000, 4097, 100'000}) {
    Mcg31 skipped(77);
    skipped.skip(count);
    Mcg31 drawn(77);
    for (std::uint64_t i = 0; i < count; ++i) drawn();
    EXPECT_EQ(skipped(), drawn()) << count;
  }
}

TEST(Mcg31, ComesRoundAfterItsFullPeriod) {
  Mcg31 values(12345);
  values.skip(Mcg31::kModulus - 1);
  EXPECT_EQ(values(), 12345u);
}

TEST(Mcg31, UniformReaches1) {
  EXPECT_EQ(mcg31_uniform(1), 0x1p-31f);
  EXPECT_EQ(mcg31_uniform(0x7fffffff - 64), 1 - 0x1p-24f);  // half way: to the even neighbour
  EXPECT_EQ(mcg31_uniform(0x7fffffff - 63), 1.0f);
}

// bernoulli_ of a PyTorch with MKL, as the plainest loop.
std::vector<std::uint8_t> mkl_mask(TorchCpuGenerator& generator, double keep, std::size_t size) {
  Mcg31 values(generator.random());
  std::vector<std::uint8_t> mask(size);
  for (auto& kept : mask) kept = mcg31_uniform(values()) < static_cast<float>(keep);
  return mask;
}

template <class T>
std::vector<T> dropout(TorchCpuGenerator& generator, const std::vector<T>& x, double p) {
  std::vector<T> y(x.size());
  if (p == 0 || x.empty()) return x;
  if (p == 1) {
    std::ranges::transform(x, y.begin(), [](T value) { return value * T(0); });
    return y;
  }
  const auto mask = mkl_mask(generator, 1 - p, x.size());
  const T scale = T(1) / static_cast<T>(1 - p);
  for (std::size_t i = 0; i < x.size(); ++i) y[i] = x[i] * (mask[i] != 0 ? scale : T(0));
  return y;
}

// Runs a program of the fixture on vectors of one type; `checked` counts what was compared.
template <class T>
void run(const json& program, std::size_t& checked) {
  TorchCpuGenerator generator;
  std::map<std::string, std::vector<T>> vectors;
  for (const json& step : program.at("steps")) {
    const std::string op = step.at("op");
    if (op == "seed") {
      generator.manual_seed(fixtures::torch_seed(step.at("seed")));
      continue;
    }
    std::vector<T>& out = vectors[step.at("out")];
    if (op == "dropout") {
      const std::vector<T>& in = vectors.at(step.at("in"));
      out = step.at("train") ? dropout(generator, in, step.at("p")) : in;
      if (step.value("inplace", false)) vectors.at(step.at("in")) = out;
      continue;
    }
    if (op == "tensor") {
      out = fixtures::values_from<T>(step.at("hex"));
      continue;
    }
    out.assign(1, T(1));
    for (const std::size_t extent : step.at("shape")) out.resize(out.size() * extent, T(1));
    if (op == "rand") {
      std::ranges::generate(out, [&] {
        return static_cast<T>(sizeof(T) == 4 ? generator.uniform32() : generator.uniform64());
      });
    }
  }
  for (const auto& [name, expected] : program.at("outputs").items()) {
    SCOPED_TRACE(name);
    fixtures::expect_bits(vectors.at(name), expected);
    checked += vectors.at(name).size();
  }
}

TEST(Mcg31, MasksAreThoseThatMklDraws) {
  int programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("torch-cpu-mkl.json")) {
    const auto is_known = [](const json& step) {
      const std::string op = step.at("op");
      return op == "seed" || op == "ones" || op == "rand" || op == "tensor" || op == "dropout";
    };
    if (!std::ranges::all_of(program.at("steps"), is_known)) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    const bool in_double = std::ranges::any_of(
        program.at("steps"), [](const json& step) { return step.value("dtype", "") == "float64"; });
    in_double ? run<double>(program, checked) : run<float>(program, checked);
  }
  EXPECT_EQ(programs, 84) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 164'979u);
}

}  // namespace
}  // namespace playground::random
