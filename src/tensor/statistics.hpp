// What the elements of a tensor come to: sums are accumulated in float64, whatever the dtype.
#pragma once

#include "tensor/tensor.hpp"

namespace playground::tensor {

struct Totals {
  /// 0 for an empty tensor. Elements are added in row-major order, so the bits are the same
  /// everywhere.
  double sum;
  /// The largest finite magnitude; 0 if there is none.
  double largest;
};

/// Both in one pass: the additions, of which each waits for the one before, leave time for the
/// rest.
Totals totals(const Tensor& x);

inline double sum(const Tensor& x) { return totals(x).sum; }

/// nan for an empty tensor, as torch.mean.
double mean(const Tensor& x);

/// Unbiased (divided by n - 1), as torch.var; nan for fewer than two elements.
double variance(const Tensor& x);

}  // namespace playground::tensor
