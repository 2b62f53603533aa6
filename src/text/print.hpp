// Tensors as print(tensor) writes them in PyTorch, character by character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "tensor/tensor.hpp"

namespace playground::text {

/// torch.set_printoptions, with its defaults.
struct PrintOptions {
  int precision = 4;
  double threshold = 1000;      // of more elements only the first and last ones are printed
  std::int64_t edge_items = 3;  // so many of each dimension
  std::int64_t line_width = 80;
  std::optional<bool> sci_mode;
};

/// What is told of a tensor behind its elements, beside its size and its dtype.
struct PrintedWith {
  std::string device;   // "cuda:0", or nothing for where tensors are made by default
  std::string history;  // "requires_grad=True" or "grad_fn=<AddBackward0>", or nothing
  tensor::DType default_dtype = tensor::DType::kFloat32;
};

/// The text of print(x).
///
/// Source  torch/_tensor_str.py, the same from 1.13 to 2.14.
std::string print(const tensor::Tensor& x, const PrintOptions& options = {},
                  const PrintedWith& with = {});

}  // namespace playground::text
