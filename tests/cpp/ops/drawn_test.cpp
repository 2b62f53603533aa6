#include "ops/drawn.hpp"

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "fixtures/torch_errors.hpp"

namespace playground::ops {
namespace {

using errors::Fails;
using errors::Kind;
using fixtures::list;
using fixtures::of_every_engine;
using fixtures::seeded;
using fixtures::torch_error;
using nlohmann::json;
using tensor::DType;
using tensor::Shape;
using testing::HasSubstr;
using testing::StrEq;

std::string after_last_dash(const std::string& id) { return id.substr(id.rfind('-') + 1); }

Shape shape_of(const json& described) {
  return Shape(described.at("shape").get<std::vector<std::int64_t>>());
}

TEST(Rand, IsNumpysRandAndRandnByTurns) {
  int programs = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    if (!id.starts_with("legacy/rand-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    const auto generator = seeded(random::NumpyEngine{}, std::stoull(after_last_dash(id)));
    for (const std::string out : {"a", "b", "n", "d", "i"}) {
      const json& expected = program.at("outputs").at(out);
      const bool normal = out == "n" || out == "i";
      fixtures::expect_tensor(normal ? randn(*generator, shape_of(expected), DType::kFloat64)
                                     : rand(*generator, shape_of(expected), DType::kFloat64),
                              expected);
    }
  }
  EXPECT_EQ(programs, 9) << "the fixture must not shrink unseen";
}

// Python's default_rng takes whole numbers of any size; these three need more than one word.
std::vector<std::uint32_t> pcg64_seed(const std::string& digits) {
  if (digits == "340282366920938463463374607431768211455") {  // 2^128 - 1
    return std::vector<std::uint32_t>(4, 0xffffffffu);
  }
  if (digits == "18446744073709551621") return {5, 0, 1};  // 2^64 + 5
  const std::uint64_t seed = std::stoull(digits);
  std::vector<std::uint32_t> words{static_cast<std::uint32_t>(seed)};
  if (seed >> 32 != 0) words.push_back(static_cast<std::uint32_t>(seed >> 32));
  return words;
}

TEST(Rand, IsDefaultRngsRandomInBothDtypesByTurns) {
  int programs = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    if (!id.starts_with("pcg64/random-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    Generator generator(random::NumpyPcg64Engine{});
    random::seed_with_words(generator, pcg64_seed(after_last_dash(id)));
    for (const std::string out : {"a", "f", "b", "h"}) {
      if (!program.at("outputs").contains(out)) continue;
      const json& expected = program.at("outputs").at(out);
      const auto dtype = fixtures::dtype_named(expected.at("dtype"));
      fixtures::expect_tensor(rand(generator, shape_of(expected), dtype), expected);
    }
  }
  EXPECT_EQ(programs, 12) << "the fixture must not shrink unseen";
}

TEST(Rand, IsJaxsUniformOfTheKey) {
  int programs = 0;
  for (const json& program : fixtures::cases("jax.json")) {
    if (program.at("op") != "uniform") continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    const auto generator = seeded(random::JaxEngine{}, program.at("seed"));
    const auto x = list<float>(rand(*generator, shape_of(program)));
    fixtures::expect_bits(x, program);
    EXPECT_EQ(list<float>(rand(*generator, shape_of(program))), x) << "a key is not spent";
  }
  EXPECT_EQ(programs, 36) << "the fixture must not shrink unseen";
}

TEST(Drawn, OfTorchCpuMklAreThoseOfTorchCpu) {
  const auto cpu = seeded(random::TorchCpuEngine{}, 9);
  const auto mkl = seeded(random::TorchCpuMklEngine{}, 9);
  for (int call = 0; call < 2; ++call) {
    EXPECT_TRUE(equal(rand(*mkl, {7}), rand(*cpu, {7})));
    EXPECT_TRUE(equal(randn(*mkl, {50}), randn(*cpu, {50})));
    EXPECT_TRUE(equal(randn(*mkl, {3}, DType::kFloat64), randn(*cpu, {3}, DType::kFloat64)));
    EXPECT_TRUE(equal(randint(*mkl, -5, 5, {9}), randint(*cpu, -5, 5, {9})));
    EXPECT_TRUE(equal(randperm(*mkl, 20), randperm(*cpu, 20)));
  }
}

// From 2^28 on recent versions draw two words, and those up to 2.6, which had MKL, from 2^32 on.
TEST(Randint, OfWideRangesIsThatOfTheEnginesVersions) {
  const auto words_taken = [](auto engine, std::int64_t range) {
    const auto generator = seeded(engine, 9);
    randint(*generator, 0, range, {10});
    const auto next = std::get<decltype(engine)>(*generator).generator.random();
    random::TorchCpuGenerator oracle(9);
    int words = 0;
    while (oracle.random() != next) ++words;
    return words;
  };
  constexpr std::int64_t k28 = std::int64_t{1} << 28;
  constexpr std::int64_t k32 = std::int64_t{1} << 32;
  EXPECT_EQ(words_taken(random::TorchCpuEngine{}, k28 - 1), 10);
  EXPECT_EQ(words_taken(random::TorchCpuEngine{}, k28), 20);
  EXPECT_EQ(words_taken(random::TorchCpuMklEngine{}, k32 - 1), 10);
  EXPECT_EQ(words_taken(random::TorchCpuMklEngine{}, k32), 20);
}

TEST(Randint, LiesInItsRangeAndHitsAllOfIt) {
  const auto x = randint(*seeded(random::TorchCpuEngine{}, 9), -2, 3, {1000});
  const auto values = list<std::int64_t>(x);
  EXPECT_THAT(values, testing::Each(testing::AllOf(testing::Ge(-2), testing::Lt(3))));
  for (std::int64_t value = -2; value < 3; ++value) EXPECT_THAT(values, testing::Contains(value));
}

TEST(Randperm, IsAPermutation) {
  auto values = list<std::int64_t>(randperm(*seeded(random::TorchCpuEngine{}, 9), 100));
  EXPECT_FALSE(std::ranges::is_sorted(values));
  std::ranges::sort(values);
  for (std::int64_t i = 0; i < 100; ++i) EXPECT_EQ(values[static_cast<std::size_t>(i)], i);
  EXPECT_EQ(randperm(*seeded(random::TorchCpuEngine{}, 9), 0).size(), 0u);
}

TEST(Drawn, RefuseWhatPyTorchRefusesInItsWords) {
  const auto generator = seeded(random::TorchCpuEngine{}, 9);
  EXPECT_THAT([&] { randint(*generator, 3, 1, {2}); },
              Fails(Kind::kValue, StrEq(torch_error("torch.randint(3, 1, (2,))"))));
  EXPECT_THAT([&] { rand(*generator, Shape({-1})); },
              Fails(Kind::kValue, StrEq(torch_error("torch.rand(-1)"))));
  EXPECT_THAT([&] { rand(*generator, {2}, DType::kInt64); },
              Fails(Kind::kDType, StrEq("\"check_uniform_bounds\" not implemented for 'Long'")));
  EXPECT_THAT([&] { randn(*generator, {2}, DType::kInt64); },
              Fails(Kind::kDType, StrEq("\"normal_kernel_cpu\" not implemented for 'Long'")));
  EXPECT_EQ(random::state(*generator), random::state(*seeded(random::TorchCpuEngine{}, 9)));
}

TEST(Drawn, OfOtherEnginesAreRefusedByTheirName) {
  for (const auto& generator : of_every_engine(9)) {
    const std::string engine(name(*generator));
    const auto refusal = [&](const char* maker) {
      return Fails(Kind::kEngine, testing::AllOf(HasSubstr(engine + ":"), HasSubstr(maker)));
    };
    const bool is_torch_cpu = engine.starts_with("torch-cpu");
    const bool is_numpy = engine.starts_with("numpy");
    const auto before = random::state(*generator);
    if (!is_torch_cpu) {
      EXPECT_THAT([&] { randint(*generator, 0, 5, {3}); }, refusal("randint"));
      EXPECT_THAT([&] { randperm(*generator, 3); }, refusal("randperm"));
    }
    if (!is_torch_cpu && engine != "numpy") {
      EXPECT_THAT([&] { randn(*generator, {3}, DType::kFloat64); }, refusal("randn"));
    }
    if (!is_torch_cpu && !is_numpy && engine != "jax") {
      EXPECT_THAT([&] { rand(*generator, {3}); }, refusal("rand"));
    }
    EXPECT_EQ(random::state(*generator), before) << engine;
  }
}

TEST(Drawn, OfADtypeTheFrameworkDoesNotDrawAreRefused) {
  const auto numpy = seeded(random::NumpyEngine{}, 9);
  const auto pcg64 = seeded(random::NumpyPcg64Engine{}, 9);
  const auto jax = seeded(random::JaxEngine{}, 9);
  EXPECT_THAT([&] { rand(*numpy, {3}, DType::kFloat32); }, Fails(Kind::kEngine));
  EXPECT_THAT([&] { randn(*numpy, {3}, DType::kFloat32); }, Fails(Kind::kEngine));
  EXPECT_THAT([&] { rand(*pcg64, {3}, DType::kInt64); }, Fails(Kind::kEngine));
  EXPECT_THAT([&] { rand(*jax, {3}, DType::kFloat64); }, Fails(Kind::kEngine));
}

}  // namespace
}  // namespace playground::ops
