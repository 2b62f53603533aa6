// Products of matrices.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/row.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// Of vectors, matrices, and stacks of matrices, which are broadcast.
Variable matmul(const Variable& self, const Variable& other);
Variable mm(const Variable& self, const Variable& mat2);
Variable bmm(const Variable& self, const Variable& mat2);
Variable mv(const Variable& self, const Variable& vec);
Variable dot(const Variable& self, const Variable& tensor);
/// beta self + alpha mat1 mat2.
Variable addmm(const Variable& self, const Variable& mat1, const Variable& mat2,
               const Scalar& beta = 1, const Scalar& alpha = 1);
/// bias may be None.
Variable linear(const Variable& input, const Variable& weight, const Variable& bias);
Variable outer(const Variable& self, const Variable& vec2);
Variable tensordot(const Variable& self, const Variable& other,
                   const std::vector<std::int64_t>& dims_self,
                   const std::vector<std::int64_t>& dims_other);

/// Of square matrices.
Variable inverse(const Variable& self);
/// torch.eye(size).
Variable identity(std::int64_t size, DType dtype, Device device);
/// The same elements in another shape, which PyTorch's history has as no view of them.
Variable unsafe_view(const Variable& x, const Shape& shape);

/// Without the last two dimensions, or with none.
Shape stack_shape(const Variable& x);
/// What two stacks are broadcast to.
std::vector<std::int64_t> broadcast_batch(const Shape& a, const Shape& b);

/// Throws Raised, in PyTorch's words: "linalg.det: A must be batches of square matrices, …".
void require_square(const Variable& x, std::string_view name);

}  // namespace playground::operations
