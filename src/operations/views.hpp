// Operations that change the shape of a tensor and not its elements.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

using Integers = std::vector<std::int64_t>;

/// The dimension that `dim` means for `rank` of them, of which a scalar has one to speak of.
///
/// Throws Raised (IndexError), in PyTorch's words, if there is none.
std::size_t wrapped(std::int64_t dim, std::size_t rank);

Variable view(const Variable& self, const Integers& size);
Variable reshape(const Variable& self, const Integers& shape);
Variable expand(const Variable& self, const Integers& size);
Variable permute(const Variable& self, const Integers& dims);
Variable transpose(const Variable& self, std::int64_t dim0, std::int64_t dim1);
/// Of the last two dimensions.
Variable transposed(const Variable& self);
Variable select(const Variable& self, std::int64_t dim, std::int64_t index);
Variable slice(const Variable& self, std::int64_t dim, std::optional<std::int64_t> start,
               std::optional<std::int64_t> end, std::int64_t step = 1);
Variable narrow(const Variable& self, std::int64_t dim, std::int64_t start, std::int64_t length);
Variable squeeze(const Variable& self, std::int64_t dim);
Variable unsqueeze(const Variable& self, std::int64_t dim);
/// x itself if it is contiguous, or else a copy; recorded.
Variable contiguous(const Variable& self);
Variable clone(const Variable& self);

}  // namespace playground::operations
