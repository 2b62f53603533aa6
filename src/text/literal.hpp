// Nested lists of numbers, with the shape they make: Python's lists and tuples, JSON, and what
// NumPy prints.
//
//   element  := scalar | list | print '(' element arguments
//   list     := ('[' [elements] ']' | '(' [elements] ')') ['*' whole]      in another list
//   print    := 'tensor' | 'array' | 'Array' | ...            what lists of tensors are printed
//   with elements := element {',' element} [','] | element {white space element}
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tensor/dimensions.hpp"
#include "tensor/tensor.hpp"
#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// How deep lists and parentheses may be nested: PyTorch's own limit on dimensions.
inline constexpr std::size_t kDeepest = tensor::kMostDimensions;

/// Numbers in the order in which they are written.
class Numbers {
 public:
  void push(const Number& number);

  std::size_t size() const noexcept { return values_.size(); }

  /// Whether none has a point or an exponent; false if there are none.
  bool without_point() const noexcept { return size() > 0 && !any_point_; }

  bool only_bools() const noexcept { return size() > 0 && !any_number_; }

  /// Python's meaning of list * times, for the list of the numbers from `from` on.
  void repeat(std::size_t from, std::size_t times);

  /// Python's meaning of list + list.
  void append(const Numbers& others);

  /// Multiplies each, as a float64: what old PyTorch prints in front of its numbers.
  void scale(double factor);

  /// A tensor of them. Throws an Error (kValue) if it is to be int64 and a number is none.
  tensor::Tensor to_tensor(tensor::Shape shape, tensor::DType dtype) const;

 private:
  std::vector<double> values_;
  std::vector<std::int64_t> wholes_;  // one for each number; empty after the first that is none
  bool all_whole_ = true;
  bool any_point_ = false;
  bool any_number_ = false;
};

/// A limit to what a list is repeated to, since a short text must not ask for any number of
/// elements.
inline constexpr std::size_t kMostRepeated = 1 << 20;

struct Literal {
  // Out of line: many functions have one.
  Literal();
  ~Literal();
  Literal(Literal&&) noexcept;
  Literal& operator=(Literal&&) noexcept;

  std::vector<std::int64_t> extents;
  Numbers numbers;
  std::string_view from;
};

/// Throws ParseError; for ragged lists in PyTorch's words.
Literal read_literal(Reader& reader);

/// The literal as a tensor. Throws ParseError if it is to be int64 and a number is not.
tensor::Tensor to_tensor(const Reader& reader, const Literal& literal, tensor::DType dtype);

}  // namespace playground::text
