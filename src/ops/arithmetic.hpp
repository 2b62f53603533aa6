// The results of + - * / // % and **, bit for bit: between tensors, whose shapes are broadcast and
// whose dtypes are promoted, and between a tensor and a number. And functions of one element.
#pragma once

#include <cstdint>

#include "ops/number.hpp"
#include "ops/operators.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// Each operation is rounded to the dtype of its result, to which tensors and numbers are converted
/// first. A tensor that nobody else holds is overwritten.
///
/// Throws an Error: kValue, in PyTorch's words where it has some, for shapes that do not go
/// together, for powers whose last bit differs from one machine to the next and for divisions of
/// integers by zero; kDType for what is not reproduced of integers.
/// Source  aten/src/ATen/native/cpu/BinaryOpsKernel.cpp and PowKernel.cpp, TensorIterator's
///         type promotion; Tensor.__rtruediv__ and __rpow__.
Tensor applied(Tensor left, Operator op, Tensor right, Library library);
Tensor applied(Tensor x, Operator op, const Number& number, Library library);
Tensor applied(const Number& number, Operator op, Tensor x, Library library);

/// -x.
Tensor negated(Tensor x);

/// What a function makes of each element and two bounds, rounded once; with integers, what theirs
/// makes of it, or the element itself without one. A tensor that nobody else holds is overwritten.
using OfFloats = double (*)(double value, double a, double b);
using OfIntegers = std::int64_t (*)(std::int64_t value, std::int64_t a, std::int64_t b);
Tensor each(Tensor x, OfFloats of_floats, double a = 0, double b = 0,
            OfIntegers of_integers = nullptr, std::int64_t whole_a = 0, std::int64_t whole_b = 0);

}  // namespace playground::ops
