// Dimensions as PyTorch counts them: from the first on, or from the last back with a minus sign.
#pragma once

#include <cstddef>
#include <cstdint>

namespace playground::tensor {

/// PyTorch's limit of dimensions.
inline constexpr std::size_t kMostDimensions = 64;

/// The dimension that `dim` means for `rank` of them, of which a scalar has one to speak of.
///
/// Throws an Error (kValue), in PyTorch's words, if there is none.
std::size_t wrapped_dim(std::int64_t dim, std::size_t rank);

/// Throws an Error (kValue) for more dimensions than PyTorch has.
void require_rank(std::size_t rank);

}  // namespace playground::tensor
