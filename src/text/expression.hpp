// Tensors, the arithmetic between them, and their methods.
//
//   sum     := term {('+' | '-') term}
//   term    := factor {('*' | '/' | '//' | '%') factor}
//   factor  := {'+' | '-'} power
//   power   := primary {method} ['**' factor]
//   primary := number | literal | call | '(' sum ')'
//
// A list is a tensor, [1, 2] * 3 is [3, 6]; but in the parentheses of a call it is Python's list,
// torch.tensor([1, 2] * 3) has six elements.
#pragma once

#include "tensor/tensor.hpp"
#include "text/call.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// A number alone is a scalar, and it and literals are float32 unless `options` says otherwise.
///
/// Throws ParseError; an Error (kMemory) or tensor::OutOfMemory if memory cannot hold a tensor.
tensor::Tensor read_expression(Reader& reader, const ParseOptions& options);

}  // namespace playground::text
