// Convolution, and its two gradients. The three are one trilinear form, so that the gradients of
// each are the other two; the transposed convolution is the gradient of the input.
#pragma once

#include <cstdint>

#include "ops/kernels/patches.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// Of tensors with one to three dimensions behind batch and channel. Channels form groups: those of
/// a group of the input are seen by those of the same group of the output alone.
struct Convolution {
  std::int64_t batch;
  std::int64_t out_channels;  // of all groups
  std::int64_t groups;
  Patches patches;             // of one image of one group
  tensor::Shape input_shape;   // [batch, groups * patches.channels, size…]
  tensor::Shape output_shape;  // [batch, out_channels, places…]
  tensor::Shape weight_shape;  // [out_channels, patches.channels, kernel…]
};

/// y[b, o, …] = sum of weight[o, …] over the patch of x[b] there.
Tensor convolved(const Convolution& convolution, const Tensor& x, const Tensor& weight);

/// The gradient of x.
Tensor convolution_input(const Convolution& convolution, const Tensor& grad_y,
                         const Tensor& weight);

/// The gradient of the weight, summed over the batch.
Tensor convolution_weight(const Convolution& convolution, const Tensor& x, const Tensor& grad_y);

}  // namespace playground::ops
