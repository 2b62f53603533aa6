// Shares of a whole, and their logarithms.
#pragma once

#include <cstdint>

#include "operations/value.hpp"

namespace playground::operations {

Variable softmax(const Variable& self, std::int64_t dim);
Variable log_softmax(const Variable& self, std::int64_t dim);

}  // namespace playground::operations
