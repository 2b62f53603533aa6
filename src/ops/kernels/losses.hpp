// Loss functions. An elementwise loss writes one loss for each element, and reduce.hpp's sum or
// mean makes a number of them; its backward takes one gradient for each element. nll and
// cross_entropy take logarithms or logits of [rows, classes], whose rows follow each other, and a
// class for each row.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/logarithm.hpp"
#include "ops/kernels/map.hpp"
#include "ops/kernels/reduce.hpp"
#include "ops/kernels/softmax.hpp"

namespace playground::ops {

/// (x - target)^2, PyTorch's bits.
template <class T>
void mse_loss(std::span<const T> x, std::span<const T> target, std::span<T> loss) noexcept {
  map(x, target, loss, []<class V>(V v, V t) { return (v - t) * (v - t); });
}
template <class T>
void mse_loss_backward(std::span<const T> grad_loss, std::span<const T> x,
                       std::span<const T> target, std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x,
      []<class V>(V grad, V v, V t) { return maths::constant<V>(2) * (v - t) * grad; });
}

/// |x - target|, PyTorch's bits.
template <class T>
void l1_loss(std::span<const T> x, std::span<const T> target, std::span<T> loss) noexcept {
  map(x, target, loss, []<class V>(V v, V t) { return maths::absolute<V>(v - t); });
}
template <class T>
void l1_loss_backward(std::span<const T> grad_loss, std::span<const T> x, std::span<const T> target,
                      std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x, []<class V>(V grad, V v, V t) {
    const V zero = maths::constant<V>(0);
    const V sign = maths::pick<V>(v > t, maths::constant<V>(1),
                                  maths::pick<V>(v < t, maths::constant<V>(-1), zero));
    return sign * grad;
  });
}

/// Of d = |x - target|: d^2 / 2 / beta where d is below beta, d - beta / 2 elsewhere. PyTorch's
/// bits.
template <class T>
void smooth_l1_loss(std::span<const T> x, std::span<const T> target, double beta,
                    std::span<T> loss) noexcept {
  map(x, target, loss, [beta]<class V>(V v, V t) {
    const V half = maths::constant<V>(0.5);
    const V b = maths::constant<V>(beta);
    const V d = maths::absolute<V>(v - t);
    return maths::pick<V>(d < b, half * d * d / b, d - half * b);
  });
}
template <class T>
void smooth_l1_loss_backward(std::span<const T> grad_loss, std::span<const T> x,
                             std::span<const T> target, double beta, std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x, [beta]<class V>(V grad, V v, V t) {
    const V b = maths::constant<V>(beta);
    const V d = v - t;
    const V outside = maths::pick<V>(d > maths::constant<V>(0), grad, maths::constant<V>(0) - grad);
    return maths::pick<V>(maths::absolute<V>(d) < b, grad * (d / b), outside);
  });
}

/// Of d = |x - target|: d^2 / 2 where d is at most delta, delta (d - delta / 2) elsewhere.
template <class T>
void huber_loss(std::span<const T> x, std::span<const T> target, double delta,
                std::span<T> loss) noexcept {
  map(x, target, loss, [delta]<class V>(V v, V t) {
    const V half = maths::constant<V>(0.5);
    const V b = maths::constant<V>(delta);
    const V d = maths::absolute<V>(v - t);
    return maths::pick<V>(d < b, half * d * d, b * (d - half * b));
  });
}
template <class T>
void huber_loss_backward(std::span<const T> grad_loss, std::span<const T> x,
                         std::span<const T> target, double delta, std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x, [delta]<class V>(V grad, V v, V t) {
    const V slope =
        maths::at_most<V>(maths::at_least<V>(v - t, static_cast<maths::NumberOf<V>>(-delta)),
                          static_cast<maths::NumberOf<V>>(delta));
    return grad * slope;
  });
}

