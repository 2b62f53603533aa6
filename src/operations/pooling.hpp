// Pooling of lines and pictures: the largest element or the mean of each window.
#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// The largest elements, and their numbers within their picture.
///
/// self  [batch, channels, height, width] or [channels, height, width]
/// stride  as the kernel if it is empty
/// Throws Raised, in PyTorch's words, for windows that do not fit.
std::tuple<Variable, Variable> max_pool2d_with_indices(const Variable& self,
                                                       const std::vector<std::int64_t>& kernel_size,
                                                       const std::vector<std::int64_t>& stride,
                                                       const std::vector<std::int64_t>& padding,
                                                       const std::vector<std::int64_t>& dilation,
                                                       bool ceil_mode);

}  // namespace playground::operations
