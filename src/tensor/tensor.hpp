// A tensor: a handle to elements in a storage, which other tensors may be views of, too.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tensor/dtype.hpp"
#include "tensor/shape.hpp"
#include "tensor/storage.hpp"

namespace playground::tensor {

/// How many elements further the next one lies, for each dimension.
using Strides = std::vector<std::int64_t>;

/// The strides of a row-major tensor without gaps.
Strides row_major_strides(const Shape& shape);

/// A copy is another handle to the same elements; clone() copies these.
class Tensor {
 public:
  /// A storage of its own, row-major and without gaps. Elements are uninitialised. Throws
  /// OutOfMemory if there is no room.
  Tensor(Shape shape, DType dtype);
  // Defined in the one place, since they are many instructions and called in many.
  Tensor(const Tensor&);
  Tensor(Tensor&&) noexcept;
  Tensor& operator=(const Tensor&);
  Tensor& operator=(Tensor&&) noexcept;
  ~Tensor();

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
  Strides strides() const { return strides_.empty() ? row_major_strides(shape_) : strides_; }

  /// Where the first element lies in the storage, in elements.
  std::int64_t offset() const noexcept { return offset_; }

  /// Whether the elements lie in row-major order without gaps, so that they are one span.
  bool is_contiguous() const noexcept { return is_contiguous_; }

  /// The elements in row-major order, of a contiguous tensor; T must be the C++ type of dtype().
  template <class T>
  std::span<T> values() noexcept {
    assert(dtype_of<T> == dtype_ && is_contiguous_);
    return {reinterpret_cast<T*>(data()), size()};
  }
  template <class T>
  std::span<const T> values() const noexcept {
    assert(dtype_of<T> == dtype_ && is_contiguous_);
    return {reinterpret_cast<const T*>(data()), size()};
  }

  /// The first element, of any tensor that has one.
  std::byte* data() noexcept { return storage_.data() + offset_ * item_bytes(); }
  const std::byte* data() const noexcept { return storage_.data() + offset_ * item_bytes(); }

  /// A row-major copy without gaps, in a storage of its own.
  Tensor clone() const;

  /// torch.as_strided: a view of elements that must all lie in the storage.
  ///
  /// offset  of the first element in the storage, in elements
  Tensor as_strided(Shape shape, Strides strides, std::int64_t offset) const;

  /// The same bytes as elements of another dtype, in which strides and offset are counted. All must
  /// lie in the storage, and be what elements of the dtype can be.
  Tensor viewed_as(DType dtype, Shape shape, Strides strides, std::int64_t offset) const;

  /// How many bytes the storage has, which may be more than this has elements.
  std::size_t storage_bytes() const noexcept { return storage_.bytes(); }

  bool is_view_of_same(const Tensor& other) const noexcept { return storage_ == other.storage_; }

  /// Whether it has the very same elements, in the same places of the same shape.
  bool is_same(const Tensor& other) const noexcept;

  /// Whether nobody else sees what is written here.
  bool is_only_handle() const noexcept { return storage_.is_only_handle(); }

 private:
  Tensor(Shape shape, DType dtype, Storage storage, Strides strides, std::int64_t offset);

  std::int64_t item_bytes() const noexcept { return static_cast<std::int64_t>(item_size(dtype_)); }

  Shape shape_;
  DType dtype_;
  bool is_contiguous_ = true;
  Storage storage_;
  std::int64_t offset_ = 0;
  Strides strides_;  // empty for those of a row-major tensor without gaps
};

/// Throws an Error (kValue), in PyTorch's words, unless `value` is within the range of `dtype`;
/// infinities and nan are in that of float32 and float64, and everything is a bool.
/// Source  c10::Scalar::to.
void require_in_range(double value, DType dtype);

/// torch.full: every element is `value`, rounded to the dtype (towards zero for integers).
///
/// Throws what require_in_range throws.
Tensor full(Shape shape, double value, DType dtype = DType::kFloat32);

/// torch.empty_like: uninitialised elements, without gaps, in the order in memory that those of x
/// have.
/// Source  at::native::empty_like, at::infer_dense_strides.
Tensor empty_like(const Tensor& x);
Tensor empty_like(const Tensor& x, DType dtype);

/// x itself if it is contiguous, or else its clone.
Tensor contiguous(const Tensor& x);

/// Tensor.to(dtype): rounds to nearest; to integers towards zero, where nan and values out of range
/// become the smallest number, as PyTorch gives on x86-64; to bool what is not 0. The result is
/// contiguous, and never x itself.
Tensor to(const Tensor& x, DType dtype);

/// torch.equal for tensors of one dtype: same shape and values; nan equals nothing and -0 equals 0.
/// Tensors of different dtypes are never equal.
bool equal(const Tensor& a, const Tensor& b);

}  // namespace playground::tensor
