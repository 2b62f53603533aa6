// The singular value decomposition of stacks of matrices, the last two dimensions, of float32 or
// float64; computed in float64 and rounded once.
#pragma once

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// a = u diag(s) vᵀ, of a  [..., m, n] and k = min(m, n): u  [..., m, k]; s  [..., k], the largest
/// first; v  [..., n, k]. A pair of columns of u and v may have the other sign in PyTorch.
///
/// Source  Hestenes 1958: rotations of pairs of columns, until all are at right angles.
struct SVD {
  Tensor u;
  Tensor s;
  Tensor v;
};
SVD svd(const Tensor& a);

}  // namespace playground::ops
