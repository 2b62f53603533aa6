// Sums, means and their kin, of all elements or over dimensions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// Over all dimensions if `dims` is empty.
Variable sum(const Variable& self, const std::vector<std::int64_t>& dims = {},
             bool keepdim = false);
Variable mean(const Variable& self, const std::vector<std::int64_t>& dims = {},
              bool keepdim = false);

}  // namespace playground::operations
