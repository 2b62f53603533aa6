// Elementary functions of every element: exp, log, sqrt, sin, erf and their kin, each beside its
// backward. The functions themselves are in maths/.
//
// All take spans of one length, and their result may be written over an argument. `grad_y` is the
// gradient with respect to y; a backward writes grad_y dy/dx into grad_x, from x or, where PyTorch
// does so too, from y.
#pragma once

#include <limits>
#include <numbers>
#include <span>

#include "maths/error_function.hpp"
#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/logarithm.hpp"
#include "maths/power.hpp"
#include "maths/trigonometry.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {
template <class T>
void exp(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::exp<V>(v); });
}
template <class T>
void exp_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x, []<class V>(V grad, V v) { return grad * v; });
}

template <class T>
void expm1(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::expm1<V>(v); });
}
template <class T>
void expm1_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x, []<class V>(V grad, V v) { return grad * (v + maths::constant<V>(1)); });
}

template <class T>
void log(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::log<V>(v); });
}
template <class T>
void log_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) { return grad / v; });
}

template <class T>
void log1p(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    // As Sleef has it, and thereby PyTorch.
    constexpr double kInfinityAbove = sizeof(T) == 4 ? 1e38 : 1e307;
    return maths::pick<V>(v > maths::constant<V>(kInfinityAbove),
                          V(std::numeric_limits<T>::infinity()), maths::log1p<V>(v));
  });
}
template <class T>
void log1p_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) { return grad / (v + maths::constant<V>(1)); });
}

/// PyTorch's bits.
template <class T>
void sqrt(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::square_root<V>(v); });
}
template <class T>
void sqrt_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x, []<class V>(V grad, V v) { return grad / (maths::constant<V>(2) * v); });
}

/// 1 / sqrt(x), PyTorch's bits.
template <class T>
void rsqrt(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::constant<V>(1) / maths::square_root<V>(v); });
}
template <class T>
void rsqrt_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x,
      []<class V>(V grad, V v) { return maths::constant<V>(-0.5) * grad * (v * v * v); });
}

/// 1 / x, PyTorch's bits.
template <class T>
void reciprocal(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::constant<V>(1) / v; });
}
template <class T>
void reciprocal_backward(std::span<const T> grad_y, std::span<const T> y,
                         std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x,
      []<class V>(V grad, V v) { return maths::constant<V>(-1) * grad * (v * v); });
}

template <class T>
void neg(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    return maths::from_bits<V>(maths::bits<V>(v) ^
                               maths::WordsOf<V>(maths::kSignBit<maths::NumberOf<V>>));
  });
}

template <class T>
void abs(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::absolute<V>(v); });
}
template <class T>
void abs_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    // grad times sign(x), which is 0 at 0 and at nan.
    const V zero = maths::constant<V>(0);
    const V sign = maths::pick<V>(v > zero, maths::constant<V>(1),
                                  maths::pick<V>(v < zero, maths::constant<V>(-1), zero));
    return grad * sign;
  });
}

template <class T>
void cos(std::span<const T> x, std::span<T> y) noexcept;

template <class T>
void sin(std::span<const T> x, std::span<T> y) noexcept {
  map_in_double<T>(y, []<class V>(V v) { return maths::sincos<V>(v).sine; }, x);
}
template <class T>
void sin_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  cos<T>(x, grad_x);
  map<T>(grad_y, grad_x, grad_x, []<class V>(V grad, V v) { return grad * v; });
}

template <class T>
void cos(std::span<const T> x, std::span<T> y) noexcept {
  map_in_double<T>(y, []<class V>(V v) { return maths::sincos<V>(v).cosine; }, x);
}
template <class T>
void cos_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  sin<T>(x, grad_x);
  map<T>(grad_y, grad_x, grad_x,
         []<class V>(V grad, V v) { return grad * (maths::constant<V>(0) - v); });
}

template <class T>
void erf(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::erf<V>(v); });
}
template <class T>
void erf_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    const V slope = maths::constant<V>(2 * std::numbers::inv_sqrtpi);
    return slope * maths::exp<V>(maths::constant<V>(0) - v * v) * grad;
  });
}

/// x ** exponent, a number. With the exponents 0.5, 2, 3, -0.5, -1 and -2 PyTorch's bits, since
/// both take square roots, products and quotients.
template <class T>
void pow(std::span<const T> x, double exponent, std::span<T> y) noexcept {
  if (exponent == 0.5) return sqrt<T>(x, y);
  if (exponent == -0.5) return rsqrt<T>(x, y);
  if (exponent == -1) return reciprocal<T>(x, y);
  if (exponent == 1) return map(x, y, []<class V>(V v) { return v; });
  if (exponent == 2) return map(x, y, []<class V>(V v) { return v * v; });
  if (exponent == 3) return map(x, y, []<class V>(V v) { return v * v * v; });
  if (exponent == -2)
    return map(x, y, []<class V>(V v) { return maths::constant<V>(1) / (v * v); });
  // PyTorch rounds the exponent to the elements' type.
  const double rounded = static_cast<T>(exponent);
  map_in_double<T>(y, [rounded]<class V>(V v) { return maths::pow<V>(v, V(rounded)); }, x);
}
template <class T>
void pow_backward(std::span<const T> grad_y, std::span<const T> x, double exponent,
                  std::span<T> grad_x) noexcept {
  if (exponent == 0) return map(grad_y, grad_x, []<class V>(V) { return maths::constant<V>(0); });
  pow<T>(x, exponent - 1, grad_x);
  map<T>(grad_y, grad_x, grad_x,
         [exponent]<class V>(V grad, V v) { return grad * (maths::constant<V>(exponent) * v); });
}

/// x ** exponent, element by element.
template <class T>
void pow(std::span<const T> x, std::span<const T> exponent, std::span<T> y) noexcept {
  map_in_double<T>(y, []<class V>(V v, V w) { return maths::pow<V>(v, w); }, x, exponent);
}

}  // namespace playground::ops
