// torch.nn.init: what the weights of a new layer are drawn from. The bounds are computed in float64
// in PyTorch's order, since their last bit is seen in the weights.
//
// Source    torch/nn/init.py; He et al. 2015; Glorot and Bengio 2010.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13 with AVX2.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "random/distributions/normal.hpp"
#include "random/distributions/uniform.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// How many inputs a neuron has, and how many outputs an input.
struct Fan {
  double in;
  double out;
};

/// Of a weight's shape, [out, in, kernel…], of two dimensions or more:
/// _calculate_fan_in_and_fan_out.
inline Fan fan_of(std::span<const std::int64_t> shape) noexcept {
  double field = 1;
  for (const std::int64_t extent : shape.subspan(2)) field *= static_cast<double>(extent);
  return {static_cast<double>(shape[1]) * field, static_cast<double>(shape[0]) * field};
}

enum class Nonlinearity { kLinear, kSigmoid, kTanh, kRelu, kLeakyRelu, kSelu };

/// calculate_gain. `slope` is leaky_relu's.
inline double calculate_gain(Nonlinearity nonlinearity, double slope = 0.01) noexcept {
  switch (nonlinearity) {
    case Nonlinearity::kTanh:
      return 5.0 / 3;
    case Nonlinearity::kRelu:
      return std::sqrt(2.0);
    case Nonlinearity::kLeakyRelu:
      return std::sqrt(2.0 / (1 + slope * slope));
    case Nonlinearity::kSelu:
      return 3.0 / 4;
    default:
      return 1;
  }
}

template <class T>
void xavier_uniform(TorchCpuGenerator& generator, Fan fan, double gain, std::span<T> x) noexcept {
  const double std = gain * std::sqrt(2.0 / (fan.in + fan.out));
  const double bound = std::sqrt(3.0) * std;
  fill_uniform(generator, -bound, bound, x);
}

template <class T>
void xavier_normal(TorchCpuGenerator& generator, Fan fan, double gain, std::span<T> x) noexcept {
  fill_normal(generator, 0, gain * std::sqrt(2.0 / (fan.in + fan.out)), x);
}

/// fan  fan.in or fan.out, as `mode` says
template <class T>
void kaiming_uniform(TorchCpuGenerator& generator, double fan, double gain,
                     std::span<T> x) noexcept {
  const double std = gain / std::sqrt(fan);
  const double bound = std::sqrt(3.0) * std;
  fill_uniform(generator, -bound, bound, x);
}

template <class T>
void kaiming_normal(TorchCpuGenerator& generator, double fan, double gain,
                    std::span<T> x) noexcept {
  fill_normal(generator, 0, gain / std::sqrt(fan), x);
}

/// The weight and then the bias of nn.Linear and nn.Conv: kaiming_uniform_(weight, a=sqrt(5)) and
/// uniform_(-1 / sqrt(fan_in), 1 / sqrt(fan_in)).
///
/// bias  may be empty: it then draws nothing
template <class T>
void reset_linear(TorchCpuGenerator& generator, double fan_in, std::span<T> weight,
                  std::span<T> bias) noexcept {
  kaiming_uniform(generator, fan_in, calculate_gain(Nonlinearity::kLeakyRelu, std::sqrt(5.0)),
                  weight);
  const double bound = 1 / std::sqrt(fan_in);
  fill_uniform(generator, -bound, bound, bias);
}

}  // namespace playground::random
