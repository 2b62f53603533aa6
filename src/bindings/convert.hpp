// Converts what crosses between JavaScript and C++ in bulk, as bytes. Nothing crosses element by
// element, or through emscripten::val, which would add 3 KB.
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

/// The bytes of a Uint8Array, as Embind passes them.
using Bytes = std::string;

/// Where JavaScript finds bytes: the address of a pointer and a size. Embind's own views of memory
/// cannot be returned with -sEMBIND_AOT.
using ByteView = std::uintptr_t;

/// Shared, so that a layer keeps its generator alive when JavaScript releases it. JavaScript holds
/// a pointer to one of these.
using Shared = std::shared_ptr<random::Generator>;

/// The numbers in the bytes.
template <class Number>
std::vector<Number> numbers_in(const Bytes& bytes) {
  std::vector<Number> numbers(bytes.size() / sizeof(Number));
  bytes.copy(reinterpret_cast<char*>(numbers.data()), bytes.size());
  return numbers;
}

/// A shape from float64 extents, as the package passes it. The package has checked that they are
/// whole.
tensor::Shape to_shape(const Bytes& extents);

/// A dtype from its position in the package's list.
tensor::DType to_dtype(int index);

/// Passes a tensor to JavaScript as a pointer that JavaScript owns and deletes. What JavaScript has
/// is contiguous, and it looks at the memory.
tensor::Tensor* owned(tensor::Tensor&& x);

/// A view of the bytes themselves. It lasts until the next call of this function.
ByteView view(std::span<const std::byte> bytes);

/// A view of a copy of the bytes, which lasts as long.
ByteView view_of_copy(std::span<const std::byte> bytes);

template <class Number>
ByteView view_of_copy(const std::vector<Number>& numbers) {
  return view_of_copy(std::as_bytes(std::span(numbers)));
}

}  // namespace playground::bindings
