// Sums, means and their kin, of all elements or over dimensions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "operations/row.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// Over all dimensions if `dims` is empty.
Variable sum(const Variable& self, const std::vector<std::int64_t>& dims = {},
             bool keepdim = false);
Variable mean(const Variable& self, const std::vector<std::int64_t>& dims = {},
              bool keepdim = false);

/// The greatest, or the least, over the dimensions, or over all; without an index.
Variable amax(const Variable& self, const std::vector<std::int64_t>& dims, bool keepdim);
Variable amin(const Variable& self, const std::vector<std::int64_t>& dims, bool keepdim);

/// (sum of |x|^p)^(1/p) over the dimensions, or over all.
Variable vector_norm(const Variable& self, double p, const std::vector<std::int64_t>& dims,
                     bool keepdim);

/// The same as torch.linalg.vector_norm, by its node and its messages.
Variable linalg_vector_norm(const Variable& self, const Scalar& ord,
                            const std::optional<std::vector<std::int64_t>>& dims, bool keepdim,
                            std::optional<DType> dtype);

/// Throws in the words of `name`, torch.linalg's function, where it cannot compute in the dtype.
void require_norm_dtype(const Variable& self, DType dtype, std::string_view name);

/// The gradient of x from that of its norm, both with an extent of 1 for each of the dimensions;
/// None for p = 0.
Variable norm_gradient(const Variable& grad, const Variable& x, const Variable& norm, double p,
                       const std::vector<std::int64_t>& dims);

/// The norm of x1 - x2 + eps over the last dimension.
Variable pairwise_distance(const Variable& x1, const Variable& x2, double p, double eps,
                           bool keepdim);

}  // namespace playground::operations
