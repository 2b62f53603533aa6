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

#include "maths/whole_power.hpp"

namespace playground::ops {

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
              std::span<T> momentum_buffer, std::span<T> parameter) noexcept;

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
               std::span<T> parameter) noexcept;

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
                  std::span<T> parameter) noexcept;

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
                  std::span<T> state_sum, std::span<T> parameter) noexcept;

}  // namespace playground::ops
