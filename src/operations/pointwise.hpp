// Operations of each element by itself, and of two or three tensors element by element, as their
// gradients are computed by, too.
#pragma once

#include <optional>

#include "operations/value.hpp"

namespace playground::operations {

/// A number as the tensor without dimensions that it is beside tensors: it has less say in dtypes.
Variable of_number(const Scalar& scalar, Device device = {});

/// Tensor.to(dtype), recorded; x itself if it has that dtype.
Variable to_dtype(const Variable& x, DType dtype);

Variable add(const Variable& self, const Variable& other, const Scalar& alpha = 1);
Variable sub(const Variable& self, const Variable& other, const Scalar& alpha = 1);
Variable mul(const Variable& self, const Variable& other);
Variable div(const Variable& self, const Variable& other);
Variable add(const Variable& self, const Scalar& other);
Variable mul(const Variable& self, const Scalar& other);
Variable div(const Variable& self, const Scalar& other);
Variable neg(const Variable& self);
Variable abs(const Variable& self);
Variable sign(const Variable& self);
Variable exp(const Variable& self);
Variable log(const Variable& self);
Variable sqrt(const Variable& self);
Variable pow(const Variable& self, const Scalar& exponent);
Variable sigmoid(const Variable& self);
Variable tanh(const Variable& self);
Variable relu(const Variable& self);
Variable where(const Variable& condition, const Variable& self, const Variable& other);
Variable masked_fill(const Variable& self, const Variable& mask, const Scalar& value);

// Comparisons: bool, without history.
Variable eq(const Variable& self, const Variable& other);
Variable ne(const Variable& self, const Variable& other);
Variable lt(const Variable& self, const Variable& other);
Variable le(const Variable& self, const Variable& other);
Variable gt(const Variable& self, const Variable& other);
Variable ge(const Variable& self, const Variable& other);

}  // namespace playground::operations
