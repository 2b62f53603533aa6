// The two factors of a product: what they must be, and their gradients.
#pragma once

#include <cstdint>
#include <string_view>

#include "operations/value.hpp"

namespace playground::operations {

/// The last two dimensions exchanged; recorded only if it must be.
Variable turned(const Variable& x);

/// x itself, if the factor is 1.
Variable times(const Variable& x, const Scalar& factor);

// Each throws Raised, in PyTorch's words.
void require_one_dtype(const Variable& a, const Variable& b, std::string_view name);
void require_factors(const Variable& mat1, const Variable& mat2);
void require_stacks(const Variable& batch1, const Variable& batch2);
void require_batches(const Variable& batch1, const Variable& batch2);
/// size  of what is added to the product
void require_vector(const Variable& mat, const Variable& vec, std::int64_t size);

/// Whether the columns of a matrix follow each other, as in the transposed one.
bool is_turned(const Variable& x);

/// The gradients of a product of two matrices, in the memory order of the factors: so that of a
/// weight, which linear() turns, comes out row after row.
Variable gradient_of_left(const Variable& grad, const Variable& right, bool left_is_turned);
Variable gradient_of_right(const Variable& grad, const Variable& left, bool right_is_turned);

}  // namespace playground::operations
