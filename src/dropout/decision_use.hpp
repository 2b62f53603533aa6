// What is done with decisions while they are still in a register: each of these takes the next four
// decisions, as words of all ones for a kept element and zero for a dropped one, or one alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "random/four_words.hpp"

namespace playground::dropout {

using random::FourWords;
using FourFloats = xsimd::make_sized_batch_t<float, 4>;

/// Writes them down, 1 to keep and 0 to drop.
class KeepBytes {
 public:
  explicit KeepBytes(std::uint8_t* keep) noexcept : keep_(keep) {}

  void four(FourWords decisions) noexcept {
    std::array<std::uint32_t, 4> words;
    decisions.store_unaligned(words.data());
    for (const std::uint32_t word : words) one(word != 0);
  }
  void one(bool kept) noexcept { *keep_++ = kept; }

 private:
  std::uint8_t* keep_;
};

/// inverted_dropout: y = x * (keep * scale).
class InvertedDropout {
 public:
  InvertedDropout(const float* x, float scale, float* y) noexcept : x_(x), scale_(scale), y_(y) {}

  void four(FourWords decisions) noexcept {
    const auto noise = xsimd::bitwise_cast<float>(
        decisions & xsimd::bitwise_cast<std::uint32_t>(FourFloats(scale_)));
    (FourFloats::load_unaligned(x_) * noise).store_unaligned(y_);
    x_ += 4;
    y_ += 4;
  }
  void one(bool kept) noexcept { *y_++ = *x_++ * (kept ? scale_ : 0.0f); }

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
    *y_++ = kept ? quotient : 0.0f;
  }

 private:
  const float* x_;
  float keep_probability_;
  float* y_;
};

/// quotient_of_product: y = x * keep / keep_probability. NumPy's engines draw one by one.
class QuotientOfProduct {
 public:
  QuotientOfProduct(const float* x, float keep_probability, float* y) noexcept
      : x_(x), keep_probability_(keep_probability), y_(y) {}

  void one(bool kept) noexcept { *y_++ = *x_++ * (kept ? 1.0f : 0.0f) / keep_probability_; }

 private:
  const float* x_;
  float keep_probability_;
  float* y_;
};

}  // namespace playground::dropout
