// One pass over memory that applies decisions while they are still in a register. Each operation
// takes the decisions of four elements, as words of all ones for kept and zero for dropped, or a
// single decision. None of them branches on a decision: the processor would guess wrong as often as
// elements are dropped.
#pragma once

#include <bit>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "dropout/drop_probability.hpp"
#include "random/algorithms/four_words.hpp"

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace playground::dropout {

using random::FourWords;
using FourFloats = xsimd::make_sized_batch_t<float, 4>;

/// y[i] = operation(x[i], decision i), from the first element on, in the order of the decisions.
template <class Operation>
class OnePass {
 public:
  /// x, y  room for all elements that will be decided; y may be x itself.
  OnePass(const float* x, DropProbability p, float* y) noexcept : x_(x), operation_(p), y_(y) {}

  void four(FourWords decisions) noexcept {
    operation_(FourFloats::load_unaligned(x_), decisions).store_unaligned(y_);
    x_ += 4;
    y_ += 4;
  }
  void one(bool kept) noexcept { *y_++ = operation_(*x_++, kept); }

 private:
  const float* x_;
  Operation operation_;
  float* y_;
};

/// `scale`, which is above 0, for each decision to keep, and +0 for the others.
inline FourFloats scale_or_zero(FourWords decisions, float scale) noexcept {
#ifdef __wasm_simd128__
  // All ones are a nan, for which pmin returns its first operand. This is one instruction; clang
  // emits three for an `and` with a mask that comes from a comparison.
  return FourFloats(wasm_f32x4_pmin(FourFloats(scale), decisions));
#else
  return xsimd::bitwise_cast<float>(decisions &
                                    xsimd::bitwise_cast<std::uint32_t>(FourFloats(scale)));
#endif
}

/// inverted_dropout: x * (keep * scale).
class InvertedDropout {
 public:
  explicit InvertedDropout(DropProbability p) noexcept : scale_(p.survivor_scale<float>()) {}

  FourFloats operator()(FourFloats x, FourWords decisions) const noexcept {
    return x * scale_or_zero(decisions, scale_);
  }
  float operator()(float x, bool kept) const noexcept {
    return x * (static_cast<float>(kept) * scale_);
  }

 private:
  float scale_;
};

/// selected_quotient: keep ? x / keep_probability : +0.
class SelectedQuotient {
 public:
  explicit SelectedQuotient(DropProbability p) noexcept
      : keep_probability_(static_cast<float>(p.keep_probability())) {}

  FourFloats operator()(FourFloats x, FourWords decisions) const noexcept {
    const auto quotient = xsimd::bitwise_cast<std::uint32_t>(x / FourFloats(keep_probability_));
    // The minimum of the quotient's bits and all ones, or zero. This is one instruction; clang
    // emits three for an `and` with a mask that comes from a comparison.
    return xsimd::bitwise_cast<float>(xsimd::min(decisions, quotient));
  }
  float operator()(float x, bool kept) const noexcept {
    const float quotient = x / keep_probability_;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(quotient) & -std::uint32_t{kept});
  }

 private:
  float keep_probability_;
};

/// quotient_of_product: x * keep / keep_probability.
class QuotientOfProduct {
 public:
  explicit QuotientOfProduct(DropProbability p) noexcept
      : keep_probability_(static_cast<float>(p.keep_probability())) {}

  FourFloats operator()(FourFloats x, FourWords decisions) const noexcept {
    return x * scale_or_zero(decisions, 1) / FourFloats(keep_probability_);
  }
  float operator()(float x, bool kept) const noexcept {
    return x * static_cast<float>(kept) / keep_probability_;
  }

 private:
  float keep_probability_;
};

}  // namespace playground::dropout
