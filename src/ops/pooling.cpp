#include "ops/pooling.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "errors/raised.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using tensor::Shape;

// The shape with other pictures in it.
Shape with_pictures(const Shape& shape, std::int64_t height, std::int64_t width) {
  std::vector<std::int64_t> extents = shape.extents();
  extents[extents.size() - 2] = height;
  extents[extents.size() - 1] = width;
  return Shape(std::move(extents));
}

Shape pooled_shape(const Shape& shape, const Windows& windows) {
  return with_pictures(shape, windows.rows.count, windows.columns.count);
}

// use(first element of the picture, window's rows, window's columns) for each window of each
// picture, of whose elements there are `size`.
template <class Use>
void each_window(std::size_t size, const Windows& windows, Use use) {
  const auto picture = static_cast<std::size_t>(windows.rows.size * windows.columns.size);
  for (std::size_t at = 0; at < size; at += picture) {
    for (std::int64_t i = 0; i < windows.rows.count; ++i) {
      const Stretch rows = windows.rows.at(i);
      for (std::int64_t j = 0; j < windows.columns.count; ++j) {
        use(at, rows, windows.columns.at(j));
      }
    }
  }
}

template <class T>
T divided(T value, Mean mean, const Stretch& rows, const Stretch& columns) {
  const std::int64_t height = rows.end - rows.start;
  const std::int64_t width = columns.end - columns.start;
  if (height <= 0 || width <= 0) return 0;  // over padding alone
  switch (mean.by) {
    case Divisor::kElements:
      return value / static_cast<T>(height * width);
    case Divisor::kExtent:
      return value / static_cast<T>(rows.extent * columns.extent);
    case Divisor::kSides:
      return value / static_cast<T>(height) / static_cast<T>(width);
    case Divisor::kGiven:
      break;
  }
  return value / static_cast<T>(mean.given);
}

}  // namespace

Stretch Axis::at(std::int64_t i) const noexcept {
  if (kernel == 0) return {.start = i * size / count, .end = ((i + 1) * size + count - 1) / count};
  const std::int64_t start = i * stride - padding;
  const std::int64_t end = start + (kernel - 1) * dilation + 1;
  const std::int64_t steps_outside = start < 0 ? (-start + dilation - 1) / dilation : 0;
  return {.start = start + steps_outside * dilation,
          .end = std::min(end, size),
          .step = dilation,
          .extent = std::min(end, size + padding) - start};
}

Tensor largest_of(const Tensor& x, const Windows& windows) {
  const Tensor from = contiguous(x);
  Tensor places(pooled_shape(x.shape(), windows), tensor::DType::kInt64);
  if (places.size() == 0) return places;
  tensor::with_floating_type(x.dtype(), "max_pool2d", [&]<class T>(T) {
    const auto elements = from.values<T>();
    auto place = places.values<std::int64_t>().begin();
    each_window(x.size(), windows,
                [&](std::size_t at, const Stretch& rows, const Stretch& columns) {
                  if (rows.start >= rows.end || columns.start >= columns.end) {
                    errors::raise("max_pool2d: a window lies over padding alone");
                  }
                  T most = -std::numeric_limits<T>::infinity();
                  std::int64_t found = rows.start * windows.columns.size + columns.start;
                  for (std::int64_t i = rows.start; i < rows.end; i += rows.step) {
                    for (std::int64_t j = columns.start; j < columns.end; j += columns.step) {
                      const std::int64_t number = i * windows.columns.size + j;
                      const T value = elements[at + static_cast<std::size_t>(number)];
                      if (value > most || value != value) {
                        most = value;
                        found = number;
                      }
                    }
                  }
                  *place++ = found;
                });
  });
  return places;
}

Tensor means_of(const Tensor& x, const Windows& windows, Mean mean) {
  const Tensor from = contiguous(x);
  Tensor y(pooled_shape(x.shape(), windows), x.dtype());
  if (y.size() == 0) return y;
  tensor::with_floating_type(x.dtype(), "avg_pool2d", [&]<class T>(T) {
    const auto elements = from.values<T>();
    auto result = y.values<T>().begin();
    each_window(x.size(), windows,
                [&](std::size_t at, const Stretch& rows, const Stretch& columns) {
                  T sum = 0;
                  for (std::int64_t i = rows.start; i < rows.end; ++i) {
                    for (std::int64_t j = columns.start; j < columns.end; ++j) {
                      sum += elements[at + static_cast<std::size_t>(i * windows.columns.size + j)];
                    }
                  }
                  *result++ = divided(sum, mean, rows, columns);
                });
  });
  return y;
}

Tensor means_backward(const Tensor& grad, const Windows& windows, Mean mean) {
  const Tensor from = contiguous(grad);
  Tensor sums = tensor::full(with_pictures(grad.shape(), windows.rows.size, windows.columns.size),
                             0, grad.dtype());
  if (grad.size() == 0) return sums;
  tensor::with_floating_type(grad.dtype(), "avg_pool2d_backward", [&]<class T>(T) {
    const auto result = sums.values<T>();
    auto given = from.values<T>().begin();
    each_window(sums.size(), windows,
                [&](std::size_t at, const Stretch& rows, const Stretch& columns) {
                  const T part = divided(*given++, mean, rows, columns);
                  for (std::int64_t i = rows.start; i < rows.end; ++i) {
                    for (std::int64_t j = columns.start; j < columns.end; ++j) {
                      result[at + static_cast<std::size_t>(i * windows.columns.size + j)] += part;
                    }
                  }
                });
  });
  return sums;
}

}  // namespace playground::ops
