#include "ops/embedding.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "errors/raised.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using errors::Exception;
using tensor::Shape;

std::size_t row_at(std::int64_t index, std::int64_t rows) {
  if (index < 0 || index >= rows) {
    errors::raise(Exception::kIndexError, "index out of range in self");
  }
  return static_cast<std::size_t>(index);
}

double norm_of(std::span<const double> row, double p) {
  double sum = 0;
  for (const double x : row) {
    if (std::isinf(p)) {
      sum = std::max(sum, std::abs(x));
    } else {
      sum += p == 2 ? x * x : p == 1 ? std::abs(x) : std::pow(std::abs(x), p);
    }
  }
  return p == 2 ? std::sqrt(sum) : p == 1 || std::isinf(p) ? sum : std::pow(sum, 1 / p);
}

}  // namespace

Tensor chosen_rows(const Tensor& weight, const Tensor& indices) {
  const Tensor dense = contiguous(weight);
  const Tensor places = contiguous(indices);
  const auto rows = dense.shape()[0];
  std::vector<std::int64_t> extents = indices.shape().extents();
  std::size_t bytes = item_size(dense.dtype());
  for (std::size_t dim = 1; dim < dense.shape().rank(); ++dim) {
    extents.push_back(dense.shape()[dim]);
    bytes *= static_cast<std::size_t>(dense.shape()[dim]);
  }
  Tensor y(Shape(std::move(extents)), dense.dtype());
  std::byte* to = y.data();
  for (const std::int64_t index : places.values<std::int64_t>()) {
    const std::size_t row = row_at(index, rows);
    if (bytes > 0) std::memcpy(to, dense.data() + row * bytes, bytes);
    to += bytes;
  }
  return y;
}

Tensor chosen_rows_backward(const Tensor& grad, const Tensor& indices, std::int64_t rows,
                            std::int64_t padding_idx, bool scale_grad_by_freq) {
  const Tensor dense = contiguous(grad);
  const Tensor places = contiguous(indices);
  const std::int64_t columns = grad.shape()[grad.shape().rank() - 1];
  const auto chosen = places.values<std::int64_t>();
  std::vector<std::int64_t> counts;
  if (scale_grad_by_freq) {
    counts.resize(static_cast<std::size_t>(rows));
    for (const std::int64_t index : chosen) ++counts[row_at(index, rows)];
  }
  Tensor result = tensor::full(Shape{rows, columns}, 0, grad.dtype());
  tensor::with_floating_type(grad.dtype(), "embedding_backward", [&]<class T>(T) {
    const auto width = static_cast<std::size_t>(columns);
    std::span<const T> from = dense.values<T>();
    const std::span<T> sums = result.values<T>();
    for (const std::int64_t index : chosen) {
      const auto given = from.first(width);
      from = from.subspan(width);
      if (index == padding_idx) continue;
      const std::size_t row = row_at(index, rows);
      const T scale = counts.empty() ? T(1) : T(1) / static_cast<T>(counts[row]);
      const auto sum = sums.subspan(row * width, width);
      for (std::size_t i = 0; i < width; ++i) sum[i] += given[i] * scale;
    }
  });
  return result;
}

void shorten_rows(Tensor& weight, const Tensor& indices, double max_norm, double norm_type) {
  const Tensor places = contiguous(indices);
  const auto chosen = places.values<std::int64_t>();
  std::vector<std::int64_t> order(chosen.begin(), chosen.end());
  std::ranges::sort(order);
  order.erase(std::ranges::unique(order).begin(), order.end());
  const auto rows = weight.shape()[0];
  tensor::with_floating_type(weight.dtype(), "embedding_renorm_", [&]<class T>(T) {
    const auto width = static_cast<std::size_t>(weight.shape()[1]);
    for (const std::int64_t index : order) {
      if (index < 0 || index >= rows) {
        errors::raise(Exception::kIndexError,
                      "select(): index {} out of range for tensor of size {} at dimension 0", index,
                      to_string(weight.shape()));
      }
      const auto row = weight.values<T>().subspan(static_cast<std::size_t>(index) * width, width);
      const std::vector<double> wide(row.begin(), row.end());
      const double norm = static_cast<double>(static_cast<T>(norm_of(wide, norm_type)));
      if (!(norm > max_norm)) continue;
      const auto scale = static_cast<T>(max_norm / (norm + 1e-7));
      for (T& x : row) x *= scale;
    }
  });
}

}  // namespace playground::ops
