#include "ops/factorization.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "maths/logarithm.hpp"

namespace playground::ops {
namespace {

using tensor::DType;
using tensor::Shape;

/// A matrix of its own, row after row.
struct Square {
  std::size_t n;
  std::vector<double> values;

  double& operator()(std::size_t i, std::size_t j) { return values[i * n + j]; }
  double operator()(std::size_t i, std::size_t j) const { return values[i * n + j]; }
};

struct LU {
  Square packed;                  // L below the diagonal, whose own is 1, and U from it on
  std::vector<std::size_t> rows;  // in which order those of the matrix are taken
  double sign = 1;
  std::size_t singular = 0;  // the first diagonal element of U that is 0, from 1 on; 0: none
};

LU lu(std::span<const double> a, std::size_t n) {
  LU result{{n, std::vector<double>(a.begin(), a.end())}, std::vector<std::size_t>(n)};
  Square& m = result.packed;
  for (std::size_t i = 0; i < n; ++i) result.rows[i] = i;
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i) {
      if (std::fabs(m(i, k)) > std::fabs(m(pivot, k))) pivot = i;
    }
    if (pivot != k) {
      for (std::size_t j = 0; j < n; ++j) std::swap(m(k, j), m(pivot, j));
      std::swap(result.rows[k], result.rows[pivot]);
      result.sign = -result.sign;
    }
    if (m(k, k) == 0) {
      if (result.singular == 0) result.singular = k + 1;
      continue;
    }
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = m(i, k) / m(k, k);
      m(i, k) = factor;
      for (std::size_t j = k + 1; j < n; ++j) m(i, j) -= factor * m(k, j);
    }
  }
  return result;
}

/// x of a x = b, [n, columns].
void solve(const LU& factors, std::span<const double> b, std::size_t columns, std::span<double> x) {
  const Square& m = factors.packed;
  for (std::size_t c = 0; c < columns; ++c) {
    for (std::size_t i = 0; i < m.n; ++i) {
      double value = b[factors.rows[i] * columns + c];
      for (std::size_t j = 0; j < i; ++j) value -= m(i, j) * x[j * columns + c];
      x[i * columns + c] = value;
    }
    for (std::size_t i = m.n; i-- > 0;) {
      double value = x[i * columns + c];
      for (std::size_t j = i + 1; j < m.n; ++j) value -= m(i, j) * x[j * columns + c];
      x[i * columns + c] = value / m(i, i);
    }
  }
}

std::size_t extent(const Tensor& x, std::size_t from_end) {
  return static_cast<std::size_t>(x.shape()[x.shape().rank() - from_end]);
}

/// The matrices of a stack, in float64.
struct Stack {
  Tensor elements;
  std::size_t count;
  std::size_t rows;
  std::size_t columns;

  std::span<const double> operator[](std::size_t i) const {
    const std::size_t size = rows * columns;
    return elements.values<double>().subspan(i * size, size);
  }
};
Stack stack_of(const Tensor& x) {
  const std::size_t rows = extent(x, 2);
  const std::size_t columns = extent(x, 1);
  std::size_t count = 1;
  for (std::size_t dim = 0; dim + 2 < x.shape().rank(); ++dim) {
    count *= static_cast<std::size_t>(x.shape()[dim]);
  }
  return {tensor::to(x, DType::kFloat64), count, rows, columns};
}

Shape with_last(const Tensor& x, std::initializer_list<std::int64_t> last) {
  std::vector<std::int64_t> extents(x.shape().extents().begin(), x.shape().extents().end() - 2);
  extents.insert(extents.end(), last.begin(), last.end());
  return Shape(std::move(extents));
}

std::optional<Failure> failed(std::size_t matrix, std::size_t element) {
  return Failure{static_cast<std::int64_t>(matrix), static_cast<std::int64_t>(element)};
}

}  // namespace

Factored solution(const Tensor& a, const Tensor& b) {
  const Stack left = stack_of(a);
  const Stack right = stack_of(b);
  Tensor x(b.shape(), DType::kFloat64);
  std::optional<Failure> failure;
  const std::size_t size = right.rows * right.columns;
  for (std::size_t i = 0; i < left.count; ++i) {
    const LU factors = lu(left[i], left.rows);
    if (factors.singular != 0 && !failure) failure = failed(i, factors.singular);
    solve(factors, right[i], right.columns, x.values<double>().subspan(i * size, size));
  }
  return {tensor::to(x, b.dtype()), failure};
}

Factored inverse(const Tensor& a) {
  Tensor eye = tensor::full(a.shape(), 0, DType::kFloat64);
  const std::size_t n = extent(a, 1);
  const std::span<double> values = eye.values<double>();
  for (std::size_t first = 0; first < values.size(); first += n * n) {
    for (std::size_t i = 0; i < n; ++i) values[first + i * n + i] = 1;
  }
  Factored result = solution(a, eye);
  result.result = tensor::to(result.result, a.dtype());
  return result;
}

Determinant determinant(const Tensor& a) {
  const Stack matrices = stack_of(a);
  const Shape shape = with_last(a, {});
  Determinant result{Tensor(shape, DType::kFloat64), Tensor(shape, DType::kFloat64),
                     Tensor(shape, DType::kFloat64)};
  for (std::size_t i = 0; i < matrices.count; ++i) {
    const LU factors = lu(matrices[i], matrices.rows);
    double value = factors.sign;
    double sign = factors.sign;
    double log_size = 0;
    for (std::size_t k = 0; k < matrices.rows; ++k) {
      const double pivot = factors.packed(k, k);
      value *= pivot;
      if (pivot < 0) sign = -sign;
      if (pivot == 0) sign = 0;
      log_size += maths::log<double>(std::fabs(pivot));
    }
    result.value.values<double>()[i] = value;
    result.sign.values<double>()[i] = sign;
    result.log_size.values<double>()[i] = log_size;
  }
  return {tensor::to(result.value, a.dtype()), tensor::to(result.sign, a.dtype()),
          tensor::to(result.log_size, a.dtype())};
}

