// torch.quantile and torch.nanquantile.
#pragma once

#include "operations/ordering.hpp"

namespace playground::operations {

/// Throws Raised, in PyTorch's words, unless q is in [0, 1].
void require_fraction(double q);

}  // namespace playground::operations
