// Convolutions of one to three dimensions, and their transposes.
#pragma once

#include <cstdint>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// Of images [batch, channels, height, width] or [channels, height, width].
///
/// weight  [out, channels / groups, height, width]; bias  [out] or None
/// Throws Raised, in PyTorch's words, for shapes that do not go together.
Variable conv2d(const Variable& input, const Variable& weight, const Variable& bias,
                const std::vector<std::int64_t>& stride, const std::vector<std::int64_t>& padding,
                const std::vector<std::int64_t>& dilation, std::int64_t groups);

}  // namespace playground::operations
