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

/// The same where a scalar has none.
std::size_t wrapped_strictly(std::int64_t dim, std::size_t rank);

/// Of the dimensions of a permutation or a set of them, each of which occurs once.
std::vector<std::size_t> wrapped_dims(const Integers& dims, std::size_t rank);

Variable view(const Variable& self, const Integers& size);
Variable reshape(const Variable& self, const Integers& shape);
Variable flatten(const Variable& self, std::int64_t start_dim = 0, std::int64_t end_dim = -1);
Variable ravel(const Variable& self);
Variable unflatten(const Variable& self, std::int64_t dim, const Integers& sizes);
Variable expand(const Variable& self, const Integers& size);
Variable permute(const Variable& self, const Integers& dims);
Variable transpose(const Variable& self, std::int64_t dim0, std::int64_t dim1);
/// Of the last two dimensions.
Variable transposed(const Variable& self);
/// Of a matrix; a vector or a scalar stays as it is.
Variable t(const Variable& self);
Variable movedim(const Variable& self, const Integers& source, const Integers& destination);
Variable select(const Variable& self, std::int64_t dim, std::int64_t index);
Variable slice(const Variable& self, std::int64_t dim, std::optional<std::int64_t> start,
               std::optional<std::int64_t> end, std::int64_t step = 1);
Variable narrow(const Variable& self, std::int64_t dim, std::int64_t start, std::int64_t length);
Variable squeeze(const Variable& self);
Variable squeeze(const Variable& self, std::int64_t dim);
Variable unsqueeze(const Variable& self, std::int64_t dim);
Variable unfold(const Variable& self, std::int64_t dimension, std::int64_t size, std::int64_t step);
Variable diagonal(const Variable& self, std::int64_t offset = 0, std::int64_t dim1 = 0,
                  std::int64_t dim2 = 1);
/// A matrix of zeros with x added on its diagonal: the way back of diagonal().
Variable diagonal_placed(const Variable& x, const Shape& shape, std::int64_t offset);
Variable as_strided(const Variable& self, const Integers& size, const Integers& stride,
                    std::optional<std::int64_t> storage_offset = std::nullopt);
Variable alias(const Variable& self);
/// x itself if it is contiguous, or else a copy; recorded.
Variable contiguous(const Variable& self);
Variable clone(const Variable& self);

}  // namespace playground::operations
