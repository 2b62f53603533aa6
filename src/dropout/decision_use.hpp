// What is done with decisions while they are still in a register: each of these takes the next four
// decisions, as words of all ones for a kept element and zero for a dropped one, or one alone. None
// of them chooses: a branch on a decision is guessed wrong as often as elements are dropped.
#pragma once

#include <bit>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "random/four_words.hpp"

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace playground::dropout {

using random::FourWords;
using FourFloats = xsimd::make_sized_batch_t<float, 4>;

/// `scale`, which is above 0, where the decision is to keep, else +0.
inline FourFloats scale_or_zero(FourWords decisions, float scale) noexcept {
#ifdef __wasm_simd128__
  // All ones are a nan, with which pmin gives its first operand: one instruction, where clang makes
  // three of an `and` with a mask that comes from a comparison.
  return FourFloats(wasm_f32x4_pmin(FourFloats(scale), decisions));
#else
  return xsimd::bitwise_cast<float>(decisions &
                                    xsimd::bitwise_cast<std::uint32_t>(FourFloats(scale)));
#endif
}

/// inverted_dropout: y = x * (keep * scale).
class InvertedDropout {
 public:
  InvertedDropout(const float* x, float scale, float* y) noexcept : x_(x), scale_(scale), y_(y) {}

  void four(FourWords decisions) noexcept {
    const FourFloats noise = scale_or_zero(decisions, scale_);
    (FourFloats::load_unaligned(x_) * noise).store_unaligned(y_);
    x_ += 4;
    y_ += 4;
  }
  void one(bool kept) noexcept { *y_++ = *x_++ * (static_cast<float>(kept) * scale_); }

 private:
  const float* x_;
  float scale_;
  float* y_;
};

/// selected_quotient: y = keep ? x / keep_probability : +0.
class SelectedQuotient {
 public:
  SelectedQuotient(const float* x, float keep_probability, float* y) noexcept
      : x_(x), keep_probability_(keep_probability), y_(y) {}

  void four(FourWords decisions) noexcept {
    const auto quotient = FourFloats::load_unaligned(x_) / FourFloats(keep_probability_);
    xsimd::bitwise_cast<float>(decisions & xsimd::bitwise_cast<std::uint32_t>(quotient))
        .store_unaligned(y_);
    x_ += 4;
    y_ += 4;
  }
  void one(bool kept) noexcept {
    const float quotient = *x_++ / keep_probability_;
    *y_++ = std::bit_cast<float>(std::bit_cast<std::uint32_t>(quotient) & -std::uint32_t{kept});
  }

 private:
  const float* x_;
  float keep_probability_;
  float* y_;
};

/// quotient_of_product: y = x * keep / keep_probability.
class QuotientOfProduct {
 public:
  QuotientOfProduct(const float* x, float keep_probability, float* y) noexcept
      : x_(x), keep_probability_(keep_probability), y_(y) {}

  void four(FourWords decisions) noexcept {
    const FourFloats product = FourFloats::load_unaligned(x_) * scale_or_zero(decisions, 1);
    (product / FourFloats(keep_probability_)).store_unaligned(y_);
    x_ += 4;
    y_ += 4;
  }
  void one(bool kept) noexcept { *y_++ = *x_++ * static_cast<float>(kept) / keep_probability_; }

 private:
  const float* x_;
  float keep_probability_;
  float* y_;
};

}  // namespace playground::dropout
