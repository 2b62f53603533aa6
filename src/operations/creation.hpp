// Tensors from nothing but their shape.
#pragma once

#include <cstdint>
#include <optional>

#include "operations/value.hpp"

namespace playground::operations {

Variable full(const Shape& shape, const Scalar& value, DType dtype, Device device = {});
Variable zeros_like(const Variable& self);
Variable ones_like(const Variable& self);

/// torch.get_default_dtype().
DType default_dtype() noexcept;
void set_default_dtype(DType dtype) noexcept;

/// Of a tensor that a number alone makes.
DType dtype_of(const Scalar& value) noexcept;

/// The shape of what `size` says.
///
/// Throws Raised, in PyTorch's words, if an extent is negative.
Shape shape_of(const std::vector<std::int64_t>& size);

/// Zeros of the shape of x, which lie in the same order in memory.
Tensor zeros_laid_as(const Tensor& x, DType dtype);

}  // namespace playground::operations
