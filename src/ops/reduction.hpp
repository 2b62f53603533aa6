// One number of many elements: sums, products, extremes and their kin, over dimensions of a tensor.
//
// Of float32, float64 and int64; results are contiguous, without the dimensions that are reduced.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Shape;
using tensor::Tensor;

/// For each dimension, whether it is reduced.
using Reduced = std::vector<bool>;

/// What is left of a shape; an extent of 1 for each reduced one, if they are kept.
Shape reduced_shape(const Shape& shape, const Reduced& reduced, bool keeps);

/// How many elements become one.
std::size_t reduced_count(const Shape& shape, const Reduced& reduced);

/// Elements that become one, at equal distances in memory.
template <class T>
struct Line {
  const T* first;
  std::size_t count;
  std::size_t stride;

  T operator[](std::size_t i) const noexcept { return first[i * stride]; }
  bool is_span() const noexcept { return stride == 1; }
};

/// A tensor as [outer, count, inner], each [outer, inner] of which has a line.
struct Lines {
  Tensor elements;  // contiguous
  std::size_t outer;
  std::size_t count;
  std::size_t inner;
};
Lines lines_of(const Tensor& x, const Reduced& reduced);

/// What a line comes to, and an option that the kernel knows.
struct OfLines {
  float (*of_floats)(Line<float>, double option);
  double (*of_doubles)(Line<double>, double option);
  std::int64_t (*of_integers)(Line<std::int64_t>, double option);  // null: not of integers
};
Tensor folded(const Tensor& x, const Reduced& reduced, const OfLines& kernels, double option = 0);

/// Of all elements.
Tensor sum(const Tensor& x);
Tensor mean(const Tensor& x);

/// Integers wrap around. In the order of kernels/reduce.hpp.
Tensor sum(const Tensor& x, const Reduced& reduced);
Tensor nansum(const Tensor& x, const Reduced& reduced);
/// The sum, divided; of floats.
Tensor mean(const Tensor& x, const Reduced& reduced);
Tensor product(const Tensor& x, const Reduced& reduced);
/// For each element the product of the others in its line, in the shape of x.
Tensor product_of_others(const Tensor& x, const Reduced& reduced);
/// log of the sum of e^x, from the largest on.
Tensor logsumexp(const Tensor& x, const Reduced& reduced);

/// (sum of |x|^p)^(1/p); p = 0 counts what is not 0, infinite p are the extremes of |x|. In
/// float64, rounded once.
Tensor vector_norm(const Tensor& x, const Reduced& reduced, double p);

/// Both in float64, rounded once. The variance is divided by max(0, n - correction).
struct Moments {
  Tensor mean;
  Tensor variance;
};
Moments moments(const Tensor& x, const Reduced& reduced, double correction);

/// The greatest or the least of each line, and its place in it: of equal ones the first, of a nan
/// where it is. No line is empty. Of any dtype.
struct Extremes {
  Tensor values;
  Tensor positions;  // int64
};
Extremes extremes(const Tensor& x, const Reduced& reduced, bool greatest);

/// x at such positions; and the values there, in a tensor of `shape` that is 0 elsewhere.
Tensor taken(const Tensor& x, const Reduced& reduced, const Tensor& positions);
Tensor placed(const Tensor& values, const Reduced& reduced, const Tensor& positions,
              const Shape& shape);

/// Of bool: whether all of a line are true, or any is.
Tensor all(const Tensor& x, const Reduced& reduced);
Tensor any(const Tensor& x, const Reduced& reduced);

}  // namespace playground::ops
