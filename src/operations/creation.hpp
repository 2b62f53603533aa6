// Tensors from nothing but their shape.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

Variable full(const Shape& shape, const Scalar& value, DType dtype, Device device = {});
Variable zeros_like(const Variable& self);
Variable ones_like(const Variable& self);

/// torch.get_default_dtype().
DType default_dtype() noexcept;
void set_default_dtype(DType dtype) noexcept;

}  // namespace playground::operations
