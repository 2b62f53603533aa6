// Tensors with ones on the diagonal.
#pragma once

#include <cstdint>

#include "tensor/tensor.hpp"

namespace playground::ops {

/// torch.eye: a matrix of zeros with ones where row and column are the same.
///
/// Throws an Error (kValue), in PyTorch's words, for negative extents.
tensor::Tensor eye(std::int64_t rows, std::int64_t columns,
                   tensor::DType dtype = tensor::DType::kFloat32);

}  // namespace playground::ops
