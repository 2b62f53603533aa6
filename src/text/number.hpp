// One number, as Python, NumPy, JSON and spreadsheets write it.
//
//   number := [sign] (digits ['.' [digits]] | '.' digits) [('e' | 'E') [sign] digits]
//           | [sign] ('nan' | 'inf' | 'infinity') | 'true' | 'false'       words in any case
//           | [sign] module '.' ('nan' | 'inf' | 'pi' | ...)               math.pi, np.nan
//           | [sign] ('float' | 'np.float64' | 'tensor' | ...) '(' number ')'
//   sign   := '+' | '-' | U+2212
//   digits := digit {['_'] digit}
#pragma once

#include <cstddef>
#include <string_view>

#include "ops/number.hpp"
#include "text/reader.hpp"

namespace playground::text {

using ops::Number;

struct NumberToken {
  Number number;
  std::size_t length;  // in bytes, 0 if there is no number
};

/// The number that `text` begins with. It is read as a double and rounded to the dtype later, as
/// when Python passes a number to PyTorch.
NumberToken number_at(std::string_view text);

/// Whether `name` is that of a number: math.pi, np.nan.
bool is_constant(std::string_view name);

/// Takes a number and the white space after it, or throws ParseError "expected {expected}, ...".
Number read_number(Reader& reader, errors::Words<0> expected = "a number"_words);

}  // namespace playground::text
