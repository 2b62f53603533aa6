// The inner loop of dropout and nothing else: no generator, no tensor, no layer state.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <xsimd/xsimd.hpp>

namespace playground::dropout {

/// y[i] = x[i] * (keep[i] * scale): survivors are scaled, the others multiplied by zero, so that
/// a dropped negative is -0 and a dropped inf or nan is nan.
///
/// x, y    [n]; y may be x itself, any other overlap is undefined.
/// keep    [n], each 0 or 1.
/// Source  torch.nn.functional.dropout: noise = bernoulli / (1 - p); x * noise.
template <class T, class Arch = xsimd::default_arch>
void inverted_dropout(std::span<const T> x, std::span<const std::uint8_t> keep, T scale,
                      std::span<T> y) noexcept {
  using Values = xsimd::batch<T, Arch>;
  assert(x.size() == y.size() && x.size() == keep.size());

  std::size_t i = 0;
  for (; i + Values::size <= x.size(); i += Values::size) {
    const auto noise = Values::load_unaligned(&keep[i]) * Values(scale);
    (Values::load_unaligned(&x[i]) * noise).store_unaligned(&y[i]);
  }
  for (; i < x.size(); ++i) y[i] = x[i] * (static_cast<T>(keep[i]) * scale);
}

}  // namespace playground::dropout
