// Products of matrices.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

Variable matmul(const Variable& self, const Variable& other);
Variable mm(const Variable& self, const Variable& mat2);
Variable bmm(const Variable& self, const Variable& mat2);
Variable addmm(const Variable& self, const Variable& mat1, const Variable& mat2,
               const Scalar& beta = 1, const Scalar& alpha = 1);
/// bias may be None.
Variable linear(const Variable& input, const Variable& weight, const Variable& bias);

}  // namespace playground::operations
