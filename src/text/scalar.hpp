// Numbers with arithmetic between them, where a list or an argument has them: [1/3, 2 * math.pi].
//
//   scalar := term {('+' | '-') term}
//   term   := factor {('*' | '/' | '//' | '%') factor}
//   factor := {'+' | '-'} power
//   power  := (number | '(' scalar ')') ['**' factor]
//
// In a list, which white space alone may separate, a sum has white space on both sides of its sign.
#pragma once

#include <string_view>

#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// Throws ParseError "expected {expected}, ..." if no number is next, and what combined() throws,
/// at its place.
Number read_scalar(Reader& reader, errors::Words<0> expected = "a number"_words);

/// An element of a list.
Number read_element_scalar(Reader& reader, errors::Words<0> expected);

/// The operator that `rest` begins with, as long as it is; empty if there is none.
std::string_view operator_at(std::string_view rest);

}  // namespace playground::text
