#include "maths/float64_functions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace playground::maths {
namespace {

constexpr std::uint64_t kSeed = 20140105;
constexpr int kNumbers = 200'000;

// The C library's functions are within 0.8 units of the true value themselves.
void expect_within_one_unit(double actual, double expected, double x) {
  const double unit = std::nextafter(std::abs(expected), HUGE_VAL) - std::abs(expected);
  ASSERT_LE(std::abs(actual - expected), unit) << x;
}

double uniform(std::mt19937_64& words) { return static_cast<double>(words() >> 11) * 0x1p-53; }

TEST(Log64, IsThatOfTheCLibraryButForALastBit) {
  std::mt19937_64 words(kSeed);
  int differ = 0;
  for (int i = 0; i < kNumbers; ++i) {
    const double x = std::ldexp(1 - uniform(words), i % 2 == 0 ? 0 : -static_cast<int>(i % 1000));
    expect_within_one_unit(log64(x), std::log(x), x);
    differ += log64(x) != std::log(x);
  }
  EXPECT_LT(differ, kNumbers / 100);
}

TEST(Log64, IsExactWhereItCanBe) {
  EXPECT_EQ(log64(1), 0);
  EXPECT_EQ(log64(0x1p-53), std::log(0x1p-53));
  EXPECT_EQ(log64(1 - 0x1p-53), -0x1p-53);
}

TEST(Sincos64, IsThatOfTheCLibraryButForALastBit) {
  std::mt19937_64 words(kSeed);
  int differ = 0;
  for (int i = 0; i < kNumbers; ++i) {
    const double x = 2 * std::numbers::pi * uniform(words);
    const auto [sine, cosine] = sincos64(x);
    expect_within_one_unit(sine, std::sin(x), x);
    expect_within_one_unit(cosine, std::cos(x), x);
    differ += (sine != std::sin(x)) + (cosine != std::cos(x));
  }
  EXPECT_LT(differ, 2 * kNumbers / 20);
}

// Where nearly all digits of the angle are lost.
TEST(Sincos64, KeepsItsDigitsBesideWholeQuarterTurns) {
  for (int quarter = 0; quarter <= 4; ++quarter) {
    for (const double u : {0.25 * quarter, 0.25 * quarter + 0x1p-53, 0.25 * quarter + 0x1p-30}) {
      const double x = 2 * std::numbers::pi * u;
      const auto [sine, cosine] = sincos64(x);
      expect_within_one_unit(sine, std::sin(x), x);
      expect_within_one_unit(cosine, std::cos(x), x);
    }
  }
}

// Natively and as wasm, with any C library.
TEST(Sincos64, AndLog64AreTheSameBitsEverywhere) {
  std::mt19937_64 words(kSeed);
  double sum = 0;
  for (int i = 0; i < 1000; ++i) {
    const double u = uniform(words);
    const auto [sine, cosine] = sincos64(2 * std::numbers::pi * u);
    sum += log64(1 - u) * (sine + cosine);
  }
  EXPECT_EQ(sum, 0x1.50787a8a25e23p+7);
}

}  // namespace
}  // namespace playground::maths
