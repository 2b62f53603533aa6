// Matrices taken apart: L U, L Lᵀ and Q R, and what follows from them: inverses, determinants,
// solutions. Of stacks of matrices, the last two dimensions, of float32 or float64; computed in
// float64 and rounded once.
#pragma once

#include <cstdint>
#include <optional>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// Where it came to no end: which matrix of the stack, and which diagonal element of it, from 1 on.
struct Failure {
  std::int64_t matrix;
  std::int64_t element;
};

struct Factored {
  Tensor result;
  std::optional<Failure> failure;
};

/// By L U with the largest pivot of each column. a  [..., n, n]; b  [..., n, m]; the solution
/// [..., n, m]
Factored solution(const Tensor& a, const Tensor& b);
Factored inverse(const Tensor& a);

/// The sign, and the logarithm of the size: 0 and -inf of a singular matrix.
struct Determinant {
  Tensor value;
  Tensor sign;
  Tensor log_size;
};
Determinant determinant(const Tensor& a);
/// Its gradient by a, for singular matrices, too: what each element is multiplied by in it.
Tensor cofactors(const Tensor& a);

/// L, lower, with 0 above the diagonal; reads nothing above that of a.
Factored cholesky(const Tensor& a);

/// By Householder's reflections, as LAPACK: a  [..., m, n]; q  [..., m, k]; r  [..., k, n].
struct QR {
  Tensor q;
  Tensor r;
};
QR qr(const Tensor& a, std::int64_t k);

}  // namespace playground::ops
