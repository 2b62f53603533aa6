#include "ops/singular_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "tensor/views.hpp"

namespace playground::ops {
namespace {

using tensor::DType;
using tensor::Shape;

/// Columns, each after the other.
struct Columns {
  std::size_t rows;
  std::vector<double> values;

  std::span<double> operator[](std::size_t j) { return std::span(values).subspan(j * rows, rows); }
};

double product(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void rotate(std::span<double> a, std::span<double> b, double cosine, double sine) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double x = a[i];
    const double y = b[i];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

/// Turns the columns until all are at right angles, and those of v with them.
void orthogonalise(Columns& u, Columns& v, std::size_t n) {
  constexpr int kMostSweeps = 60;
  constexpr double kSmall = std::numeric_limits<double>::epsilon();
  for (int sweep = 0; sweep < kMostSweeps; ++sweep) {
    bool is_done = true;
    for (std::size_t p = 0; p + 1 < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        const double a = product(u[p], u[p]);
        const double b = product(u[q], u[q]);
        const double c = product(u[p], u[q]);
        if (!(std::fabs(c) > kSmall * std::sqrt(a * b))) continue;
        is_done = false;
        const double zeta = (b - a) / (2 * c);
        const double tangent =
            std::copysign(1.0, zeta) / (std::fabs(zeta) + std::sqrt(1 + zeta * zeta));
        const double cosine = 1 / std::sqrt(1 + tangent * tangent);
        rotate(u[p], u[q], cosine, cosine * tangent);
        rotate(v[p], v[q], cosine, cosine * tangent);
      }
    }
    if (is_done) return;
  }
}

/// Makes a column of length 1 at right angles to those before it, where its own length is 0.
void complete(Columns& u, std::size_t j, std::span<const std::size_t> before) {
  for (std::size_t axis = 0; axis < u.rows; ++axis) {
    std::vector<double> candidate(u.rows, 0);
    candidate[axis] = 1;
    for (int pass = 0; pass < 2; ++pass) {
      for (const std::size_t k : before) {
        const double along = product(candidate, u[k]);
        for (std::size_t i = 0; i < u.rows; ++i) candidate[i] -= along * u[k][i];
      }
    }
    const double length = std::sqrt(product(candidate, candidate));
    if (length < 0.5 / std::sqrt(static_cast<double>(u.rows))) continue;
    for (std::size_t i = 0; i < u.rows; ++i) u[j][i] = candidate[i] / length;
    return;
  }
}

/// Of a matrix with at least as many rows as columns.
void decompose(std::span<const double> a, std::size_t m, std::size_t n, std::span<double> u_to,
               std::span<double> s_to, std::span<double> v_to) {
  Columns u{m, std::vector<double>(m * n)};
  Columns v{n, std::vector<double>(n * n, 0)};
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < m; ++i) u[j][i] = a[i * n + j];
    v[j][j] = 1;
  }
  orthogonalise(u, v, n);
  std::vector<double> lengths(n);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t j = 0; j < n; ++j) lengths[j] = std::sqrt(product(u[j], u[j]));
  // By insertion, so that equal ones stay in their order.
  for (std::size_t i = 1; i < n; ++i) {
    for (std::size_t j = i; j > 0 && lengths[order[j]] > lengths[order[j - 1]]; --j) {
      std::swap(order[j], order[j - 1]);
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t j = order[k];
    if (lengths[j] > 0) {
      for (double& value : u[j]) value /= lengths[j];
    } else {
      complete(u, j, std::span(order).first(k));
    }
    s_to[k] = lengths[j];
    for (std::size_t i = 0; i < m; ++i) u_to[i * n + k] = u[j][i];
    for (std::size_t i = 0; i < n; ++i) v_to[i * n + k] = v[j][i];
  }
}

}  // namespace

SVD svd(const Tensor& a) {
  const std::size_t rank = a.shape().rank();
  const std::int64_t rows = a.shape()[rank - 2];
  const std::int64_t columns = a.shape()[rank - 1];
  if (rows < columns) {
    SVD turned = svd(tensor::transpose(a, rank - 2, rank - 1));
    return {std::move(turned.v), std::move(turned.s), std::move(turned.u)};
  }
  const auto m = static_cast<std::size_t>(rows);
  const auto n = static_cast<std::size_t>(columns);
  std::vector<std::int64_t> stack(a.shape().extents().begin(), a.shape().extents().end() - 2);
  const auto shape_of = [&stack](std::initializer_list<std::int64_t> last) {
    std::vector<std::int64_t> extents = stack;
    extents.insert(extents.end(), last.begin(), last.end());
    return Shape(std::move(extents));
  };
  const Tensor from = tensor::to(a, DType::kFloat64);
  Tensor u(a.shape(), DType::kFloat64);
  Tensor s(shape_of({columns}), DType::kFloat64);
  Tensor v(shape_of({columns, columns}), DType::kFloat64);
  const std::size_t count = Shape(stack).size();
  for (std::size_t i = 0; i < count; ++i) {
    decompose(from.values<double>().subspan(i * m * n, m * n), m, n,
              u.values<double>().subspan(i * m * n, m * n), s.values<double>().subspan(i * n, n),
              v.values<double>().subspan(i * n * n, n * n));
  }
  return {tensor::to(u, a.dtype()), tensor::to(s, a.dtype()), tensor::to(v, a.dtype())};
}

}  // namespace playground::ops
