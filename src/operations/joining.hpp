// Several tensors as one.
#pragma once

#include <cstdint>
#include <string>

#include "operations/splitting.hpp"

namespace playground::operations {

Variable cat(const Variables& tensors, std::int64_t dim = 0);
Variable stack(const Variables& tensors, std::int64_t dim = 0);

// torch.hstack, vstack, dstack and column_stack: scalars and vectors become rows or columns first.
Variable hstack(const Variables& tensors);
Variable vstack(const Variables& tensors);
Variable dstack(const Variables& tensors);
Variable column_stack(const Variables& tensors);

/// Matrices along the diagonal of a larger one.
Variable block_diag(const Variables& tensors);

Variables broadcast_tensors(const Variables& tensors);
/// indexing  "ij" or "xy"
Variables meshgrid(const Variables& tensors, const std::string& indexing = "ij");
Variable cartesian_prod(const Variables& tensors);
Variable combinations(const Variable& self, std::int64_t r = 2, bool with_replacement = false);

/// At least so many dimensions, of which the new ones are 1.
Variable atleast(const Variable& self, std::size_t rank);

/// The dtype of tensors that become one.
DType joined_dtype(const Variables& tensors);

}  // namespace playground::operations
