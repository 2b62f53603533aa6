#include "ops/kernels/optimise.hpp"

#include "maths/fused.hpp"
#include "maths/lanes.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {
namespace {

// The gradient with weight decay as most optimisers have it, grad + weight_decay parameter.
template <class V>
V decayed(V grad, V parameter, double weight_decay) noexcept {
  if (weight_decay == 0) return grad;
  return maths::fused<V>(parameter, maths::constant<V>(weight_decay), grad);
}

}  // namespace

template <class T>
void sgd_step(const Sgd& options, bool is_first, std::span<const T> grad,
              std::span<T> momentum_buffer, std::span<T> parameter) noexcept {
  for_each_lanes<T>(parameter.size(), [&]<class V>(std::size_t i) {
    const auto c = [](double value) { return maths::constant<V>(value); };
    const V p = load<V>(parameter, i);
    const V given = load<V>(grad, i);
    V d = decayed<V>(options.maximize ? c(0) - given : given, p, options.weight_decay);
    if (options.momentum != 0) {
      V buffer = d;
      if (!is_first) {
        buffer = maths::fused<V>(d, c(1 - options.dampening),
                                 load<V>(momentum_buffer, i) * c(options.momentum));
      }
      store<V>(buffer, momentum_buffer, i);
      d = options.nesterov ? maths::fused<V>(buffer, c(options.momentum), d) : buffer;
    }
    store<V>(maths::fused<V>(d, c(-options.lr), p), parameter, i);
  });
}

template <class T>
void adam_step(const Adam& options, const BiasCorrections& corrections, std::span<const T> grad,
               std::span<T> exp_avg, std::span<T> exp_avg_sq, std::span<T> max_exp_avg_sq,
               std::span<T> parameter) noexcept {
  const double step_size = options.lr / corrections.first;
  for_each_lanes<T>(parameter.size(), [&]<class V>(std::size_t i) {
    const auto c = [](double value) { return maths::constant<V>(value); };
    V p = load<V>(parameter, i);
    V g = load<V>(grad, i);
    if (options.maximize) g = c(0) - g;
    if (options.decoupled) {
      p = p * c(1 - options.lr * options.weight_decay);
    } else {
      g = decayed<V>(g, p, options.weight_decay);
    }
    const V mean = maths::fused<V>(g, c(1 - options.beta1), load<V>(exp_avg, i) * c(options.beta1));
    const V square =
        maths::fused<V>(c(1 - options.beta2) * g, g, load<V>(exp_avg_sq, i) * c(options.beta2));
    store<V>(mean, exp_avg, i);
    store<V>(square, exp_avg_sq, i);
    V most = square;
    if (options.amsgrad) {
      const V before = load<V>(max_exp_avg_sq, i);
      most = maths::pick<V>(before > square, before, square);
      store<V>(most, max_exp_avg_sq, i);
    }
    const V denominator = maths::square_root<V>(most) / c(corrections.second) + c(options.eps);
    store<V>(p + c(-step_size) * mean / denominator, parameter, i);
  });
}

template <class T>
void rmsprop_step(const RmsProp& options, std::span<const T> grad, std::span<T> square_avg,
                  std::span<T> momentum_buffer, std::span<T> grad_avg,
                  std::span<T> parameter) noexcept {
  for_each_lanes<T>(parameter.size(), [&]<class V>(std::size_t i) {
    const auto c = [](double value) { return maths::constant<V>(value); };
    const V p = load<V>(parameter, i);
    const V g = decayed<V>(load<V>(grad, i), p, options.weight_decay);
    const V square =
        maths::fused<V>(c(1 - options.alpha) * g, g, load<V>(square_avg, i) * c(options.alpha));
    store<V>(square, square_avg, i);
    V spread = square;
    if (options.centered) {
      const V mean =
          maths::fused<V>(g, c(1 - options.alpha), load<V>(grad_avg, i) * c(options.alpha));
      store<V>(mean, grad_avg, i);
      spread = maths::fused<V>(c(-1) * mean, mean, square);
    }
    const V denominator = maths::square_root<V>(spread) + c(options.eps);
    if (options.momentum > 0) {
      const V buffer = load<V>(momentum_buffer, i) * c(options.momentum) + g / denominator;
      store<V>(buffer, momentum_buffer, i);
      store<V>(maths::fused<V>(buffer, c(-options.lr), p), parameter, i);
    } else {
      store<V>(p + c(-options.lr) * g / denominator, parameter, i);
    }
  });
}

template <class T>
void adagrad_step(const Adagrad& options, std::uint64_t step, std::span<const T> grad,
                  std::span<T> state_sum, std::span<T> parameter) noexcept {
  const double lr = options.lr / (1 + static_cast<double>(step - 1) * options.lr_decay);
  for_each_lanes<T>(parameter.size(), [&]<class V>(std::size_t i) {
    const auto c = [](double value) { return maths::constant<V>(value); };
    const V p = load<V>(parameter, i);
    const V g = decayed<V>(load<V>(grad, i), p, options.weight_decay);
    const V total = maths::fused<V>(g, g, load<V>(state_sum, i));
    store<V>(total, state_sum, i);
    const V denominator = maths::square_root<V>(total) + c(options.eps);
    store<V>(p + c(-lr) * g / denominator, parameter, i);
  });
}

template void sgd_step(const Sgd&, bool, std::span<const float>, std::span<float>,
                       std::span<float>) noexcept;
template void adam_step(const Adam&, const BiasCorrections&, std::span<const float>,
                        std::span<float>, std::span<float>, std::span<float>,
                        std::span<float>) noexcept;
template void rmsprop_step(const RmsProp&, std::span<const float>, std::span<float>,
                           std::span<float>, std::span<float>, std::span<float>) noexcept;
template void adagrad_step(const Adagrad&, std::uint64_t, std::span<const float>, std::span<float>,
                           std::span<float>) noexcept;
template void sgd_step(const Sgd&, bool, std::span<const double>, std::span<double>,
                       std::span<double>) noexcept;
template void adam_step(const Adam&, const BiasCorrections&, std::span<const double>,
                        std::span<double>, std::span<double>, std::span<double>,
                        std::span<double>) noexcept;
template void rmsprop_step(const RmsProp&, std::span<const double>, std::span<double>,
                           std::span<double>, std::span<double>, std::span<double>) noexcept;
template void adagrad_step(const Adagrad&, std::uint64_t, std::span<const double>,
                           std::span<double>, std::span<double>) noexcept;

}  // namespace playground::ops
