#include "dropout/pass/quotient_dropout.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "dropout/random_inputs.hpp"

namespace playground::dropout {
namespace {

template <class T>
class QuotientDropout : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(QuotientDropout, Types);

TYPED_TEST(QuotientDropout, IsTheScalarQuotientAtEveryLength) {
  using T = TypeParam;
  std::mt19937 words(7);
  const T keep_probability = T(0.7);
  for (std::size_t length = 0; length < 40; ++length) {
    auto [x, keep] = RandomInputs<T>(length, words);
    std::vector<T> selected(length);
    std::vector<T> multiplied(length);
    selected_quotient<T>(x, keep, keep_probability, selected);
    quotient_of_product<T>(x, keep, keep_probability, multiplied);
    for (std::size_t i = 0; i < length; ++i) {
      const T quotient = x[i] / keep_probability;
      EXPECT_EQ(selected[i], keep[i] != 0 ? quotient : T(0));
      EXPECT_EQ(multiplied[i], keep[i] != 0 ? quotient : T(0));
    }
    auto in_place = x;
    selected_quotient<T>(in_place, keep, keep_probability, in_place);
    EXPECT_EQ(in_place, selected);
    in_place = x;
    quotient_of_product<T>(in_place, keep, keep_probability, in_place);
    EXPECT_EQ(in_place, multiplied);
  }
}

TYPED_TEST(QuotientDropout, DividesRatherThanMultiplies) {
  using T = TypeParam;
  int differ = 0;
  for (int i = 1; i < 100; ++i) {
    const std::vector<T> x{static_cast<T>(i)};
    std::vector<T> y(1);
    selected_quotient<T>(x, std::vector<std::uint8_t>{1}, T(0.9), y);
    EXPECT_EQ(y[0], x[0] / T(0.9));
    differ += y[0] != x[0] * (T(1) / T(0.9));
  }
  EXPECT_GT(differ, 0) << "or the loop above shows nothing";
}

TYPED_TEST(QuotientDropout, OfFlaxSelectsZeroWhateverIsDropped) {
  using T = TypeParam;
  constexpr T kInfinity = std::numeric_limits<T>::infinity();
  const std::vector<T> x{-kInfinity, kInfinity, std::numeric_limits<T>::quiet_NaN(), T(-3)};
  std::vector<T> y(4);
  selected_quotient<T>(x, std::vector<std::uint8_t>(4, 0), T(0.5), y);
  for (const T value : y) EXPECT_TRUE(value == 0 && !std::signbit(value));
}

TYPED_TEST(QuotientDropout, OfNumpyMultipliesWhatItDrops) {
  using T = TypeParam;
  constexpr T kInfinity = std::numeric_limits<T>::infinity();
  const std::vector<T> x{-kInfinity, kInfinity, std::numeric_limits<T>::quiet_NaN(), T(-3)};
  std::vector<T> y(4);
  quotient_of_product<T>(x, std::vector<std::uint8_t>(4, 0), T(0.5), y);
  EXPECT_TRUE(std::isnan(y[0]) && std::isnan(y[1]) && std::isnan(y[2]));
  EXPECT_TRUE(y[3] == 0 && std::signbit(y[3]));

  quotient_of_product<T>(std::vector<T>{T(1)}, std::vector<std::uint8_t>{0}, T(0),
                         std::span(y).first(1));
  EXPECT_TRUE(std::isnan(y[0])) << "0 / 0";
}

}  // namespace
}  // namespace playground::dropout
