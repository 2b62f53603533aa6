// The inner loop of alpha dropout, which keeps the mean and variance of SELU's outputs.
#pragma once

#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "dropout/drop_probability.hpp"

namespace playground::dropout {

/// The affine map of one p: survivors become a * x + b, the dropped a * saturation + b.
///
/// Source  Klambauer et al. 2017, "Self-normalizing neural networks"; at::native::_dropout_impl.
template <class T>
struct AlphaAffine {
  explicit AlphaAffine(DropProbability p) noexcept {
    constexpr double kSaturation = 1.7580993408473766;  // of SELU, towards minus infinity
    const double q = p.value();
    const double a = 1 / std::sqrt((kSaturation * kSaturation * q + 1) * (1 - q));
    scale = static_cast<T>(a);
    dropped = static_cast<T>(kSaturation * a);
    shift = static_cast<T>(kSaturation * a * q);
  }

  T scale;
  T dropped;
  T shift;
};

/// y[i] = x[i] * (keep[i] * scale) + ((keep[i] - 1) * dropped + shift), each operation rounded.
///
/// x, y    [n]; y may be x itself, any other overlap is undefined.
/// keep    [n], each 0 or 1.
template <class T>
void alpha_dropout(std::span<const T> x, std::span<const std::uint8_t> keep,
                   const AlphaAffine<T>& affine, std::span<T> y) noexcept {
  assert(x.size() == y.size() && x.size() == keep.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const T noise = static_cast<T>(keep[i]);
    y[i] = x[i] * (noise * affine.scale) + ((noise - 1) * affine.dropped + affine.shift);
  }
}

}  // namespace playground::dropout
