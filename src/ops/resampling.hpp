// Pictures in another size: each new element lies between four old ones.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// Where an element lies along one dimension: between two, so near to the second.
struct Between {
  std::int64_t first;
  std::int64_t second;
  double share;  // of the second, in [0, 1], as the dtype rounds it
};

/// scale  how many times larger the output is meant to be, if not as its size says
/// Source  at::native::area_pixel_compute_source_index, guard_index_and_lambda.
std::vector<Between> between(std::int64_t size, std::int64_t new_size, bool align_corners,
                             std::optional<double> scale, tensor::DType dtype);

/// The numbers of the nearest.
///
/// Source  at::native::nearest_idx.
std::vector<std::int64_t> nearest(std::int64_t size, std::int64_t new_size,
                                  std::optional<double> scale);

/// Pictures [pictures…, height, width], of any size that the places lie in.
struct Resampling {
  std::vector<Between> rows;
  std::vector<Between> columns;
  std::int64_t height;  // of the old pictures
  std::int64_t width;
};

Tensor bilinear(const Tensor& x, const Resampling& resampling);

/// Its gradient, of x.
Tensor bilinear_backward(const Tensor& grad, const Resampling& resampling);

}  // namespace playground::ops
