// A dense, contiguous, row-major tensor that owns its elements.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tensor/aligned_buffer.hpp"
#include "tensor/dtype.hpp"
#include "tensor/shape.hpp"

namespace playground::tensor {

/// Move-only: a copy of a large tensor must be asked for, with clone().
class Tensor {
 public:
  /// Elements are uninitialised. Throws OutOfMemory if there is no room.
  Tensor(Shape shape, DType dtype);

  /// A tensor of `values`, one per element of `shape`, in row-major order.
  template <class T>
  static Tensor of(Shape shape, const std::vector<T>& values) {
    assert(shape.size() == values.size());
    Tensor tensor(std::move(shape), dtype_of<T>);
    std::ranges::copy(values, tensor.values<T>().begin());
    return tensor;
  }

  const Shape& shape() const noexcept { return shape_; }
  DType dtype() const noexcept { return dtype_; }
  std::size_t size() const noexcept { return shape_.size(); }

  /// The elements in row-major order; T must be the C++ type of dtype().
  template <class T>
  std::span<T> values() noexcept {
    assert(dtype_of<T> == dtype_);
    return {reinterpret_cast<T*>(buffer_.data()), size()};
  }
  template <class T>
  std::span<const T> values() const noexcept {
    assert(dtype_of<T> == dtype_);
    return {reinterpret_cast<const T*>(buffer_.data()), size()};
  }

  Tensor clone() const;

  /// The same elements in another shape of as many.
  Tensor reshaped(Shape shape) && {
    assert(shape.size() == size());
    shape_ = std::move(shape);
    return std::move(*this);
  }

 private:
  Shape shape_;
  DType dtype_;
  AlignedBuffer buffer_;
};

/// Throws an Error (kValue), in PyTorch's words, unless `value` is within the range of `dtype`;
/// infinities and nan are in that of float32 and float64.
/// Source  c10::Scalar::to.
void require_in_range(double value, DType dtype);

/// torch.full: every element is `value`, rounded to the dtype (towards zero for int64).
///
/// Throws what require_in_range throws.
Tensor full(Shape shape, double value, DType dtype = DType::kFloat32);

/// Tensor.to(dtype): rounds to nearest; to int64 towards zero, where nan and values out of range
/// become the smallest int64, as PyTorch gives on x86-64.
Tensor to(const Tensor& x, DType dtype);

/// torch.equal for tensors of one dtype: same shape and values; nan equals nothing and -0 equals 0.
/// Tensors of different dtypes are never equal.
bool equal(const Tensor& a, const Tensor& b) noexcept;

}  // namespace playground::tensor