/// -(target log x + (1 - target) log(1 - x)), of logarithms that are at least -100.
template <class T>
void binary_cross_entropy(std::span<const T> x, std::span<const T> target,
                          std::span<T> loss) noexcept {
  map(x, target, loss, []<class V>(V v, V t) {
    const V yes = maths::at_least<V>(maths::log<V>(v), -100);
    const V no = maths::at_least<V>(maths::log1p<V>(maths::constant<V>(0) - v), -100);
    return (t - maths::constant<V>(1)) * no - t * yes;
  });
}
template <class T>
void binary_cross_entropy_backward(std::span<const T> grad_loss, std::span<const T> x,
                                   std::span<const T> target, std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x, []<class V>(V grad, V v, V t) {
    const V spread = (maths::constant<V>(1) - v) * v;
    return grad * (v - t) / maths::at_least<V>(spread, static_cast<maths::NumberOf<V>>(1e-12));
  });
}

/// The same of sigmoid(x), as (1 - target) x + max(-x, 0) + log(1 + e^-|x|).
template <class T>
void binary_cross_entropy_with_logits(std::span<const T> x, std::span<const T> target,
                                      std::span<T> loss) noexcept {
  map(x, target, loss, []<class V>(V v, V t) {
    const V zero = maths::constant<V>(0);
    const V soft = maths::log1p<V>(maths::exp<V>(zero - maths::absolute<V>(v)));
    return (maths::constant<V>(1) - t) * v + (maths::at_least<V>(zero - v, 0) + soft);
  });
}
template <class T>
void binary_cross_entropy_with_logits_backward(std::span<const T> grad_loss, std::span<const T> x,
                                               std::span<const T> target,
                                               std::span<T> grad_x) noexcept {
  map(grad_loss, x, target, grad_x,
      []<class V>(V grad, V v, V t) { return (maths::sigmoid<V>(v) - t) * grad; });
}

/// What nll_loss and cross_entropy count, and how.
template <class T>
struct ClassLoss {
  std::span<const std::int64_t> target;  // [rows], each a class or `ignore_index`
  std::size_t classes = 0;
  std::int64_t ignore_index = -100;
  std::span<const T> weight = {};  // [classes], or none: all 1

  T weight_of(std::size_t row) const noexcept {
    const std::int64_t target_class = target[row];
    if (target_class == ignore_index) return T(0);
    assert(target_class >= 0 && static_cast<std::size_t>(target_class) < classes);
    return weight.empty() ? T(1) : weight[static_cast<std::size_t>(target_class)];
  }

  /// What reduction='mean' divides by: the weights of all rows.
  T total_weight() const noexcept {
    return sum_of<T>(target.size(), [this]<class V>(std::size_t i) {
      if constexpr (maths::kIsNumber<V>) {
        return weight_of(i);
      } else {
        std::array<T, V::size> weights;
        for (std::size_t j = 0; j < V::size; ++j) weights[j] = weight_of(i + j);
        return load<V>(std::span<const T>(weights), 0);
      }
    });
  }
};

/// loss[row] = -weight log_probabilities[row, target]; 0 of rows that are ignored.
///
/// log_probabilities  [rows, classes]; loss  [rows]
template <class T>
void nll_loss(std::span<const T> log_probabilities, const ClassLoss<T>& rows,
              std::span<T> loss) noexcept {
  for (std::size_t i = 0; i < loss.size(); ++i) {
    const bool is_ignored = rows.target[i] == rows.ignore_index;
    const auto column = static_cast<std::size_t>(is_ignored ? 0 : rows.target[i]);
    loss[i] = is_ignored ? T(0) : -log_probabilities[i * rows.classes + column] * rows.weight_of(i);
  }
}
/// grad_loss  [rows]; grad_log_probabilities  [rows, classes]
template <class T>
void nll_loss_backward(std::span<const T> grad_loss, const ClassLoss<T>& rows,
                       std::span<T> grad_log_probabilities) noexcept {
  std::ranges::fill(grad_log_probabilities, T(0));
  for (std::size_t i = 0; i < grad_loss.size(); ++i) {
    if (rows.target[i] == rows.ignore_index) continue;
    const auto column = static_cast<std::size_t>(rows.target[i]);
    grad_log_probabilities[i * rows.classes + column] = -rows.weight_of(i) * grad_loss[i];
  }
}

