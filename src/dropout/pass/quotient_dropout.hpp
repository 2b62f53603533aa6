// The inner loops of the frameworks that divide survivors by 1 - p instead of multiplying them.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

namespace playground::dropout {

/// y[i] = keep[i] ? x[i] / keep_probability : +0, whatever x[i] is.
///
/// x, y    [n]; y may be x itself, any other overlap is undefined.
/// keep    [n], each 0 or 1.
/// Source  flax.linen.Dropout and flax.nnx.Dropout: lax.select(mask, inputs / keep_prob, 0).
template <class T>
void selected_quotient(std::span<const T> x, std::span<const std::uint8_t> keep, T keep_probability,
                       std::span<T> y) noexcept {
  assert(x.size() == y.size() && x.size() == keep.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const T quotient = x[i] / keep_probability;
    y[i] = keep[i] != 0 ? quotient : T(0);
  }
}

/// y[i] = (x[i] * keep[i]) / keep_probability: as with PyTorch a dropped negative is -0 and a
/// dropped inf or nan is nan; all are nan where keep_probability is 0.
///
/// x, y    [n]; y may be x itself, any other overlap is undefined.
/// keep    [n], each 0 or 1.
/// Source  A = A * D; A = A / keep_prob, as NumPy code for inverted dropout is written.
template <class T>
void quotient_of_product(std::span<const T> x, std::span<const std::uint8_t> keep,
                         T keep_probability, std::span<T> y) noexcept {
  assert(x.size() == y.size() && x.size() == keep.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    y[i] = x[i] * static_cast<T>(keep[i]) / keep_probability;
  }
}

}  // namespace playground::dropout
