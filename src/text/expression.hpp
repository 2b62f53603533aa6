// Tensors, the arithmetic between them, and the methods that give them another shape or dtype.
//
//   sum     := term {('+' | '-') term}
//   term    := factor {('*' | '/') factor}
//   factor  := {'+' | '-'} power
//   power   := primary {method} ['**' factor]
//   primary := number | literal | call | '(' sum ')'
//   method  := '.' ('reshape' | 'view') '(' sizes ')' | '.' ('float' | 'double' | 'long') '(' ')'
//            | '.' ('to' | 'astype') '(' dtype ')'
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
