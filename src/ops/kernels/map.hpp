// The loops of elementwise kernels: one formula, for a register of elements at a time and for each
// of the rest. It is given both, and gives the same bits for both.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <xsimd/xsimd.hpp>

#include "maths/lanes.hpp"

namespace playground::ops {

/// f<V>(i) for every register of elements, from i on, and for each of the rest.
template <class T, class F>
void for_each_lanes(std::size_t size, F f) noexcept {
  using Lanes = xsimd::batch<T>;
  std::size_t i = 0;
  for (; i + Lanes::size <= size; i += Lanes::size) f.template operator()<Lanes>(i);
  for (; i < size; ++i) f.template operator()<T>(i);
}

/// x[i], or a register of the elements from x[i] on.
template <class V>
V load(std::span<const maths::NumberOf<V>> x, std::size_t i) noexcept {
  if constexpr (maths::kIsNumber<V>) {
    return x[i];
  } else {
    return V::load_unaligned(&x[i]);
  }
}

template <class V>
void store(V value, std::span<maths::NumberOf<V>> y, std::size_t i) noexcept {
  if constexpr (maths::kIsNumber<V>) {
    y[i] = value;
  } else {
    value.store_unaligned(&y[i]);
  }
}

/// y[i] = f(x[i]). y may be x itself.
template <class T, class F>
void map(std::span<const T> x, std::span<T> y, F f) noexcept {
  assert(x.size() == y.size());
  for_each_lanes<T>(y.size(), [=]<class V>(std::size_t i) { store<V>(f(load<V>(x, i)), y, i); });
}

/// y[i] = f(a[i], b[i]). y may be either.
template <class T, class F>
void map(std::span<const T> a, std::span<const T> b, std::span<T> y, F f) noexcept {
  assert(a.size() == y.size() && b.size() == y.size());
  for_each_lanes<T>(
      y.size(), [=]<class V>(std::size_t i) { store<V>(f(load<V>(a, i), load<V>(b, i)), y, i); });
}

/// y[i] = f(a[i], b[i], c[i]). y may be any of them.
template <class T, class F>
void map(std::span<const T> a, std::span<const T> b, std::span<const T> c, std::span<T> y,
         F f) noexcept {
  assert(a.size() == y.size() && b.size() == y.size() && c.size() == y.size());
  for_each_lanes<T>(y.size(), [=]<class V>(std::size_t i) {
    store<V>(f(load<V>(a, i), load<V>(b, i), load<V>(c, i)), y, i);
  });
}

/// y[i] = f(x[i]), computed in float64 and rounded once: what float32 functions are that are only
/// good enough there. y may be x itself.
template <class T, class F>
void map_in_double(std::span<const T> x, std::span<T> y, F f) noexcept {
  using Lanes = xsimd::batch<double>;
  assert(x.size() == y.size());
  std::size_t i = 0;
  for (; i + Lanes::size <= x.size(); i += Lanes::size) {
    f(Lanes::load_unaligned(&x[i])).store_unaligned(&y[i]);
  }
  for (; i < x.size(); ++i) y[i] = static_cast<T>(f(static_cast<double>(x[i])));
}

}  // namespace playground::ops
