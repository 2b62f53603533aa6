// Rows of a table, looked up by their numbers.
#pragma once

#include <cstdint>
#include <string_view>

#include "operations/value.hpp"

namespace playground::operations {

/// padding_idx  the row that gets no gradient; negative for none
Variable embedding(const Variable& weight, const Variable& indices, std::int64_t padding_idx = -1,
                   bool scale_grad_by_freq = false, bool sparse = false);

/// The gradient of the weight, [rows, columns], whose own is a lookup again.
///
/// grad  [indices…, columns]
Variable embedding_dense_backward(const Variable& grad, const Variable& indices, std::int64_t rows,
                                  std::int64_t padding_idx, bool scale_grad_by_freq);

/// Throws Raised, in PyTorch's words, unless they are whole numbers.
void require_indices(const Variable& indices, int argument, std::string_view operation);

}  // namespace playground::operations
