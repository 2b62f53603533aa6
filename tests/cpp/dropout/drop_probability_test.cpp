#include "dropout/drop_probability.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "errors/fails.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using testing::StrEq;

TEST(DropProbability, AcceptsZeroAndOne) {
  EXPECT_EQ(DropProbability(0).keep_probability(), 1);
  EXPECT_EQ(DropProbability(1).keep_probability(), 0);
  EXPECT_EQ(DropProbability(-0.0).keep_probability(), 1);
}

TEST(DropProbability, RefusesTheRestInPyTorchsWords) {
  const auto refusal = [](const char* got) {
    return Fails(
        Kind::kProbability,
        StrEq(std::string("dropout probability has to be between 0 and 1, but got ") + got));
  };
  EXPECT_THAT([] { DropProbability{-0.1}; }, refusal("-0.1"));
  EXPECT_THAT([] { DropProbability{1.1}; }, refusal("1.1"));
  EXPECT_THAT([] { DropProbability{INFINITY}; }, refusal("inf"));
  EXPECT_THAT([] { DropProbability{std::nan("")}; }, refusal("nan"));
}

// 1 - p is rounded to float32 before the division: p = 0.15 shows it, for which 1 / 0.85 rounds
// to 0x3f969697.
TEST(DropProbability, ScaleIsRoundedTwice) {
  const auto bits = [](double p) {
    return std::bit_cast<std::uint32_t>(DropProbability(p).survivor_scale<float>());
  };
  EXPECT_EQ(bits(0.15), 0x3f969696u);
  EXPECT_EQ(bits(0.05), 0x3f86bca2u);
  EXPECT_EQ(bits(0.1), 0x3f8e38e4u);
  EXPECT_EQ(bits(0.3), 0x3fb6db6eu);
  EXPECT_EQ(bits(0.7), 0x40555555u);
  EXPECT_EQ(bits(0.9), 0x41200000u);
}

}  // namespace
}  // namespace playground::dropout
