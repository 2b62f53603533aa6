#include "random/engines/torch/torch_cpu_normal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "random/engines/torch/torch_program.hpp"

namespace playground::random {
namespace {

using nlohmann::json;

void default_bernoulli(TorchCpuGenerator& generator, double keep, std::vector<std::uint8_t>& mask) {
  for (auto& kept : mask) kept = generator.uniform64() < keep;
}

std::vector<float> randn(TorchCpuGenerator& generator, std::size_t size) {
  std::vector<float> x(size);
  fill_normal(generator, x);
  return x;
}

std::vector<double> randn_float64(TorchCpuGenerator& generator, std::size_t size) {
  std::vector<double> x(size);
  fill_normal(generator, x);
  return x;
}

// Every program that makes tensors and drops, on a machine with AVX2.
TEST(TorchCpuNormal, TensorsAreThoseOfTheFixture) {
  int programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("torch-cpu-default.json")) {
    if (!TorchProgram::knows(program)) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    TorchProgram run(default_bernoulli, NormalKernel::kAvx2);
    run.run(program);
    for (const auto& [name, expected] : program.at("outputs").items()) {
      SCOPED_TRACE(name);
      checked += run.expect(name, expected);
    }
  }
  EXPECT_EQ(programs, 161) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 207'510u);
}

// Those of them that differ on a machine without; PyTorch calls its capability "default".
TEST(TorchCpuNormal, TensorsOfTheScalarKernelAreThoseOfTheFixture) {
  int programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("torch-cpu-default.json")) {
    if (!TorchProgram::knows(program) || !program.contains("other_outputs")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& other = program.at("other_outputs").at(0);
    ASSERT_EQ(other.at("identical_in").at(0), "torch 1.13 default");
    ++programs;
    TorchProgram run(default_bernoulli, NormalKernel::kScalar);
    run.run(program);
    json outputs = program.at("outputs");
    outputs.update(other.at("outputs"));
    for (const auto& [name, expected] : outputs.items()) {
      SCOPED_TRACE(name);
      checked += run.expect(name, expected);
    }
  }
  EXPECT_EQ(programs, 40) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 21'734u);
}

// https://github.com/pytorch/pytorch/issues/84288: torch.manual_seed(999); torch.randn(3)
TEST(TorchCpuNormal, FewAreWhatPyTorchPrints) {
  TorchCpuGenerator generator(999);
  const auto x = randn(generator, 3);
  EXPECT_NEAR(x[0], -0.8379, 5e-5);
  EXPECT_NEAR(x[1], 0.4564, 5e-5);
  EXPECT_NEAR(x[2], 0.3481, 5e-5);
}

// A radius of 0 gives no -0: torch.manual_seed(5528393) draws one.
TEST(TorchCpuNormal, ZeroIsPositive) {
  TorchCpuGenerator generator(5528393);
  int zeros = 0;
  for (const float value : randn(generator, 16)) {
    zeros += value == 0;
    EXPECT_FALSE(value == 0 && std::signbit(value));
  }
  EXPECT_EQ(zeros, 2);
}

TEST(TorchCpuNormal, ARestOfABlockDrawsTheLast16Anew) {
  TorchCpuGenerator generator(8);
  const auto x = randn(generator, 40);
  TorchCpuGenerator whole(8);
  const auto full = randn(whole, 48);
  EXPECT_EQ(std::vector(x.begin(), x.begin() + 24), std::vector(full.begin(), full.begin() + 24));
  TorchCpuGenerator skipped(8);
  for (int i = 0; i < 40; ++i) skipped.random();
  EXPECT_EQ(std::vector(x.end() - 16, x.end()), randn(skipped, 16));
  EXPECT_EQ(generator.random(), skipped.random()) << "40 + 16 words";
}

TEST(TorchCpuNormal, BlocksLeaveAKeptNormalAlone) {
  TorchCpuGenerator straight(2);
  randn(straight, 1);
  const auto second = randn(straight, 1);
  TorchCpuGenerator mixed(2);
  randn(mixed, 1);
  randn(mixed, 16);
  EXPECT_EQ(randn(mixed, 1), second);
}

TEST(TorchCpuNormal, FewFloat64AreTheFloat32Unrounded) {
  TorchCpuGenerator narrow(4);
  TorchCpuGenerator wide(4);
  const auto x = randn(narrow, 15);
  const auto y = randn_float64(wide, 15);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_EQ(x[i], static_cast<float>(y[i]));
}

TEST(TorchCpuNormal, Float64BlocksTakeTwoWordsANumber) {
  TorchCpuGenerator generator(4);
  const auto x = randn_float64(generator, 17);
  TorchCpuGenerator oracle(4);
  std::vector<double> uniforms;
  for (int i = 0; i < 33; ++i) uniforms.push_back(oracle.uniform64());
  EXPECT_EQ(generator.random(), oracle.random());
  EXPECT_DOUBLE_EQ(x[0],
                   std::sqrt(-2 * std::log(1 - uniforms[0])) * std::cos(2 * M_PI * uniforms[8]));
  EXPECT_DOUBLE_EQ(x[16],
                   std::sqrt(-2 * std::log(1 - uniforms[24])) * std::sin(2 * M_PI * uniforms[32]));
}

// 1e6 normals with a fixed seed; five standard deviations of each moment.
TEST(TorchCpuNormal, HasTheMomentsOfANormal) {
  TorchCpuGenerator generator(2718);
  double sum = 0;
  double squares = 0;
  const auto x = randn(generator, 1'000'000);
  for (const double value : x) {
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / 1e6, 0, 5e-3);
  EXPECT_NEAR(squares / 1e6, 1, 5 * std::sqrt(2) * 1e-3);
}

}  // namespace
}  // namespace playground::random
