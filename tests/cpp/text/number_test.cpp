#include "text/number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace playground::text {
namespace {

double value_of(std::string_view text) {
  const auto [number, length] = number_at(text);
  EXPECT_EQ(length, text.size()) << text;
  return number.value;
}

TEST(Number, IsTheNearestDouble) {
  const unsigned seed = 20140101;
  SCOPED_TRACE(seed);
  std::mt19937_64 words(seed);
  for (int i = 0; i < 20'000; ++i) {
    char text[64];
    const double digits = static_cast<double>(words() >> (words() % 54)) * 0x1p-20;
    const int exponent = static_cast<int>(words() % 80) - 40;
    const int precision = static_cast<int>(words() % 20);
    std::snprintf(text, sizeof text, i % 2 ? "%.*f" : "%.*e", precision, digits);
    std::string written = text;
    if (i % 4 == 1) written += "e" + std::to_string(exponent);
    EXPECT_EQ(value_of(written), std::strtod(written.c_str(), nullptr)) << written;
  }
}

// Halves between two doubles, and their neighbours, are where a rounding goes wrong.
TEST(Number, OfManyDigitsIsTheNearestDouble) {
  const unsigned seed = 20140102;
  SCOPED_TRACE(seed);
  std::mt19937_64 words(seed);
  for (int i = 0; i < 20'000; ++i) {
    std::string digits = std::to_string(words());
    if (i % 3 == 1) digits = std::to_string((1ULL << 53) + words() % 1000);
    if (i % 3 == 2) digits = std::to_string((words() << 11) + 1024 + words() % 3 - 1);
    digits.insert(digits.size() - words() % digits.size(), ".");
    EXPECT_EQ(value_of(digits), std::strtod(digits.c_str(), nullptr)) << digits;
    const std::string small = "0." + digits.erase(digits.find('.'), 1);
    EXPECT_EQ(value_of(small), std::strtod(small.c_str(), nullptr)) << small;
  }
}

TEST(Number, IsReadWhereItIsNoPlainDecimal) {
  EXPECT_EQ(value_of("9007199254740993"), 9007199254740992.0);
  EXPECT_EQ(value_of("1e400"), HUGE_VAL);
  EXPECT_EQ(value_of("4.9e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(value_of("1e-999999999999999999999"), 0);
  EXPECT_EQ(value_of("0." + std::string(400, '0') + "1e401"), 1);
  EXPECT_EQ(value_of("0." + std::string(150'000, '0') + "1e400000"), HUGE_VAL);
  EXPECT_EQ(value_of(std::string(500, '0') + "7"), 7);
  EXPECT_EQ(value_of("1_000.5_5"), 1000.55);
}

TEST(Number, IsWholeWithoutPointOrExponent) {
  EXPECT_EQ(number_at("9223372036854775807").number.whole, INT64_MAX);
  EXPECT_EQ(number_at("-9223372036854775808").number.whole, INT64_MIN);
  EXPECT_EQ(number_at("9223372036854775808").number.whole, std::nullopt);
  EXPECT_EQ(number_at("99999999999999999999").number.whole, std::nullopt);
  EXPECT_EQ(number_at("1_000").number.whole, 1000);
  EXPECT_EQ(number_at("1.").number.whole, std::nullopt);
  EXPECT_EQ(number_at("1e3").number.whole, std::nullopt);
}

TEST(Number, EndsWhereItCannotGoOn) {
  EXPECT_EQ(number_at("1__0").length, 1U);
  EXPECT_EQ(number_at("1_").length, 1U);
  EXPECT_EQ(number_at("1e").length, 1U);
  EXPECT_EQ(number_at("1e+").length, 1U);
  EXPECT_EQ(number_at("1.5.2").length, 3U);
  EXPECT_EQ(number_at("0x10").length, 1U);
  for (const char* none : {"", "-", ".", "_1", "e5", "nanx", "-true", "- 1", "infinite"}) {
    EXPECT_EQ(number_at(none).length, 0U) << none;
  }
}

}  // namespace
}  // namespace playground::text
