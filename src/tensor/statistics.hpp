// Sums over all elements of a tensor, accumulated in float64 whatever the dtype.
#pragma once

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// 0 for an empty tensor. Elements are added in row-major order, so the bits are the same
/// everywhere.
double sum(const Tensor& x) noexcept;

/// nan for an empty tensor, as torch.mean.
double mean(const Tensor& x) noexcept;

/// Unbiased (divided by n - 1), as torch.var; nan for fewer than two elements.
double variance(const Tensor& x) noexcept;

}  // namespace playground::tensor
