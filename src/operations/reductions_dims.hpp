// The dimensions that a reduction is over, and the way back from what is left.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "operations/value.hpp"
#include "ops/reduction.hpp"

namespace playground::operations {

using ops::Reduced;
using OptionalDims = std::optional<std::vector<std::int64_t>>;

/// All dimensions if `dims` is empty.
///
/// Throws Raised, in PyTorch's words, for one that there is not (IndexError) or that occurs twice.
Reduced reduced_dims(const Variable& self, const std::vector<std::int64_t>& dims);
inline Reduced reduced_dims(const Variable& self, const OptionalDims& dims) {
  return reduced_dims(self, dims.value_or(std::vector<std::int64_t>{}));
}

/// A result of ops/reduction.hpp as that of the operation: with the reduced dimensions as 1, if
/// they are kept.
Variable result_of(Tensor result, const Variable& self, const Reduced& reduced, bool keepdim);

/// What is left of a tensor of `shape`, repeated over the reduced dimensions; recorded.
Variable spread(const Variable& left, const Shape& shape, const Reduced& reduced);
/// The same without the repetition: an extent of 1 for each reduced dimension.
Variable with_ones(const Variable& left, const Shape& shape, const Reduced& reduced);

/// self as PyTorch sums it: of the given dtype, or of int64 if it is of integers.
Variable summand(const Variable& self, std::optional<DType> dtype);

}  // namespace playground::operations
