// What a program asks of tensors, of their history, of generators and of the machine that is no
// operation of PyTorch's: it is called as an operation is.
#pragma once

#include <span>
#include <string_view>

#include "operations/row.hpp"

namespace playground::bindings {

/// Its schema is its name alone.
using CoreFunction = operations::Row;

std::span<const CoreFunction> tensor_functions();
std::span<const CoreFunction> gradient_functions();
std::span<const CoreFunction> machine_functions();

/// Throws Raised if there is none of this name.
const CoreFunction& core_function(std::string_view name);

}  // namespace playground::bindings
