#include "wording/format.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <random>
#include <string>

#include "wording/numbers_to_write.hpp"

namespace playground::wording {
namespace {

std::string printed(const char* format, double value) {
  char text[400];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string printed(const char* format, int decimals, double value) {
  char text[400];
  std::snprintf(text, sizeof text, format, decimals, value);
  return text;
}

TEST(Format, WritesWhatPrintfWrites) {
  std::mt19937_64 words(20140104);
  for (int i = 0; i < 200'000; ++i) {
    const double value = number_to_write(words);
    const int decimals = static_cast<int>(words() % 8);
    ASSERT_EQ(fixed(value, decimals), printed("%.*f", decimals, value)) << std::hexfloat << value;
    ASSERT_EQ(scientific(value, decimals), printed("%.*e", decimals, value));
    ASSERT_EQ(general(value), printed("%g", value));
  }
}

TEST(Format, RoundsTiesToEven) {
  EXPECT_EQ(fixed(0.5, 0), "0");
  EXPECT_EQ(fixed(1.5, 0), "2");
  EXPECT_EQ(fixed(-2.5, 0), "-2");
  EXPECT_EQ(fixed(0.03125, 4), "0.0312");
  EXPECT_EQ(fixed(0.09375, 4), "0.0938");
  EXPECT_EQ(scientific(100005, 4), "1.0000e+05");
  EXPECT_EQ(scientific(100015, 4), "1.0002e+05");
}

TEST(Format, CarriesIntoANewDigit) {
  EXPECT_EQ(fixed(9.99996, 4), "10.0000");
  EXPECT_EQ(fixed(0.99996, 4), "1.0000");
  EXPECT_EQ(fixed(0.00006, 4), "0.0001");
  EXPECT_EQ(scientific(9.99996e9, 4), "1.0000e+10");
  EXPECT_EQ(general(999999.5), "1e+06");
}

TEST(Format, NamesWhatIsNoNumber) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(fixed(kInfinity, 4), "inf");
  EXPECT_EQ(scientific(-kInfinity, 4), "-inf");
  EXPECT_EQ(general(-std::numeric_limits<double>::quiet_NaN()), "nan");
  EXPECT_EQ(fixed(-0.0, 1), "-0.0");
}

TEST(Format, WritesWholeNumbersOfAnySize) {
  EXPECT_EQ(whole(0), "0");
  EXPECT_EQ(whole(INT64_MIN), "-9223372036854775808");
  EXPECT_EQ(whole(INT64_MAX), "9223372036854775807");
  EXPECT_EQ(natural(UINT64_MAX), "18446744073709551615");
}

}  // namespace
}  // namespace playground::wording
