// What crosses between JavaScript and C++ in bulk, as bytes: never element by element, and never
// through emscripten::val, which would bring another 3 KB.
#pragma once

#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::bindings {

/// What Embind makes of a Uint8Array: its bytes.
using Bytes = std::string;

/// Where JavaScript finds bytes: the address of a pointer and a size. Embind's own views of memory
/// cannot be returned with -sEMBIND_AOT.
using ByteView = std::uintptr_t;

/// Shared: a layer keeps its generator alive when JavaScript lets go of it. What JavaScript holds
/// is a pointer to one of these.
using Shared = std::shared_ptr<random::Generator>;

/// The numbers that the bytes are those of.
template <class Number>
std::vector<Number> numbers_in(const Bytes& bytes) {
  std::vector<Number> numbers(bytes.size() / sizeof(Number));
  bytes.copy(reinterpret_cast<char*>(numbers.data()), bytes.size());
  return numbers;
}

/// From the float64 extents in which the package passes a shape; it has checked that they are
/// whole.
tensor::Shape to_shape(const Bytes& extents);

/// From the position of the dtype in the package's list.
tensor::DType to_dtype(int index);

/// Tensors cross as pointers that JavaScript owns and deletes.
tensor::Tensor* owned(tensor::Tensor&& x);

/// Of the bytes themselves, not of a copy. It lasts until the next call of this function.
ByteView view(std::span<const std::byte> bytes);

/// Of a copy of the bytes, which lasts as long.
ByteView view_of_copy(std::span<const std::byte> bytes);

template <class Number>
ByteView view_of_copy(const std::vector<Number>& numbers) {
  return view_of_copy(std::as_bytes(std::span(numbers)));
}

}  // namespace playground::bindings
