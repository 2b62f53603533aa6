// Comparisons, which make masks of bytes that are 0 or 1, and what chooses by a mask or a bound.
// All have PyTorch's bits.
//
// All spans of a call have one length; operands that are repeated are spread by arithmetic.hpp
// first, or are numbers.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "maths/lanes.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {

using Mask = std::span<std::uint8_t>;
using ConstMask = std::span<const std::uint8_t>;

/// mask[i] = compare(a[i], b[i]), with std::less, std::equal_to and the like: none but not_equal_to
/// is true of a nan.
template <class T, class Compare>
void compare(std::span<const T> a, std::span<const T> b, Mask mask, Compare compare) noexcept {
  assert(a.size() == mask.size() && b.size() == mask.size());
  for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = compare(a[i], b[i]) ? 1 : 0;
}

/// mask[i] = compare(a[i], b), with a number.
template <class T, class Compare>
void compare(std::span<const T> a, T b, Mask mask, Compare compare) noexcept {
  assert(a.size() == mask.size());
  for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = compare(a[i], b) ? 1 : 0;
}

/// y[i] = mask[i] ? a[i] : b[i]. y may be either.
template <class T>
void where(ConstMask mask, std::span<const T> a, std::span<const T> b, std::span<T> y) noexcept {
  assert(mask.size() == y.size() && a.size() == y.size() && b.size() == y.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = mask[i] != 0 ? a[i] : b[i];
}
/// What was not chosen has the gradient 0.
template <class T>
void where_backward(std::span<const T> grad_y, ConstMask mask, std::span<T> grad_a,
                    std::span<T> grad_b) noexcept {
  assert(mask.size() == grad_y.size());
  for (std::size_t i = 0; i < grad_y.size(); ++i) {
    const T grad = grad_y[i];
    grad_a[i] = mask[i] != 0 ? grad : T(0);
    grad_b[i] = mask[i] != 0 ? T(0) : grad;
  }
}

/// y[i] = mask[i] ? value : x[i]. y may be x. Its backward is the same of grad_y, with 0.
template <class T>
void masked_fill(std::span<const T> x, ConstMask mask, T value, std::span<T> y) noexcept {
  assert(mask.size() == y.size() && x.size() == y.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = mask[i] != 0 ? value : x[i];
}

/// x, limited to [low, high]: an infinite bound limits nothing, and with low above high all is
/// high. nan stays nan.
template <class T>
void clamp(std::span<const T> x, T low, T high, std::span<T> y) noexcept {
  map(x, y,
      [low, high]<class V>(V v) { return maths::at_most<V>(maths::at_least<V>(v, low), high); });
}
/// What lies outside has the gradient 0; the bounds themselves lie inside.
template <class T>
void clamp_backward(std::span<const T> grad_y, std::span<const T> x, T low, T high,
                    std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, [low, high]<class V>(V grad, V v) {
    const auto is_high_enough = v >= V(low);
    const auto is_low_enough = v <= V(high);
    return maths::pick<V>(is_high_enough & is_low_enough, grad, maths::constant<V>(0));
  });
}

}  // namespace playground::ops
