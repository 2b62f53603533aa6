// Tensors as print(tensor) writes them in PyTorch, character by character.
#pragma once

#include <string>

#include "tensor/tensor.hpp"

namespace playground::text {

/// The text of print(x) with PyTorch's default options: precision 4, 80 columns, and of more than
/// 1000 elements only the first and last 3 of each dimension.
///
/// Source  torch/_tensor_str.py, the same from 1.13 to 2.14.
std::string print(const tensor::Tensor& x);

}  // namespace playground::text
