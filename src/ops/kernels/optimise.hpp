// One step of an optimiser, fused over all elements of a parameter: for the same gradients the bits
// of PyTorch's CPU optimisers, as x86-64 builds with AVX2 give them.
//
// There a + c b is rounded once wherever PyTorch computes it at once (add_ with alpha, addcmul_),
// and every other operation by itself. What the options make, such as 1 - beta1, is a float64,
// rounded to the parameter's type when it is used.
//
// All spans of a step have one length. State begins as zeros.
//
// Source    torch/optim/{sgd,adam,adamw,rmsprop,adagrad}.py of PyTorch 1.13, single-tensor paths.
// Verified  tests/fixtures/torch-optimisers.json.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "maths/fused.hpp"
#include "maths/lanes.hpp"
#include "maths/whole_power.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {

/// The gradient with weight decay as most optimisers have it, grad + weight_decay parameter.
template <class V>
V decayed(V grad, V parameter, double weight_decay) noexcept {
  if (weight_decay == 0) return grad;
  return maths::fused<V>(parameter, maths::constant<V>(weight_decay), grad);
}

struct Sgd {
  double lr;
  double momentum = 0;
  double dampening = 0;
  double weight_decay = 0;
  bool nesterov = false;
  bool maximize = false;
};

/// is_first          whether it is the first step, whose momentum is the gradient itself
/// momentum_buffer   empty without momentum
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

struct Adam {
  double lr = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weight_decay = 0;
  bool decoupled = false;  // AdamW: the parameter itself decays, by lr weight_decay
  bool amsgrad = false;
  bool maximize = false;
};

/// Of averages that begin as zeros: 1 - beta1 ** step, and the square root of 1 - beta2 ** step.
struct BiasCorrections {
  double first;
  double second;
};

/// step  1 in the first
inline BiasCorrections bias_corrections(const Adam& options, std::uint64_t step) noexcept {
  return {1 - maths::whole_power(options.beta1, step),
          std::sqrt(1 - maths::whole_power(options.beta2, step))};
}

/// max_exp_avg_sq  empty without amsgrad
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

struct RmsProp {
  double lr = 1e-2;
  double alpha = 0.99;
  double eps = 1e-8;
  double weight_decay = 0;
  double momentum = 0;
  bool centered = false;
};

/// momentum_buffer  empty without momentum
/// grad_avg         empty unless centered
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

struct Adagrad {
  double lr = 1e-2;
  double lr_decay = 0;
  double weight_decay = 0;
  double eps = 1e-10;
};

/// step       1 in the first
/// state_sum  begins as the optimiser's initial_accumulator_value
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

}  // namespace playground::ops
