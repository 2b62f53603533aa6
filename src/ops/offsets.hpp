// Where the elements of a tensor lie, one after another in row-major order; and what is done to
// elements that other elements are for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Shape;
using tensor::Strides;
using tensor::Tensor;

/// Goes through the elements of a shape, and says how far each lies behind the first.
class Offsets {
 public:
  Offsets(const Shape& shape, Strides strides);

  std::int64_t here() const noexcept { return offset_; }
  /// To the next element; behind the last one it begins again.
  void next() noexcept;

 private:
  std::vector<std::int64_t> extents_;
  Strides strides_;
  std::vector<std::int64_t> index_;
  std::int64_t offset_ = 0;
};

/// Adds x to the elements of `to`, one after another: what `to` has twice gets both. Integers wrap
/// around, and of bools there is one if there is one of both.
///
/// to  of the shape and dtype of x
void add_into(Tensor to, const Tensor& x);

/// a + b, with integers that wrap around.
template <class T>
T added(T a, T b) noexcept {
  if constexpr (std::is_floating_point_v<T>) {
    return a + b;
  } else if constexpr (std::is_same_v<T, bool>) {
    return a || b;
  } else {
    return static_cast<T>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
  }
}
template <class T>
T multiplied(T a, T b) noexcept {
  if constexpr (std::is_floating_point_v<T>) {
    return a * b;
  } else if constexpr (std::is_same_v<T, bool>) {
    return a && b;
  } else {
    return static_cast<T>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
  }
}

}  // namespace playground::ops
