// Activation functions of every element, each beside its backward, in the order in which PyTorch's
// CPU kernels compute them.
//
// All take spans of one length, and their result may be written over an argument. `grad_y` is the
// gradient with respect to y; a backward writes grad_y dy/dx into grad_x, from x or, where PyTorch
// does so too, from y. Those of relu, leaky_relu, hardtanh and threshold have PyTorch's bits.
#pragma once

#include <numbers>
#include <span>

#include "maths/error_function.hpp"
#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/logarithm.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {

/// max(x, 0); nan stays nan.
template <class T>
void relu(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    // -0 stays -0, as in PyTorch.
    return maths::at_least<V>(v, 0);
  });
}
/// `y` may be x, too: where one is above 0, the other is.
template <class T>
void relu_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x, []<class V>(V grad, V v) {
    return maths::pick<V>(v <= maths::constant<V>(0), maths::constant<V>(0), grad);
  });
}

template <class T>
void leaky_relu(std::span<const T> x, double negative_slope, std::span<T> y) noexcept {
  map(x, y, [negative_slope]<class V>(V v) {
    // A product with 1 keeps all but what a nan holds.
    const V slope = maths::pick<V>(v > maths::constant<V>(0), maths::constant<V>(1),
                                   maths::constant<V>(negative_slope));
    return v * slope;
  });
}
template <class T>
void leaky_relu_backward(std::span<const T> grad_y, std::span<const T> x, double negative_slope,
                         std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, [negative_slope]<class V>(V grad, V v) {
    const V slope = maths::pick<V>(v > maths::constant<V>(0), maths::constant<V>(1),
                                   maths::constant<V>(negative_slope));
    return grad * slope;
  });
}

/// x, limited to [low, high]; nan stays nan. relu6 is hardtanh(x, 0, 6).
template <class T>
void hardtanh(std::span<const T> x, double low, double high, std::span<T> y) noexcept {
  map(x, y, [low, high]<class V>(V v) {
    using Number = maths::NumberOf<V>;
    return maths::at_most<V>(maths::at_least<V>(v, static_cast<Number>(low)),
                             static_cast<Number>(high));
  });
}
template <class T>
void hardtanh_backward(std::span<const T> grad_y, std::span<const T> x, double low, double high,
                       std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, [low, high]<class V>(V grad, V v) {
    // nan is not outside, as in PyTorch.
    const auto is_low = v <= maths::constant<V>(low);
    const auto is_high = v >= maths::constant<V>(high);
    return maths::pick<V>(is_low | is_high, maths::constant<V>(0), grad);
  });
}

/// x where it is above `threshold`, `value` elsewhere; nan stays nan.
template <class T>
void threshold(std::span<const T> x, double threshold, double value, std::span<T> y) noexcept {
  map(x, y, [threshold, value]<class V>(V v) {
    return maths::pick<V>(v <= maths::constant<V>(threshold), maths::constant<V>(value), v);
  });
}

template <class T>
void sigmoid(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::sigmoid<V>(v); });
}
template <class T>
void sigmoid_backward(std::span<const T> grad_y, std::span<const T> y,
                      std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x,
      []<class V>(V grad, V v) { return grad * (maths::constant<V>(1) - v) * v; });
}

template <class T>
void tanh(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) { return maths::tanh<V>(v); });
}
template <class T>
void tanh_backward(std::span<const T> grad_y, std::span<const T> y, std::span<T> grad_x) noexcept {
  map(grad_y, y, grad_x,
      []<class V>(V grad, V v) { return grad * (maths::constant<V>(1) - v * v); });
}

/// x sigmoid(x), as x / (1 + e^-x).
template <class T>
void silu(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    return v / (maths::constant<V>(1) + maths::exp<V>(maths::constant<V>(0) - v));
  });
}
template <class T>
void silu_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    const V one(maths::constant<V>(1));
    const V gate = maths::sigmoid<V>(v);
    return grad * gate * (one + v * (one - gate));
  });
}

/// alpha (e^x - 1) where x is not above 0. celu(x, a) is elu with alpha = a of x / a, and selu has
/// a scale: `input_scale` and `scale` as in PyTorch's elu kernel, y = scale * (x > 0 ? x : alpha *
/// expm1(x * input_scale)). PyTorch 1.13 takes e^x - 1 for expm1, which is off by up to 2^-24.
template <class T>
void elu(std::span<const T> x, double alpha, double scale, double input_scale,
         std::span<T> y) noexcept {
  const double negative = static_cast<T>(alpha) * static_cast<T>(scale);
  map(x, y, [negative, scale, input_scale]<class V>(V v) {
    const V below =
        maths::expm1<V>(v * maths::constant<V>(input_scale)) * maths::constant<V>(negative);
    return maths::pick<V>(v > maths::constant<V>(0), v * maths::constant<V>(scale), below);
  });
}
template <class T>
void elu_backward(std::span<const T> grad_y, std::span<const T> x, double alpha, double scale,
                  double input_scale, std::span<T> grad_x) noexcept {
  const double negative = static_cast<T>(alpha) * static_cast<T>(scale);
  map(grad_y, x, grad_x, [negative, scale, input_scale]<class V>(V grad, V v) {
    const V below = grad * maths::constant<V>(input_scale) * maths::constant<V>(negative) *
                    maths::exp<V>(v * maths::constant<V>(input_scale));
    // Of nan it is the other side, as in PyTorch.
    return maths::pick<V>(v <= maths::constant<V>(0), below, grad * maths::constant<V>(scale));
  });
}

