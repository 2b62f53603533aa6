// Elements picked out of planes, and their gradients put back: each is the other's way back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "operations/value.hpp"

namespace playground::operations {

/// ops::picked, recorded.
///
/// node  its name: "ReflectionPad2DBackward0"
Variable picked(const Variable& x, std::size_t plane, const Variable& indices, const Shape& shape,
                std::string_view node);

/// The gradient of picked(), recorded.
Variable put_back(const Variable& grad, std::size_t plane, const Variable& indices,
                  const Shape& shape, std::string_view node);

/// The name of the node of a gradient: "ReflectionPad2DBackwardBackward0".
std::string backward_of(std::string_view node);

}  // namespace playground::operations
