// Products of matrices and of stacks of them, of float32, float64, int64 and int32: any strides,
// nothing is copied. Sums as kernels/matmul.hpp takes them; integers wrap around.
#pragma once

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// a  [m, k]; b  [k, n]; the result  [m, n]
Tensor matrix_product(const Tensor& a, const Tensor& b);

/// a  [stack, m, k]; b  [stack, k, n]; the result  [stack, m, n]
Tensor stacked_product(const Tensor& a, const Tensor& b);

/// Either, added to what is in `sum`, with which the sums begin: [m, n], or [stack, m, n], of any
/// strides.
void add_product(const Tensor& a, const Tensor& b, Tensor& sum);

}  // namespace playground::ops