/// log(1 + e^(beta x)) / beta, and x where beta x is above `threshold`.
template <class T>
void softplus(std::span<const T> x, double beta, double threshold, std::span<T> y) noexcept {
  map(x, y, [beta, threshold]<class V>(V v) {
    const V scaled = v * maths::constant<V>(beta);
    const V soft = maths::log1p<V>(maths::exp<V>(scaled)) / maths::constant<V>(beta);
    return maths::pick<V>(scaled > maths::constant<V>(threshold), v, soft);
  });
}
template <class T>
void softplus_backward(std::span<const T> grad_y, std::span<const T> x, double beta,
                       double threshold, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, [beta, threshold]<class V>(V grad, V v) {
    const V scaled = v * maths::constant<V>(beta);
    const V z = maths::exp<V>(scaled);
    return maths::pick<V>(scaled > maths::constant<V>(threshold), grad,
                          grad * z / (z + maths::constant<V>(1)));
  });
}

/// log sigmoid(x) = min(x, 0) - log(1 + e^-|x|).
template <class T>
void log_sigmoid(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    const V z = maths::exp<V>(maths::constant<V>(0) - maths::absolute<V>(v));
    return maths::at_most<V>(v, 0) - maths::log1p<V>(z);
  });
}
template <class T>
void log_sigmoid_backward(std::span<const T> grad_y, std::span<const T> x,
                          std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    // sigmoid(-x), from an exponential that cannot overflow.
    const V one = maths::constant<V>(1);
    const V z = maths::exp<V>(maths::constant<V>(0) - maths::absolute<V>(v));
    return grad * maths::pick<V>(v < maths::constant<V>(0), one, z) / (one + z);
  });
}

/// x Phi(x), by the error function. Far below 0 it is a small difference of rounded numbers, in
/// PyTorch as well: an error of erf's last bit, 2^-24, is one of x 2^-25 in y.
template <class T>
void gelu(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    const V error = maths::erf<V>(v * maths::constant<V>(std::numbers::sqrt2 / 2));
    return v * maths::constant<V>(0.5) * (maths::constant<V>(1) + error);
  });
}
template <class T>
void gelu_backward(std::span<const T> grad_y, std::span<const T> x, std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    const V error = maths::erf<V>(v * maths::constant<V>(std::numbers::sqrt2 / 2));
    const V below = maths::constant<V>(0.5) * (maths::constant<V>(1) + error);
    const V density = maths::exp<V>(v * v * maths::constant<V>(-0.5)) *
                      maths::constant<V>(std::numbers::inv_sqrtpi * std::numbers::sqrt2 / 2);
    return grad * (below + v * density);
  });
}

inline constexpr double kGeluSlope = std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
inline constexpr double kGeluCubic = 0.044715;

/// Hendrycks' and Gimpel's approximation by tanh: nn.GELU(approximate='tanh').
template <class T>
void gelu_tanh(std::span<const T> x, std::span<T> y) noexcept {
  map(x, y, []<class V>(V v) {
    const V cubic = v + maths::constant<V>(kGeluCubic) * (v * v * v);
    const V bend = maths::tanh<V>(maths::constant<V>(kGeluSlope) * cubic);
    return maths::constant<V>(0.5) * v * (maths::constant<V>(1) + bend);
  });
}
template <class T>
void gelu_tanh_backward(std::span<const T> grad_y, std::span<const T> x,
                        std::span<T> grad_x) noexcept {
  map(grad_y, x, grad_x, []<class V>(V grad, V v) {
    const V one = maths::constant<V>(1);
    const V half = maths::constant<V>(0.5);
    const V square = v * v;
    const V slope = maths::constant<V>(kGeluSlope);
    const V bend = maths::tanh<V>(slope * (v + maths::constant<V>(kGeluCubic) * (square * v)));
    const V inner = slope * (one + maths::constant<V>(3 * kGeluCubic) * square);
    return grad * (half * (one + bend) + half * v * (one - bend * bend) * inner);
  });
}

}  // namespace playground::ops
