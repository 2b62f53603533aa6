// Tensors from text, as people write and paste them.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tensor/tensor.hpp"

namespace playground::text {

/// Text that is no tensor. what() says what was expected and what stands there instead.
class ParseError : public std::runtime_error {
 public:
  ParseError(const std::string& message, std::size_t line, std::size_t column)
      : std::runtime_error(message), line_(line), column_(column) {}

  /// Both count from 1; a column is a character, not a byte.
  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }

 private:
  std::size_t line_;
  std::size_t column_;
};

/// Reads, with any white space between its parts,
///
///   3.5   [1, 2, -0., nan, inf]   [[1, 2], [3, 4]]       numbers and nested lists
///   tensor([[1., 2.]], dtype=torch.float64)              what print(tensor) writes
///   torch.ones(6, 6)   torch.zeros(2)   torch.full((2, 3), 0.5)
///
/// A dtype in the text is followed, and overruled by the parameter `dtype`. Without either,
/// numbers in tensor(...) and full(...) are of the type PyTorch would infer, int64 if none has a
/// point or an exponent; all others are float32.
///
/// Throws ParseError; std::length_error or tensor::OutOfMemory if memory cannot hold the tensor.
tensor::Tensor parse(std::string_view text, std::optional<tensor::DType> dtype = std::nullopt);

}  // namespace playground::text
