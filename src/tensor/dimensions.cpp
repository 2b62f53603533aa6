#include "tensor/dimensions.hpp"

#include <algorithm>

#include "errors/error.hpp"

namespace playground::tensor {

using errors::Kind;

std::size_t wrapped_dim(std::int64_t dim, std::size_t rank) {
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(rank, 1));
  if (dim < -count || dim >= count) {
    errors::fail(
        Kind::kValue,
        "Dimension out of range (expected to be in range of [{0}, {1}], but got {2})"_words, -count,
        count - 1, dim);
  }
  return static_cast<std::size_t>(dim < 0 ? dim + count : dim);
}

void require_rank(std::size_t rank) {
  if (rank > kMostDimensions)
    errors::fail(Kind::kValue, "more than {0} dimensions"_words, kMostDimensions);
}

}  // namespace playground::tensor
