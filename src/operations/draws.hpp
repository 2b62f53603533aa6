// Tensors of random numbers, with PyTorch's bits: of the version that the engine of the machine
// names.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

/// Tensor.uniform_: in place.
Variable uniform_(const Variable& self, double from, double to, const GeneratorHandle& generator);

}  // namespace playground::operations