Tensor cofactors(const Tensor& a) {
  const Stack matrices = stack_of(a);
  const std::size_t n = matrices.rows;
  Tensor result(a.shape(), DType::kFloat64);
  const std::span<double> to = result.values<double>();
  std::vector<double> minor;
  for (std::size_t m = 0; m < matrices.count; ++m) {
    const std::span<const double> matrix = matrices[m];
    for (std::size_t row = 0; row < n; ++row) {
      for (std::size_t column = 0; column < n; ++column) {
        minor.clear();
        for (std::size_t i = 0; i < n; ++i) {
          for (std::size_t j = 0; j < n; ++j) {
            if (i != row && j != column) minor.push_back(matrix[i * n + j]);
          }
        }
        const LU factors = lu(minor, n - 1);
        double value = (row + column) % 2 == 0 ? factors.sign : -factors.sign;
        for (std::size_t k = 0; k + 1 < n; ++k) value *= factors.packed(k, k);
        to[(m * n + row) * n + column] = value;
      }
    }
  }
  return tensor::to(result, a.dtype());
}

Factored cholesky(const Tensor& a) {
  const Stack matrices = stack_of(a);
  const std::size_t n = matrices.rows;
  Tensor result = tensor::full(a.shape(), 0, DType::kFloat64);
  std::optional<Failure> failure;
  for (std::size_t m = 0; m < matrices.count; ++m) {
    const std::span<const double> from = matrices[m];
    const std::span<double> l = result.values<double>().subspan(m * n * n, n * n);
    for (std::size_t j = 0; j < n; ++j) {
      double square = from[j * n + j];
      for (std::size_t k = 0; k < j; ++k) square -= l[j * n + k] * l[j * n + k];
      if (!(square > 0)) {
        if (!failure) failure = failed(m, j + 1);
        break;
      }
      l[j * n + j] = std::sqrt(square);
      for (std::size_t i = j + 1; i < n; ++i) {
        double value = from[i * n + j];
        for (std::size_t k = 0; k < j; ++k) value -= l[i * n + k] * l[j * n + k];
        l[i * n + j] = value / l[j * n + j];
      }
    }
  }
  return {tensor::to(result, a.dtype()), failure};
}

QR qr(const Tensor& a, std::int64_t k) {
  const Stack matrices = stack_of(a);
  const std::size_t m = matrices.rows;
  const std::size_t n = matrices.columns;
  const auto width = static_cast<std::size_t>(k);
  Tensor q(with_last(a, {static_cast<std::int64_t>(m), k}), DType::kFloat64);
  Tensor r = tensor::full(with_last(a, {k, static_cast<std::int64_t>(n)}), 0, DType::kFloat64);
  const std::size_t steps = std::min(m, n);
  for (std::size_t i = 0; i < matrices.count; ++i) {
    const std::span<const double> from = matrices[i];
    std::vector<double> x(from.begin(), from.end());
    std::vector<std::vector<double>> reflections(steps, std::vector<double>(m, 0));
    std::vector<double> scales(steps, 0);
    // x -= scale v (vᵀ x), of the columns from `first` on.
    const auto reflect = [m](std::span<double> of, std::size_t columns, std::size_t first,
                             const std::vector<double>& v, double scale) {
      for (std::size_t c = first; c < columns; ++c) {
        double product = 0;
        for (std::size_t row = 0; row < m; ++row) product += v[row] * of[row * columns + c];
        product *= scale;
        for (std::size_t row = 0; row < m; ++row) of[row * columns + c] -= product * v[row];
      }
    };
    for (std::size_t j = 0; j < steps; ++j) {
      double below = 0;
      for (std::size_t row = j + 1; row < m; ++row) below += x[row * n + j] * x[row * n + j];
      if (below == 0) continue;  // LAPACK's H is the identity then
      const double alpha = x[j * n + j];
      const double beta = -std::copysign(std::sqrt(alpha * alpha + below), alpha);
      std::vector<double>& v = reflections[j];
      v[j] = 1;
      for (std::size_t row = j + 1; row < m; ++row) v[row] = x[row * n + j] / (alpha - beta);
      scales[j] = (beta - alpha) / beta;
      reflect(x, n, j, v, scales[j]);
    }
    const std::span<double> to_r = r.values<double>().subspan(i * width * n, width * n);
    for (std::size_t row = 0; row < std::min(width, m); ++row) {
      for (std::size_t c = row; c < n; ++c) to_r[row * n + c] = x[row * n + c];
    }
    const std::span<double> to_q = q.values<double>().subspan(i * m * width, m * width);
    std::ranges::fill(to_q, 0.0);
    for (std::size_t d = 0; d < std::min(m, width); ++d) to_q[d * width + d] = 1;
    for (std::size_t j = steps; j-- > 0;) reflect(to_q, width, 0, reflections[j], scales[j]);
  }
  return {tensor::to(q, a.dtype()), tensor::to(r, a.dtype())};
}

}  // namespace playground::ops
