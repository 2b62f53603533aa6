#include "ops/kernels/matmul.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <span>
#include <vector>

#include "ops/kernels/random_numbers.hpp"

namespace playground::ops {
namespace {

template <class T>
class MatMul : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(MatMul, Types);

// The definition, in the order that matmul.hpp states.
template <class T>
void plain(Matrix<const T> a, Matrix<const T> b, Matrix<T> c, bool adds) {
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t j = 0; j < b.columns; ++j) {
      T sum = adds ? c(i, j) : T(0);
      for (std::size_t k = 0; k < a.columns; ++k) {
        const T product = a(i, k) * b(k, j);
        sum += product;
      }
      c(i, j) = sum;
    }
  }
}

// A matrix in memory of its own, row-major or transposed.
template <class T>
struct Owned {
  std::vector<T> values;
  std::size_t rows;
  std::size_t columns;
  bool is_transposed;

  Matrix<T> matrix() {
    const auto all = std::span(values);
    return is_transposed ? row_major(all, columns, rows).transposed()
                         : row_major(all, rows, columns);
  }
  Matrix<const T> view() {
    const Matrix<T> m = matrix();
    return {m.first, m.rows, m.columns, m.row_stride, m.column_stride};
  }
};

template <class T>
void check(std::size_t m, std::size_t n, std::size_t k, std::mt19937& words) {
  for (int transposed = 0; transposed < 8; ++transposed) {
    Owned<T> a{random_numbers<T>(m * k, words), m, k, (transposed & 1) != 0};
    Owned<T> b{random_numbers<T>(k * n, words), k, n, (transposed & 2) != 0};
    Owned<T> c{random_numbers<T>(m * n, words), m, n, (transposed & 4) != 0};
    Owned<T> expected = c;
    add_matmul(a.view(), b.view(), c.matrix());
    plain(a.view(), b.view(), expected.matrix(), true);
    ASSERT_EQ(c.values, expected.values) << m << " " << n << " " << k << " " << transposed;
    matmul(a.view(), b.view(), c.matrix());
    plain(a.view(), b.view(), expected.matrix(), false);
    ASSERT_EQ(c.values, expected.values) << m << " " << n << " " << k << " " << transposed;
  }
}

TYPED_TEST(MatMul, HasTheBitsOfTheDefinitionAtEverySize) {
  std::mt19937 words(20261130);
  for (std::size_t m : {1, 2, 3, 4, 5, 7, 8, 9, 17}) {
    for (std::size_t n : {1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33}) {
      for (std::size_t k : {1, 2, 3, 8, 13}) check<TypeParam>(m, n, k, words);
    }
  }
}

TYPED_TEST(MatMul, HasThemBeyondABlockOfB) {
  std::mt19937 words(1);
  check<TypeParam>(6, 19, 256, words);
  check<TypeParam>(5, 18, 257, words);
  check<TypeParam>(4, 16, 700, words);
  check<TypeParam>(32, 64, 64, words);
}

TYPED_TEST(MatMul, OfNothingIsZeroOrWhatWasThere) {
  using T = TypeParam;
  std::vector<T> c{1, 2, 3, 4};
  const auto none = Matrix<const T>{nullptr, 2, 0, 0, 1};
  add_matmul(none, none.transposed(), row_major(std::span(c), 2, 2));
  EXPECT_EQ(c, (std::vector<T>{1, 2, 3, 4}));
  matmul(none, none.transposed(), row_major(std::span(c), 2, 2));
  EXPECT_EQ(c, (std::vector<T>{0, 0, 0, 0}));
}

// Of the sum of w y with any w, by the definition of a product's derivative.
TYPED_TEST(MatMul, GradientsAreProductsWithTheOtherOperandTransposed) {
  using T = TypeParam;
  std::mt19937 words(5);
  const std::size_t m = 5, k = 7, n = 10;
  auto a = random_numbers<T>(m * k, words);
  auto b = random_numbers<T>(k * n, words);
  auto grad_y = random_numbers<T>(m * n, words);
  std::vector<T> grad_a(m * k), grad_b(k * n);
  const auto of = [](std::vector<T>& x, std::size_t rows, std::size_t columns) {
    return row_major(std::span<const T>(x), rows, columns);
  };
  matmul_backward(of(grad_y, m, n), of(a, m, k), of(b, k, n), row_major(std::span(grad_a), m, k),
                  row_major(std::span(grad_b), k, n));
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      double sum = 0;
      for (std::size_t x = 0; x < n; ++x) sum += double{grad_y[i * n + x]} * b[j * n + x];
      EXPECT_NEAR(grad_a[i * k + j], sum, 1e-5);
    }
  }
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      double sum = 0;
      for (std::size_t x = 0; x < m; ++x) sum += double{a[x * k + i]} * grad_y[x * n + j];
      EXPECT_NEAR(grad_b[i * n + j], sum, 1e-5);
    }
  }
}

}  // namespace
}  // namespace playground::ops
