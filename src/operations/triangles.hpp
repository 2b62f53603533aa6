// Matrices by their diagonals: eye, tril, triu, diag and one_hot.
#pragma once

#include <cstdint>

#include "operations/value.hpp"

namespace playground::operations {

/// The elements on the diagonal and below it, and zeros; of each matrix of a batch.
Variable tril(const Variable& self, std::int64_t diagonal = 0);
/// On the diagonal and above it.
Variable triu(const Variable& self, std::int64_t diagonal = 0);
/// Of a matrix its diagonal, of a vector the matrix that has it there.
Variable diag(const Variable& self, std::int64_t diagonal = 0);
Variable diag_embed(const Variable& self, std::int64_t offset = 0, std::int64_t dim1 = -2,
                    std::int64_t dim2 = -1);
/// num_classes  -1: as many as there must be
Variable one_hot(const Variable& self, std::int64_t num_classes = -1);

}  // namespace playground::operations
