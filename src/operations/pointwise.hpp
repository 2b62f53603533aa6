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
Variable sub(const Variable& self, const Scalar& other);
Variable mul(const Variable& self, const Scalar& other);
Variable div(const Variable& self, const Scalar& other);
/// self + value tensor1 tensor2, and self + value tensor1 / tensor2, each with the product first.
Variable addcmul(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value);
Variable addcdiv(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value);
Variable pow(const Variable& self, const Scalar& exponent);
Variable pow(const Variable& self, const Variable& exponent);

Variable neg(const Variable& self);
Variable abs(const Variable& self);
Variable sign(const Variable& self);
Variable exp(const Variable& self);
Variable expm1(const Variable& self);
Variable log(const Variable& self);
Variable log1p(const Variable& self);
Variable sqrt(const Variable& self);
Variable rsqrt(const Variable& self);
Variable reciprocal(const Variable& self);
Variable sin(const Variable& self);
Variable cos(const Variable& self);
Variable erf(const Variable& self);
Variable sigmoid(const Variable& self);
Variable tanh(const Variable& self);
Variable relu(const Variable& self);

Variable maximum(const Variable& self, const Variable& other);
Variable minimum(const Variable& self, const Variable& other);
/// One of the bounds may be missing.
Variable clamp(const Variable& self, const std::optional<Scalar>& min,
               const std::optional<Scalar>& max);
Variable clamp_min(const Variable& self, const Scalar& min);
/// The dtype is the one that self and other have together, as everywhere with two tensors.
Variable where(const Variable& condition, const Variable& self, const Variable& other);
Variable masked_fill(const Variable& self, const Variable& mask, const Scalar& value);

// Comparisons: bool, without history.
Variable eq(const Variable& self, const Variable& other);
Variable ne(const Variable& self, const Variable& other);
Variable lt(const Variable& self, const Variable& other);
Variable le(const Variable& self, const Variable& other);
Variable gt(const Variable& self, const Variable& other);
Variable ge(const Variable& self, const Variable& other);
Variable logical_and(const Variable& self, const Variable& other);
Variable logical_or(const Variable& self, const Variable& other);
Variable logical_not(const Variable& self);
Variable isnan(const Variable& self);
Variable isinf(const Variable& self);

}  // namespace playground::operations
