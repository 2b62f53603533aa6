// Windows over pictures, of each of which the largest element or the mean is taken.
#pragma once

#include <cstdint>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// What a window sees along one dimension: elements from start to before end, in steps.
struct Stretch {
  std::int64_t start;
  std::int64_t end;
  std::int64_t step = 1;
  std::int64_t extent = 0;  // with the padding that it lies over
};

/// Windows of a kernel: one for each place of it along a dimension.
///
/// size  of the dimension
/// count  of the windows
std::vector<Stretch> stretches(std::int64_t size, std::int64_t count, std::int64_t kernel,
                               std::int64_t stride, std::int64_t padding, std::int64_t dilation);

/// So many windows that share the dimension, and overlap if it cannot be shared evenly.
std::vector<Stretch> shared_stretches(std::int64_t size, std::int64_t count);

/// All windows of a picture [rows, columns].
struct Windows {
  std::vector<Stretch> rows;
  std::vector<Stretch> columns;
  std::int64_t height;  // of the picture
  std::int64_t width;
};

/// What a sum is divided by.
enum class Divisor : std::uint8_t {
  kElements,  // those of the window
  kExtent,    // the padding that it lies over, too
  kSides,     // its rows, and then its columns: two roundings
  kGiven,
};

struct Mean {
  Divisor by;
  std::int64_t given = 1;
};

/// The number within its picture of the largest element of each window, int64: the first of equals,
/// or the last nan.
///
/// x  [pictures…, height, width], floating
/// Source  at::native::cpu_max_pool.
Tensor largest_of(const Tensor& x, const Windows& windows);

/// The mean of each window.
Tensor means_of(const Tensor& x, const Windows& windows, Mean mean);

/// Its gradient, of x.
Tensor means_backward(const Tensor& grad, const Windows& windows, Mean mean);

}  // namespace playground::ops
