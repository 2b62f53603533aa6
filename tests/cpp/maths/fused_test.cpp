#include "maths/fused.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <xsimd/xsimd.hpp>

#include "maths/whole_power.hpp"

namespace playground::maths {
namespace {

// The C library's fma is rounded once too, by hardware or by care.
TEST(Fused, IsRoundedOnceAsTheCLibrarysIsInEveryLane) {
  using Lanes = xsimd::batch<float>;
  std::mt19937 words(20261120);
  const auto number = [&] {  // 2^-20 to 2^20, either sign
    return std::ldexp(static_cast<float>(static_cast<std::int32_t>(words()) >> 8),
                      static_cast<int>(words() % 41) - 43);
  };
  for (int trial = 0; trial < 200'000; ++trial) {
    std::array<float, Lanes::size> a;
    std::array<float, Lanes::size> b;
    std::array<float, Lanes::size> c;
    std::array<float, Lanes::size> y;
    for (std::size_t i = 0; i < Lanes::size; ++i) {
      a[i] = number();
      b[i] = number();
      c[i] = number();
    }
    fused<Lanes>(Lanes::load_unaligned(a.data()), Lanes::load_unaligned(b.data()),
                 Lanes::load_unaligned(c.data()))
        .store_unaligned(y.data());
    for (std::size_t i = 0; i < Lanes::size; ++i) {
      ASSERT_EQ(y[i], std::fma(a[i], b[i], c[i])) << a[i] << " * " << b[i] << " + " << c[i];
      ASSERT_EQ(fused(a[i], b[i], c[i]), y[i]);
    }
  }
}

TEST(Fused, RoundsOnceWhereTwoRoundingsDiffer) {
  const float a = 1 + 0x1p-12f;
  EXPECT_EQ(fused(a, a, -1.0f), 0x1p-11f + 0x1p-24f) << "the product is no float32";
  // 2^-60 below a tie: a sum in double would land on it, and go up to the even neighbour.
  EXPECT_EQ(fused(0x1p-12f + 0x1p-30f, 0x1p-12f - 0x1p-30f, 1 + 0x1p-23f), 1 + 0x1p-23f);
  EXPECT_EQ(fused(1 + 0x1p-27, 1 - 0x1p-27, -1.0), -0x1p-54) << "of float64, too";
}

TEST(Fused, KeepsWhatIsNotFinite) {
  EXPECT_EQ(fused(INFINITY, 2.0f, 1.0f), INFINITY);
  EXPECT_TRUE(std::isnan(fused(INFINITY, 0.0f, 1.0f)));
  EXPECT_FALSE(std::signbit(fused(1.0f, 1.0f, -1.0f)));
  EXPECT_TRUE(std::signbit(fused(-0.0f, 1.0f, -0.0f)));
}

TEST(WholePower, IsWhatMoreDigitsGive) {
  for (const double base : {0.9, 0.99, 0.999, 0.8, 0.5}) {
    double naive = 1;
    for (std::uint64_t n = 1; n <= 900; ++n) {
      naive *= base;
      EXPECT_NEAR(whole_power(base, n) / naive, 1, 1e-12);
    }
  }
  // Of Python's fractions: float(Fraction(0.9) ** 10), and the like.
  EXPECT_EQ(whole_power(0.9, 10), 0.3486784401000001);
  EXPECT_EQ(whole_power(0.999, 1000), 0.36769542477096373);
  EXPECT_EQ(whole_power(0.9, 0), 1);
}

}  // namespace
}  // namespace playground::maths
