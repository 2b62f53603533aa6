// Dropout in all its kinds: of elements and of channels, to zero and to SELU's saturation.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

/// The input itself, without a draw, in eval mode, for p = 0 and of no elements.
///
/// Throws Raised, in PyTorch's words, for a p outside [0, 1] and for integers.
Variable dropout(const Variable& input, double p, bool train);

}  // namespace playground::operations
