#include "dropout/pass/alpha_dropout.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "dropout/random_inputs.hpp"

namespace playground::dropout {
namespace {

template <class T>
class AlphaDropoutKernel : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(AlphaDropoutKernel, Types);

// at::native::_dropout_impl, an operation a line, each stored in the dtype.
template <class T>
T as_torch_computes(T x, bool kept, double p) {
  constexpr double kAlpha = 1.7580993408473766;
  const double a = 1 / std::sqrt((kAlpha * kAlpha * p + 1) * (1 - p));
  T noise = kept;
  T b = noise + T(-1);
  b = b * static_cast<T>(kAlpha * a);
  b = b + static_cast<T>(kAlpha * a * p);
  noise = noise * static_cast<T>(a);
  const T product = x * noise;
  return product + b;
}

TYPED_TEST(AlphaDropoutKernel, IsPyTorchsSequenceOfOperations) {
  using T = TypeParam;
  std::mt19937 words(99);
  for (const double p : {0.05, 0.1, 0.3, 0.5, 0.7, 0.99}) {
    const AlphaAffine<T> affine{DropProbability(p)};
    for (std::size_t length = 0; length < 40; ++length) {
      auto [x, keep] = RandomInputs<T>(length, words);
      std::vector<T> y(length);
      alpha_dropout<T>(x, keep, affine, y);
      for (std::size_t i = 0; i < length; ++i) {
        EXPECT_EQ(y[i], as_torch_computes(x[i], keep[i] != 0, p)) << "p = " << p;
      }
      alpha_dropout<T>(x, keep, affine, x);
      EXPECT_EQ(x, y) << "in place";
    }
  }
}

TYPED_TEST(AlphaDropoutKernel, MultipliesWhatItDrops) {
  using T = TypeParam;
  const AlphaAffine<T> affine{DropProbability(0.5)};
  constexpr T kInfinity = std::numeric_limits<T>::infinity();
  std::vector<T> y(3);
  alpha_dropout<T>(std::vector<T>{kInfinity, -kInfinity, T(1)}, std::vector<std::uint8_t>{0, 0, 0},
                   affine, y);
  EXPECT_TRUE(std::isnan(y[0]) && std::isnan(y[1]));
  EXPECT_LT(y[2], 0) << "the saturation of SELU";
}

// Klambauer et al. 2017: of inputs with mean 0 and variance 1. Here they are 1 and -1, each half of
// the time, so that mean and variance are sums over four cases.
TEST(AlphaAffine, KeepsMeanAndVariance) {
  for (const double p : {0.01, 0.1, 0.3, 0.5, 0.9}) {
    const AlphaAffine<double> affine{DropProbability(p)};
    const std::array<double, 4> x{1, -1, 1, -1};
    const std::array<std::uint8_t, 4> keep{1, 1, 0, 0};
    std::array<double, 4> y{};
    alpha_dropout<double>(x, keep, affine, y);
    double mean = 0;
    double square = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double share = (keep[i] != 0 ? 1 - p : p) / 2;
      mean += share * y[i];
      square += share * y[i] * y[i];
    }
    EXPECT_NEAR(mean, 0, 1e-12);
    EXPECT_NEAR(square - mean * mean, 1, 1e-12);
  }
}

}  // namespace
}  // namespace playground::dropout
