#include "tensor/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace playground::tensor {
namespace {

double largest_of(const Tensor& x) { return totals(x).largest; }

TEST(Statistics, AreThoseOfTheElements) {
  const Tensor x = Tensor::of<float>({2, 2}, {1, 2, 3, 6});
  EXPECT_EQ(sum(x), 12);
  EXPECT_EQ(mean(x), 3);
  EXPECT_DOUBLE_EQ(variance(x), 14.0 / 3);
}

TEST(Statistics, OfTooFewElementsAreNan) {
  EXPECT_EQ(sum(full({0}, 1)), 0);
  EXPECT_TRUE(std::isnan(mean(full({0}, 1))));
  EXPECT_TRUE(std::isnan(variance(full({1}, 1))));
}

TEST(Statistics, LargestIsThatOfAFiniteNumber) {
  EXPECT_EQ(largest_of(Tensor::of<float>({5}, {1, NAN, -INFINITY, -3, 2})), 3);
  EXPECT_EQ(largest_of(Tensor::of<double>({2}, {INFINITY, NAN})), 0);
  EXPECT_EQ(largest_of(full({0}, 1)), 0);
  EXPECT_EQ(largest_of(full({2}, -0x1p63, DType::kInt64)), 0x1p63);
}

TEST(Statistics, AccumulateInFloat64) {
  // In float32 the sum would stop growing at 2^24.
  EXPECT_EQ(sum(full({20'000'000}, 1)), 20'000'000);
}

TEST(Statistics, VarianceSurvivesALargeMean) {
  EXPECT_EQ(variance(Tensor::of<double>({3}, {1e9, 1e9 + 1, 1e9 + 2})), 1);
}

}  // namespace
}  // namespace playground::tensor
