// The sum of two tensors, and the sum over what one was repeated for: what gradients that meet are
// added by.
#pragma once

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Shape;
using tensor::Tensor;

/// a + b, of one shape and one dtype; a bool is there where one of them is.
Tensor add(const Tensor& a, const Tensor& b);

/// The sum over the dimensions that a tensor of `shape` was repeated in to have the shape of x: x
/// itself if there are none. In the order of kernels/reduce.hpp, the last dimensions first.
///
/// x  of a floating dtype
Tensor sum_to(const Tensor& x, const Shape& shape);

}  // namespace playground::ops
