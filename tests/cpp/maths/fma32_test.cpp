#include "maths/fma32.hpp"

#include <gtest/gtest.h>

#include <random>

namespace playground::maths {
namespace {

// The C library's fma is rounded once too, by hardware or by care.
TEST(Fma32, IsRoundedOnceAsTheCLibrarysIs) {
  std::mt19937 words(20261120);
  const auto number = [&] {  // 2^-20 to 2^20, either sign
    return std::ldexp(static_cast<float>(static_cast<std::int32_t>(words()) >> 8),
                      static_cast<int>(words() % 41) - 43);
  };
  for (int trial = 0; trial < 1'000'000; ++trial) {
    const float a = number();
    const float b = number();
    const float c = number();
    ASSERT_EQ(fma32(a, b, c), std::fma(a, b, c)) << a << " * " << b << " + " << c;
  }
}

TEST(Fma32, RoundsOnceWhereTwoRoundingsDiffer) {
  const float a = 1 + 0x1p-12f;
  EXPECT_EQ(fma32(a, a, -1.0f), 0x1p-11f + 0x1p-24f) << "the product is no float32";
  // 2^-60 below a tie: a sum in double would land on it, and go up to the even neighbour.
  EXPECT_EQ(fma32(0x1p-12f + 0x1p-30f, 0x1p-12f - 0x1p-30f, 1 + 0x1p-23f), 1 + 0x1p-23f);
}

TEST(Fma32, KeepsTheSignOfAnExactZero) {
  EXPECT_FALSE(std::signbit(fma32(1.0f, 1.0f, -1.0f)));
  EXPECT_TRUE(std::signbit(fma32(-0.0f, 1.0f, -0.0f)));
}

}  // namespace
}  // namespace playground::maths
