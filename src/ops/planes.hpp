// Elements picked out of planes by their numbers, and their gradients put back there.
//
// A tensor is a row of planes, the last dimensions of each being one: pictures, or lines. Each
// plane has numbers of its own, or all have the same.
#pragma once

#include <cstddef>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// y[plane, i] = x[plane, indices[plane, i]], in the shape that is asked for.
///
/// x        any dtype, of planes of so many elements
/// indices  int64, contiguous, all within a plane: as many as y has elements, or as one of its
///          planes has
Tensor picked(const Tensor& x, std::size_t plane, const Tensor& indices,
              const tensor::Shape& shape);

/// The gradient: each element of x gets the sum over those that were it, in their order.
///
/// shape  of x
Tensor put_back(const Tensor& grad, std::size_t plane, const Tensor& indices,
                const tensor::Shape& shape);

}  // namespace playground::ops
