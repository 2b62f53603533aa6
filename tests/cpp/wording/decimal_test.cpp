#include "wording/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <utility>

#include "wording/numbers_to_write.hpp"

namespace playground::wording {
namespace {

// Of digits, a point and an exponent.
double nearest(const std::string& written) {
  Decimal decimal;
  const std::size_t e = written.find('e');
  for (const char c : written.substr(0, e)) {
    if (c != '.') decimal.push(static_cast<unsigned>(c - '0'));
  }
  decimal.set_point(std::atoi(written.c_str() + e + 1) + 1);
  return std::move(decimal).to_double();
}

TEST(Decimal, IsReadAsStrtodReadsIt) {
  std::mt19937_64 words(20140103);
  for (int i = 0; i < 200'000; ++i) {
    const double value = std::abs(number_to_write(words));
    const int precision = words() % 50 == 0 ? 760 : static_cast<int>(words() % 40);
    char written[1024];
    std::snprintf(written, sizeof written, "%.*e", precision, value);
    ASSERT_EQ(nearest(written), std::strtod(written, nullptr)) << written;
  }
}

// 1 and half a unit of its last place: which of two doubles is nearest, the very last digit tells.
TEST(Decimal, LooksAtDigitsThatItDoesNotKeep) {
  const std::string half = "1.00000000000000011102230246251565404236316680908203125";
  const double next = std::nextafter(1, 2);
  EXPECT_EQ(nearest(half + "e0"), 1);
  EXPECT_EQ(nearest(half + std::string(2000, '0') + "1e0"), next);
  EXPECT_EQ(nearest(half + std::string(2000, '0') + "e0"), 1);
}

TEST(Decimal, BeyondTheDoublesIsZeroOrInfinite) {
  EXPECT_EQ(nearest("1.7976931348623158e308"), std::numeric_limits<double>::max());
  EXPECT_EQ(nearest("1.7976931348623159e308"), HUGE_VAL);
  EXPECT_EQ(nearest("2e400"), HUGE_VAL);
  EXPECT_EQ(nearest("2.4703282292062327e-324"), 0);
  EXPECT_EQ(nearest("2.4703282292062328e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(nearest("9e-400"), 0);
  EXPECT_EQ(nearest("0.000e5"), 0);
}

}  // namespace
}  // namespace playground::wording