/// nll_loss of log_softmax(logits), which is left in `log_probabilities` for the backward.
///
/// logits, log_probabilities  [rows, classes]; loss  [rows]
template <class T>
void cross_entropy(std::span<const T> logits, const ClassLoss<T>& rows,
                   std::span<T> log_probabilities, std::span<T> loss) noexcept {
  log_softmax(logits, rows.classes, log_probabilities);
  nll_loss<T>(log_probabilities, rows, loss);
}
/// grad_logits = grad_loss weight (softmax - 1 at the target). May be written over
/// log_probabilities.
template <class T>
void cross_entropy_backward(std::span<const T> grad_loss, std::span<const T> log_probabilities,
                            const ClassLoss<T>& rows, std::span<T> grad_logits) noexcept {
  for (std::size_t i = 0; i < grad_loss.size(); ++i) {
    const std::size_t first = i * rows.classes;
    const T scale = rows.weight_of(i) * grad_loss[i];
    const std::span<T> row = grad_logits.subspan(first, rows.classes);
    map(log_probabilities.subspan(first, rows.classes), row,
        [scale]<class V>(V v) { return maths::exp<V>(v) * V(scale); });
    if (rows.target[i] != rows.ignore_index) row[static_cast<std::size_t>(rows.target[i])] -= scale;
  }
}

// Compiled once, for speed.
extern template void mse_loss(std::span<const float>, std::span<const float>,
                              std::span<float>) noexcept;
extern template void mse_loss(std::span<const double>, std::span<const double>,
                              std::span<double>) noexcept;
extern template void mse_loss_backward(std::span<const float>, std::span<const float>,
                                       std::span<const float>, std::span<float>) noexcept;
extern template void mse_loss_backward(std::span<const double>, std::span<const double>,
                                       std::span<const double>, std::span<double>) noexcept;
extern template void smooth_l1_loss(std::span<const float>, std::span<const float>, double,
                                    std::span<float>) noexcept;
extern template void smooth_l1_loss(std::span<const double>, std::span<const double>, double,
                                    std::span<double>) noexcept;
extern template void smooth_l1_loss_backward(std::span<const float>, std::span<const float>,
                                             std::span<const float>, double,
                                             std::span<float>) noexcept;
extern template void smooth_l1_loss_backward(std::span<const double>, std::span<const double>,
                                             std::span<const double>, double,
                                             std::span<double>) noexcept;
extern template void huber_loss(std::span<const float>, std::span<const float>, double,
                                std::span<float>) noexcept;
extern template void huber_loss(std::span<const double>, std::span<const double>, double,
                                std::span<double>) noexcept;
extern template void huber_loss_backward(std::span<const float>, std::span<const float>,
                                         std::span<const float>, double, std::span<float>) noexcept;
extern template void huber_loss_backward(std::span<const double>, std::span<const double>,
                                         std::span<const double>, double,
                                         std::span<double>) noexcept;
extern template void binary_cross_entropy(std::span<const float>, std::span<const float>,
                                          std::span<float>) noexcept;
extern template void binary_cross_entropy(std::span<const double>, std::span<const double>,
                                          std::span<double>) noexcept;
extern template void binary_cross_entropy_backward(std::span<const float>, std::span<const float>,
                                                   std::span<const float>,
                                                   std::span<float>) noexcept;
extern template void binary_cross_entropy_backward(std::span<const double>, std::span<const double>,
                                                   std::span<const double>,
                                                   std::span<double>) noexcept;
extern template void binary_cross_entropy_with_logits(std::span<const float>,
                                                      std::span<const float>,
                                                      std::span<float>) noexcept;
extern template void binary_cross_entropy_with_logits(std::span<const double>,
                                                      std::span<const double>,
                                                      std::span<double>) noexcept;

}  // namespace playground::ops
