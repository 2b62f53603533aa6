// JavaScript values as C++ ones and back, in bulk: never element by element.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <span>

#include "tensor/tensor.hpp"

namespace playground::bindings {

/// From the Float64Array in which the package passes a shape; it has checked that the extents are
/// whole.
tensor::Shape to_shape(const emscripten::val& extents);

/// From the position of the dtype in the package's list.
tensor::DType to_dtype(int index);

/// A typed array over the elements themselves, not a copy: it dangles once x is deleted, and is
/// detached when the memory grows.
emscripten::val view(tensor::Tensor& x);

/// A Uint8Array of its own.
emscripten::val copy(std::span<const std::byte> bytes);

}  // namespace playground::bindings
