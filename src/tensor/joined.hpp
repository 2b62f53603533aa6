// Tensors made of copies of others: repeated or joined. And the shape that two are broadcast to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// Tensor.repeat: x so many times along each dimension. `times` may have more dimensions than x,
/// which are put in front.
Tensor repeated(const Tensor& x, std::span<const std::int64_t> times);

/// torch.cat of tensors of one dtype, whose shapes differ in `dim` at most.
Tensor concatenated(std::span<const Tensor> tensors, std::size_t dim);

/// The shape that two shapes are broadcast to: from the last dimension on, an extent of 1, or one
/// that is missing, stands for any other. Throws an Error (kValue), in PyTorch's words, if there is
/// none.
Shape broadcast_shape(const Shape& a, const Shape& b);

}  // namespace playground::tensor
