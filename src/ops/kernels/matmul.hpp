// The product of two matrices.
//
// The order of summation: each element is the sum over k of a(i, k) b(k, j), from k = 0 on, every
// product and every sum rounded. So the bits depend neither on the SIMD width nor on the tiles, nor
// on which operand is transposed, and a row of a product is the product of a row.
#pragma once

#include "ops/kernels/matrix.hpp"

namespace playground::ops {

/// c(i, j) = sum over k of a(i, k) b(k, j), from 0 on. Any strides: of a transposed operand nothing
/// but a panel of eight columns is ever copied.
///
/// a  [m, k]; b  [k, n]; c  [m, n], which overlaps with neither
template <class T>
void matmul(Matrix<const T> a, Matrix<const T> b, Matrix<T> c) noexcept;

/// The same, added to what c holds: the sums begin with it.
template <class T>
void add_matmul(Matrix<const T> a, Matrix<const T> b, Matrix<T> c) noexcept;

/// Of y = a b: grad_a += grad_y bᵀ and grad_b += aᵀ grad_y.
template <class T>
void matmul_backward(Matrix<const T> grad_y, Matrix<const T> a, Matrix<const T> b, Matrix<T> grad_a,
                     Matrix<T> grad_b) noexcept;

}  // namespace playground::ops
