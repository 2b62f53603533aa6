#include "ops/kernels/reduce.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include "ops/kernels/random_numbers.hpp"

namespace playground::ops {
namespace {

template <class T>
class Reduce : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(Reduce, Types);

// Eight sums by index modulo 8, then the tree that reduce.hpp states.
template <class T>
T plain_sum(std::span<const T> x) {
  std::array<T, 8> sums{};
  for (std::size_t i = 0; i < x.size(); ++i) sums[i % 8] += x[i];
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

TYPED_TEST(Reduce, SumsHaveTheStatedOrderAtEveryLength) {
  using T = TypeParam;
  std::mt19937 words(11);
  for (std::size_t length = 0; length < 70; ++length) {
    const auto x = random_numbers<T>(length, words);
    const auto y = random_numbers<T>(length, words);
    std::vector<T> products(length);
    for (std::size_t i = 0; i < length; ++i) products[i] = x[i] * y[i];
    EXPECT_EQ(sum<T>(x), plain_sum<T>(x));
    EXPECT_EQ(dot<T>(x, y), plain_sum<T>(products));
    if (length > 0) {
      EXPECT_EQ(mean<T>(x), plain_sum<T>(x) / static_cast<T>(length));
    }
  }
}

TYPED_TEST(Reduce, TheLargestIsFoundAnywhere) {
  using T = TypeParam;
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::vector<T> x(length, T(-3));
      x[at] = T(-2);
      EXPECT_EQ(max<T>(x), T(-2));
      EXPECT_EQ(argmax<T>(x), at);
      x[at] = std::numeric_limits<T>::quiet_NaN();
      EXPECT_TRUE(std::isnan(max<T>(x)));
      EXPECT_EQ(argmax<T>(x), at);
    }
    EXPECT_EQ(argmax<T>(std::vector<T>(length, T(1))), 0u) << "of equal ones the first";
  }
  EXPECT_EQ(max<T>(std::vector<T>{}), -std::numeric_limits<T>::infinity());
}

TYPED_TEST(Reduce, RowsAndColumns) {
  using T = TypeParam;
  const T nan = std::numeric_limits<T>::quiet_NaN();
  const std::vector<T> x{1, 5, 2, /**/ 4, 5, nan, /**/ 4, 0, 9};
  std::vector<T> sums(3, T(10));
  add_column_sums<T>(std::span<const T>(x).first(3), sums);
  EXPECT_EQ(sums, (std::vector<T>{11, 15, 12}));
  add_column_sums<T>(x, sums);
  EXPECT_EQ(sums[0], 20);
  EXPECT_EQ(sums[1], 25);
  EXPECT_TRUE(std::isnan(sums[2]));
  row_sums<T>(x, sums);
  EXPECT_EQ(sums[0], 8);
  EXPECT_EQ(sums[2], 13);

  std::vector<T> values(3);
  std::vector<std::int64_t> indices(3);
  row_max<T>(x, values, indices);
  EXPECT_EQ(indices, (std::vector<std::int64_t>{1, 2, 2}));
  EXPECT_EQ(values[0], 5);
  EXPECT_TRUE(std::isnan(values[1]));
  column_max<T>(x, values, indices);
  EXPECT_EQ(indices, (std::vector<std::int64_t>{1, 0, 1}));
  EXPECT_EQ(values[0], 4);
  EXPECT_TRUE(std::isnan(values[2]));

  std::vector<T> grad(9, T(7));
  max_backward<T>(std::vector<T>{1, 2, 3}, std::vector<std::int64_t>{1, 0, 1}, grad,
                  [](std::size_t column, std::size_t row) { return row * 3 + column; });
  EXPECT_EQ(grad, (std::vector<T>{0, 2, 0, 1, 0, 3, 0, 0, 0}));
  mean_backward<T>(T(18), grad);
  EXPECT_EQ(grad, std::vector<T>(9, T(2)));
}

}  // namespace
}  // namespace playground::ops
