// Tensors of evenly spaced numbers, rounded as PyTorch rounds them.
#pragma once

#include <cstdint>

#include "tensor/tensor.hpp"

namespace playground::ops {

/// torch.arange: from start towards end, which is left out, in steps.
///
/// Throws an Error (kValue), in PyTorch's words, for a step of 0 or of the wrong sign, and for
/// what is beyond the range of an int64 that is asked for; (kMemory) for too many elements.
/// Source  at::native::arange_kernel with AVX2, on one thread: in PyTorch 2.x, and in 1.13 without
///         AVX-512. Of more than 32,768 elements each thread begins its part as the first does.
tensor::Tensor arange(double start, double end, double step = 1,
                      tensor::DType dtype = tensor::DType::kFloat32);

/// The same for int64, since a double does not hold all of its numbers.
tensor::Tensor arange_int64(std::int64_t start, std::int64_t end, std::int64_t step);

/// torch.linspace: `steps` numbers from start to end, both included.
///
/// Throws an Error (kValue), in PyTorch's words, for a negative number of steps, and for bounds
/// beyond the range of the dtype.
/// Source  at::native::linspace_kernel of PyTorch 2.x with AVX2, which rounds a multiply-add once.
tensor::Tensor linspace(double start, double end, std::int64_t steps,
                        tensor::DType dtype = tensor::DType::kFloat32);

}  // namespace playground::ops
