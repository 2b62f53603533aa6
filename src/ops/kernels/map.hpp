// The loops of elementwise kernels: one formula, for a register of elements at a time and for each
// of the rest. It is given both, and gives the same bits for both.
#pragma once

#include <algorithm>
#include <array>
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

/// Elements from x[i] on, fewer than a register has; the other lanes are 0.
template <class V>
V load_part(std::span<const maths::NumberOf<V>> x, std::size_t i) noexcept {
  std::array<maths::NumberOf<V>, V::size> lanes{};
  std::ranges::copy(x.subspan(i), lanes.begin());
  return V::load_unaligned(lanes.data());
}

template <class V>
void store_part(V value, std::span<maths::NumberOf<V>> y, std::size_t i) noexcept {
  std::array<maths::NumberOf<V>, V::size> lanes;
  value.store_unaligned(lanes.data());
  std::copy_n(lanes.begin(), y.size() - i, y.begin() + static_cast<std::ptrdiff_t>(i));
}

/// y[i] = f(xs[i]...). y may be any of them. The last, which do not fill a register, are computed
/// in one, too, so that there is the code of f once.
template <class T, class F, class... Spans>
void map_lanes(std::span<T> y, F f, Spans... xs) noexcept {
  using Lanes = xsimd::batch<T>;
  for (std::size_t i = 0; i < y.size(); i += Lanes::size) {
    const bool is_whole = i + Lanes::size <= y.size();
    const Lanes value = f((is_whole ? load<Lanes>(xs, i) : load_part<Lanes>(xs, i))...);
    if (is_whole) {
      store<Lanes>(value, y, i);
    } else {
      store_part<Lanes>(value, y, i);
    }
  }
}

/// y[i] = f(x[i]). y may be x itself.
template <class T, class F>
void map(std::span<const T> x, std::span<T> y, F f) noexcept {
  assert(x.size() == y.size());
  map_lanes<T>(y, f, x);
}

/// y[i] = f(a[i], b[i]). y may be either.
template <class T, class F>
void map(std::span<const T> a, std::span<const T> b, std::span<T> y, F f) noexcept {
  assert(a.size() == y.size() && b.size() == y.size());
  map_lanes<T>(y, f, a, b);
}

/// y[i] = f(a[i], b[i], c[i]). y may be any of them.
template <class T, class F>
void map(std::span<const T> a, std::span<const T> b, std::span<const T> c, std::span<T> y,
         F f) noexcept {
  assert(a.size() == y.size() && b.size() == y.size() && c.size() == y.size());
  map_lanes<T>(y, f, a, b, c);
}

/// y[i] = f(xs[i]...), computed in float64 and rounded once: what float32 functions are that are
/// only good enough there. y may be any of them.
template <class T, class F, class... Spans>
void map_in_double(std::span<T> y, F f, Spans... xs) noexcept {
  using Lanes = xsimd::batch<double>;
  const auto load_some = [](auto x, std::size_t i, std::size_t count) {
    std::array<double, Lanes::size> lanes{};
    std::copy_n(x.begin() + static_cast<std::ptrdiff_t>(i), count, lanes.begin());
    return Lanes::load_unaligned(lanes.data());
  };
  for (std::size_t i = 0; i < y.size(); i += Lanes::size) {
    const std::size_t count = std::min(Lanes::size, y.size() - i);
    std::array<double, Lanes::size> lanes;
    f(load_some(xs, i, count)...).store_unaligned(lanes.data());
    for (std::size_t j = 0; j < count; ++j) y[i + j] = static_cast<T>(lanes[j]);
  }
}

}  // namespace playground::ops
