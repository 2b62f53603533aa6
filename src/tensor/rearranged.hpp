// Copies of tensors with their elements in another arrangement: transposed, repeated, broadcast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// Tensor.permute: dimension i of the result is dimension dims[i] of x. Each occurs once.
Tensor permuted(const Tensor& x, std::span<const std::size_t> dims);

/// Tensor.repeat: x so many times along each dimension. `times` may have more dimensions than x,
/// which are put in front.
Tensor repeated(const Tensor& x, std::span<const std::int64_t> times);

/// A tensor of `shape` in which each element stands for all those that x is too small for, from the
/// last dimension on: an extent of x is that of `shape`, or 1, or missing.
Tensor broadcast(const Tensor& x, const Shape& shape);

/// The shape that two shapes are broadcast to. Throws an Error (kValue), in PyTorch's words, if
/// there is none.
Shape broadcast_shape(const Shape& a, const Shape& b);

/// torch.cat of tensors of one dtype, whose shapes differ in `dim` at most.
Tensor concatenated(std::span<const Tensor> tensors, std::size_t dim);

}  // namespace playground::tensor
