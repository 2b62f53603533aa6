// The results of + - * / // % and **, bit for bit: between tensors, whose shapes are broadcast and
// whose dtypes are promoted, between a tensor and a number, and between two numbers, as in Python.
#pragma once

#include <cstdint>
#include <variant>

#include "tensor/tensor.hpp"
#include "text/number.hpp"

namespace playground::text {

/// Whose rules hold for a tensor. PyTorch computes 3 / x as 3 * (1 / x), rounding twice; the others
/// divide. Only NumPy has float64 where nobody asks for it.
enum class Library : std::uint8_t { kTorch, kNumpy, kJax, kTensorFlow };

struct Array {
  tensor::Tensor tensor;
  Library library = Library::kTorch;
};

using Value = std::variant<Number, Array>;

enum class Operator : std::uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kFloorDivide,
  kRemainder,
  kPower
};

/// Replaces each element that is floating by what a function makes of it and two bounds, rounded
/// once.
void with_floats(tensor::Tensor& x, double (*function)(double, double, double), double a = 0,
                 double b = 0);

/// -x.
Value negated(Value x);

/// Each operation is rounded to the dtype of its result, to which tensors and numbers are converted
/// first. The library of the left tensor counts.
///
/// Throws an Error: kValue, in PyTorch's words where it has some, for shapes that do not go
/// together, for powers whose last bit differs from one machine to the next and for divisions of
/// integers by zero; kDType for what is not reproduced of int64.
/// Source  aten/src/ATen/native/cpu/BinaryOpsKernel.cpp and PowKernel.cpp, TensorIterator's
///         type promotion; Tensor.__rtruediv__ and __rpow__.
Value combined(Value left, Operator op, Value right);

}  // namespace playground::text
