// Elementwise operations out of loops and of what their slopes are.
#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include "autograd/node.hpp"
#include "operations/row.hpp"
#include "operations/value.hpp"
#include "ops/kernels/loops.hpp"

namespace playground::operations {

/// Without history; on the common device of the inputs.
Variable elementwise(const ops::Loops& loops, VariableRefs inputs, DType dtype,
                     std::initializer_list<double> numbers = {});

/// Of two tensors, in the dtype that they have together.
Variable of_two(const ops::Loops& loops, const Variable& a, const Variable& b);

/// The way back of a function of each element.
struct Slope {
  const char* node;
  enum class Of : std::uint8_t { kNothing, kInput, kResult } of;
  /// The gradient of the input from that of the result, by recorded operations, so that it has a
  /// gradient itself; numbers are those of the function.
  Variable (*composed)(const Variable& grad, const Variable& saved, const double* numbers);
  /// The same in one loop, where none needs its history.
  const ops::Loops* fused = nullptr;
};

/// self of a dtype that has a loop.
Variable function_of(const ops::Loops& loops, const Variable& self, const Slope& slope,
                     std::array<double, 3> numbers = {});

/// The same, with integers converted to the default dtype.
Variable floating_function_of(const ops::Loops& loops, const Variable& self, const Slope& slope);

/// Throws Raised, in PyTorch's words, for integers and bool, of which its kernel has no loop.
void require_floating(const Variable& x, const char* kernel);

/// A Saved of x, if it is needed: None otherwise.
autograd::Saved saved_if(bool is_needed, const Variable& x);

}  // namespace playground::operations
