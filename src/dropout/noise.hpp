// The mask of a call as a tensor of its own, by which PyTorch multiplies the input: its "noise".
#pragma once

#include "dropout/drop_probability.hpp"
#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

/// Draws what dropout of x with a p in (0, 1) draws: 0 for each element that is dropped, and
/// `1 / (1 - p)` of the dtype, or 1, for each that is kept. Of the shape and dtype of x, which is
/// floating.
///
/// scaled  whether what is kept is 1 / (1 - p)
/// Throws an Error (kEngine) for an x that is not contiguous where the order is not known.
tensor::Tensor noise_for(random::Generator& generator, const tensor::Tensor& x, DropProbability p,
                         bool scaled);

}  // namespace playground::dropout
