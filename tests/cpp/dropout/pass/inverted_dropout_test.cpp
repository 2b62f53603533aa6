#include "dropout/pass/inverted_dropout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include "dropout/random_inputs.hpp"

namespace playground::dropout {
namespace {

template <class T>
class InvertedDropout : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(InvertedDropout, Types);

// Every length around the SIMD widths, out of place and in place, against the definition.
TYPED_TEST(InvertedDropout, IsTheScalarProductAtEveryLength) {
  using T = TypeParam;
  std::mt19937 words(99);
  const T scale = T(1) / T(0.7);
  for (std::size_t length = 0; length < 70; ++length) {
    auto [x, keep] = RandomInputs<T>(length, words);
    std::vector<T> y(length);
    inverted_dropout<T>(x, keep, scale, y);
    for (std::size_t i = 0; i < length; ++i) {
      const T expected = x[i] * (keep[i] ? scale : T(0));
      EXPECT_EQ(y[i], expected);
      EXPECT_EQ(std::signbit(y[i]), std::signbit(expected));
    }
    inverted_dropout<T>(x, keep, scale, x);
    EXPECT_EQ(x, y);
  }
}

TYPED_TEST(InvertedDropout, IsTheSameWhereverTheBufferBegins) {
  using T = TypeParam;
  std::vector<T> x(80);
  std::vector<std::uint8_t> keep(80);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = static_cast<T>(i) - T(40.25);
    keep[i] = i % 3 != 0;
  }
  std::vector<T> whole(80);
  inverted_dropout<T>(x, keep, T(3), whole);
  for (std::size_t begin = 0; begin < 9; ++begin) {
    for (std::size_t to = 0; to < 9; ++to) {
      std::vector<T> y(90);
      const std::size_t length = x.size() - begin;
      inverted_dropout<T>(std::span<const T>(x).subspan(begin),
                          std::span<const std::uint8_t>(keep).subspan(begin), T(3),
                          std::span(y).subspan(to, length));
      EXPECT_TRUE(std::equal(whole.begin() + static_cast<std::ptrdiff_t>(begin), whole.end(),
                             y.begin() + static_cast<std::ptrdiff_t>(to)));
    }
  }
}

TYPED_TEST(InvertedDropout, MultipliesWhatItDrops) {
  using T = TypeParam;
  using Limits = std::numeric_limits<T>;
  const std::vector<T> x(8, -Limits::infinity());
  std::vector<T> y(8);
  inverted_dropout<T>(x, std::vector<std::uint8_t>(8, 0), T(2), y);
  for (const T value : y) EXPECT_TRUE(std::isnan(value));

  const std::vector<T> smallest(8, -Limits::denorm_min());
  inverted_dropout<T>(smallest, std::vector<std::uint8_t>{1, 0, 1, 0, 1, 0, 1, 0}, T(2), y);
  EXPECT_EQ(y[0], -2 * Limits::denorm_min()) << "subnormals are not flushed";
  EXPECT_TRUE(y[1] == 0 && std::signbit(y[1])) << "a dropped negative is -0";
}

}  // namespace
}  // namespace playground::dropout
