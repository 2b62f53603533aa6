// What is computed of each element, or of elements of several tensors that are broadcast together.
#pragma once

#include <initializer_list>
#include <span>

#include "ops/kernels/loops.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

/// The shape that all are broadcast to. Throws Raised, in PyTorch's words, if there is none.
Shape broadcast_shape(std::span<const Tensor> tensors);

/// Runs one loop over elements of tensors as they are. The result lies in memory in the order of
/// the first tensor that has its shape.
///
/// result  the dtype that the loop writes
Tensor each(Loop loop, std::span<const Tensor> inputs, DType result,
            const double* numbers = nullptr);

/// Converts the inputs to a dtype, in which the loops compute, and which the result has unless it
/// is a mask.
///
/// numbers  as many as the loops take
/// Throws Raised, in PyTorch's words, for shapes that do not go together, and for a dtype that has
/// no loop.
Tensor elementwise(const Loops& loops, std::span<const Tensor* const> inputs, DType dtype,
                   std::initializer_list<double> numbers = {});

/// mask ? a : b, of a and b of one dtype.
Tensor where(const Tensor& mask, const Tensor& a, const Tensor& b);

/// Tensor.to(dtype), as tensor::to, but in the order in memory that x has; never x itself.
Tensor converted(const Tensor& x, DType dtype);

}  // namespace playground::ops
