// The bytes of a tensor as elements of another dtype.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

/// Tensor.view(dtype): the same bytes, without history. Of another size of elements the last
/// dimension is longer or shorter.
///
/// Throws Raised, in PyTorch's words, if the elements do not go into larger ones, and for
/// torch.bool, which not any byte is.
Variable view_of_dtype(const Variable& self, DType dtype);

}  // namespace playground::operations
