#include "ops/kernels/arithmetic.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <vector>

#include "ops/kernels/random_numbers.hpp"
#include "ops/kernels/select.hpp"

namespace playground::ops {
namespace {

constexpr Spread kSpreads[] = {Spread::kFull, Spread::kNumber, Spread::kRow, Spread::kColumn};

std::size_t size_of(Spread spread, std::size_t rows, std::size_t columns) {
  switch (spread) {
    case Spread::kNumber:
      return 1;
    case Spread::kRow:
      return columns;
    case Spread::kColumn:
      return rows;
    default:
      return rows * columns;
  }
}

std::size_t index_in(Spread spread, std::size_t i, std::size_t j, std::size_t columns) {
  switch (spread) {
    case Spread::kNumber:
      return 0;
    case Spread::kRow:
      return j;
    case Spread::kColumn:
      return i;
    default:
      return i * columns + j;
  }
}

TEST(Arithmetic, EveryPairOfOperandsIsSpreadOverTheResult) {
  std::mt19937 words(7);
  for (const std::size_t columns : {1, 3, 4, 9, 21}) {
    constexpr std::size_t kRows = 3;
    for (const Spread of_a : kSpreads) {
      for (const Spread of_b : kSpreads) {
        const auto a = random_numbers<float>(size_of(of_a, kRows, columns), words);
        const auto b = random_numbers<float>(size_of(of_b, kRows, columns), words);
        std::vector<float> sum(kRows * columns), difference(sum), product(sum), quotient(sum);
        const Operand<float> left{a, of_a};
        const Operand<float> right{b, of_b};
        add(left, right, columns, std::span(sum));
        sub(left, right, columns, std::span(difference));
        mul(left, right, columns, std::span(product));
        div(left, right, columns, std::span(quotient));
        for (std::size_t i = 0; i < kRows; ++i) {
          for (std::size_t j = 0; j < columns; ++j) {
            const float x = a[index_in(of_a, i, j, columns)];
            const float y = b[index_in(of_b, i, j, columns)];
            ASSERT_EQ(sum[i * columns + j], x + y);
            ASSERT_EQ(difference[i * columns + j], x - y);
            ASSERT_EQ(product[i * columns + j], x * y);
            ASSERT_EQ(quotient[i * columns + j], x / y);
          }
        }
      }
    }
  }
}

TEST(Arithmetic, AnOperandsGradientIsTheSumOverItsUses) {
  std::mt19937 words(8);
  constexpr std::size_t kRows = 5;
  constexpr std::size_t kColumns = 11;
  const auto grad = random_numbers<double>(kRows * kColumns, words);
  for (const Spread spread : kSpreads) {
    std::vector<double> expected(size_of(spread, kRows, kColumns), 1);
    std::vector<double> got(expected);
    for (std::size_t i = 0; i < kRows; ++i) {
      for (std::size_t j = 0; j < kColumns; ++j) {
        expected[index_in(spread, i, j, kColumns)] += grad[i * kColumns + j];
      }
    }
    reduce_broadcast<double>(grad, kColumns, spread, got);
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 1e-12);
  }
}

TEST(Arithmetic, TheLargerAndTheSmallerKeepNan) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> a{1, nan, 3, -1, 2, nan};
  const std::vector<float> b{2, 1, nan, -2, 2, nan};
  std::vector<float> larger(6), smaller(6);
  maximum<float>({a}, {b}, 6, larger);
  minimum<float>({a}, {b}, 6, smaller);
  for (const std::size_t i : {1, 2, 5}) {
    EXPECT_TRUE(std::isnan(larger[i]));
    EXPECT_TRUE(std::isnan(smaller[i]));
  }
  EXPECT_EQ(larger[0], 2);
  EXPECT_EQ(larger[3], -1);
  EXPECT_EQ(smaller[0], 1);
  EXPECT_EQ(smaller[3], -2);
}

// As torch.maximum: of x = (1, 2, 3) and y = (2, 2, 2).
TEST(Arithmetic, EqualOperandsShareAGradient) {
  const std::vector<float> x{1, 2, 3};
  const std::vector<float> two{2};
  const std::vector<float> grad{10, 20, 30};
  const Operand<float> number{two, Spread::kNumber};
  std::vector<float> of_x(3), of_two(3);
  maximum_backward<float>(grad, {x}, number, 3, of_x);
  maximum_backward<float>(grad, number, {x}, 3, of_two);
  EXPECT_EQ(of_x, (std::vector<float>{0, 10, 30}));
  EXPECT_EQ(of_two, (std::vector<float>{10, 10, 0}));
  minimum_backward<float>(grad, {x}, number, 3, of_x);
  EXPECT_EQ(of_x, (std::vector<float>{10, 10, 0}));
}

TEST(Select, AMaskChoosesAndPassesGradientsOn) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> a{1, 2, 3, nan, 5};
  const std::vector<float> b{3, 2, 1, 0, 6};
  std::vector<std::uint8_t> mask(5);
  compare<float>(a, b, mask, std::less{});
  EXPECT_EQ(mask, (std::vector<std::uint8_t>{1, 0, 0, 0, 1}));
  compare<float>(a, 2.0f, mask, std::not_equal_to{});
  EXPECT_EQ(mask, (std::vector<std::uint8_t>{1, 0, 1, 1, 1}));
  compare<float>(a, b, mask, std::greater_equal{});
  EXPECT_EQ(mask, (std::vector<std::uint8_t>{0, 1, 1, 0, 0}));

  std::vector<float> y(5), grad_a(5), grad_b(5);
  where<float>(mask, a, b, y);
  EXPECT_EQ(y, (std::vector<float>{3, 2, 3, 0, 6}));
  where_backward<float>(y, mask, grad_a, grad_b);
  EXPECT_EQ(grad_a, (std::vector<float>{0, 2, 3, 0, 0}));
  EXPECT_EQ(grad_b, (std::vector<float>{3, 0, 0, 0, 6}));
  masked_fill<float>(b, mask, -1.0f, y);
  EXPECT_EQ(y, (std::vector<float>{3, -1, -1, 0, 6}));
}

TEST(Select, ClampLimitsAndPassesGradientsInside) {
  const float inf = std::numeric_limits<float>::infinity();
  const std::vector<float> x{-2,  -1,  0, 1, 2, 3, std::numeric_limits<float>::quiet_NaN(),
                             inf, -inf};
  std::vector<float> y(9), grad(9);
  clamp<float>(x, -1, 2, y);
  EXPECT_EQ(std::vector<float>(y.begin(), y.begin() + 6), (std::vector<float>{-1, -1, 0, 1, 2, 2}));
  EXPECT_TRUE(std::isnan(y[6]));
  EXPECT_EQ(y[7], 2);
  EXPECT_EQ(y[8], -1);
  clamp_backward<float>(std::vector<float>(9, 1), x, -1, 2, grad);
  EXPECT_EQ(grad, (std::vector<float>{0, 1, 1, 1, 1, 0, 0, 0, 0}));
  clamp<float>(x, 5, 2, y);
  EXPECT_EQ(y[0], 2) << "as torch.clamp with min above max";
  clamp<float>(x, -inf, inf, y);
  EXPECT_EQ(y[7], inf);
}

}  // namespace
}  // namespace playground::ops
