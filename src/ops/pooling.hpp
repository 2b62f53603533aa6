// Windows over pictures, of each of which the largest element or the mean is taken.
#pragma once

#include <cstdint>

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

/// The windows along a dimension: those of a kernel, or so many that share the dimension evenly,
/// and overlap if it cannot be shared so.
struct Axis {
  std::int64_t size;        // of the dimension
  std::int64_t count;       // of the windows
  std::int64_t kernel = 0;  // 0 if they share
  std::int64_t stride = 1;
  std::int64_t padding = 0;
  std::int64_t dilation = 1;

  Stretch at(std::int64_t i) const noexcept;
};

/// All windows of a picture.
struct Windows {
  Axis rows;
  Axis columns;
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
/// Throws Raised for a window that lies over padding alone, of which PyTorch makes up a number.
/// Source  at::native::cpu_max_pool.
Tensor largest_of(const Tensor& x, const Windows& windows);

/// The mean of each window.
Tensor means_of(const Tensor& x, const Windows& windows, Mean mean);

/// Its gradient, of x.
Tensor means_backward(const Tensor& grad, const Windows& windows, Mean mean);

}  // namespace playground::ops
