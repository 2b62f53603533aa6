// What an expression comes to: a number, or a tensor of the library that made it.
#pragma once

#include <variant>

#include "ops/number.hpp"
#include "ops/operators.hpp"
#include "tensor/tensor.hpp"

namespace playground::text {

using ops::Library;
using ops::Number;
using ops::Operator;

struct Array {
  tensor::Tensor tensor;
  Library library = Library::kTorch;
};

using Value = std::variant<Number, Array>;

/// -x.
Value negated(Value x);

/// The library of the left tensor counts. Throws what ops::applied throws.
Value combined(Value left, Operator op, Value right);

}  // namespace playground::text
