// The results of + - * / and **, bit for bit: between tensors of one shape, between a tensor and a
// number, and between two numbers, as in Python.
#pragma once

#include <variant>

#include "tensor/tensor.hpp"
#include "text/number.hpp"

namespace playground::text {

/// Whose rules hold for a tensor. PyTorch computes 3 / x as 3 * (1 / x), rounding twice; NumPy
/// divides.
enum class Library { kTorch, kNumpy };

struct Array {
  tensor::Tensor tensor;
  Library library = Library::kTorch;
};

using Value = std::variant<Number, Array>;

enum class Operator { kAdd, kSubtract, kMultiply, kDivide, kPower };

/// -x. Throws an Error (kDType) for an int64 tensor.
Value negated(Value x);

/// Each operation is rounded to the dtype of the tensor, to which a number is rounded first; of two
/// dtypes float64 is taken.
///
/// Throws an Error: kDType for an int64 tensor, kValue for unequal shapes and for
/// powers whose last bit differs from one machine to the next.
/// Source  aten/src/ATen/native/cpu/BinaryOpsKernel.cpp and PowKernel.cpp; Tensor.__rtruediv__.
Value combined(Value left, Operator op, Value right);

}  // namespace playground::text
