// Normalisation of each channel over a batch, beside its backward: x  [batch, channels, places].
//
// Source  Ioffe and Szegedy 2015, "Batch Normalization"; in the steps of PyTorch's CPU kernels:
// statistics in float64, elements in their dtype.
#pragma once

#include <cstddef>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// Of each channel.
struct ChannelStatistics {
  std::vector<double> mean;
  std::vector<double> rstd;      // 1 / sqrt(variance + eps)
  std::vector<double> variance;  // divided by n
};

/// x  contiguous, of at least two dimensions
ChannelStatistics channel_statistics(const Tensor& x, double eps);

/// (x - mean) rstd weight + bias, as x (rstd weight) + (bias - mean rstd weight).
///
/// weight, bias  [channels], contiguous and of the dtype of x; null: ones and zeros
Tensor batch_norm(const Tensor& x, const ChannelStatistics& statistics, const Tensor* weight,
                  const Tensor* bias);

struct BatchNormGradients {
  Tensor x;
  Tensor weight;  // [channels]
  Tensor bias;
};

/// depends  whether the statistics are those of x itself
BatchNormGradients batch_norm_backward(const Tensor& grad, const Tensor& x,
                                       const ChannelStatistics& statistics, const Tensor* weight,
                                       bool depends);

}  // namespace playground::ops
