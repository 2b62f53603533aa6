// Running sums and products along a dimension, and their gradients.
#pragma once

#include <cstddef>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// y_i = x_0 + … + x_i, of floats in float64, of integers with wrap-around.
///
/// x  no bool
/// Source  aten/src/ATen/native/cpu/ReduceOpsKernel.cpp, cumsum_cpu_kernel.
Tensor cumsum(const Tensor& x, std::size_t dim);

/// y_i = x_0 ⋯ x_i.
Tensor cumprod(const Tensor& x, std::size_t dim);

/// The gradient of cumprod, of any x, also where there are zeros.
///
/// y  what cumprod gave
Tensor cumprod_backward(const Tensor& grad_y, const Tensor& x, const Tensor& y, std::size_t dim);

/// y_i = log(e^x_0 + … + e^x_i).
Tensor logcumsumexp(const Tensor& x, std::size_t dim);

/// grad_x_i = the sum over j ≥ i of grad_y_j e^(x_i - y_j).
Tensor logcumsumexp_backward(const Tensor& grad_y, const Tensor& x, const Tensor& y,
                             std::size_t dim);

}  // namespace playground::ops
