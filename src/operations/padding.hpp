// Tensors made larger around their edges.
#pragma once

#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// pad  how many elements before and after, the last dimension first; negative ones are cut off
Variable constant_pad_nd(const Variable& self, const std::vector<std::int64_t>& pad,
                         const Scalar& value = 0);

}  // namespace playground::operations
