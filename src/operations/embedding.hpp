// Rows of a table, looked up by their numbers.
#pragma once

#include <cstdint>

#include "operations/value.hpp"

namespace playground::operations {

/// padding_idx  the row that gets no gradient; negative for none
Variable embedding(const Variable& weight, const Variable& indices, std::int64_t padding_idx = -1,
                   bool scale_grad_by_freq = false, bool sparse = false);

}  // namespace playground::operations
