// One call of torch or np that makes a tensor: torch.ones(6, 6), np.random.rand(3, 4),
// tensor([...]) as print writes it. call.cpp has the table of them.
//
//   call := name '(' (literal, for tensor and array | nothing) arguments
#pragma once

#include <optional>
#include <string_view>

#include "random/generator.hpp"
#include "tensor/dtype.hpp"
#include "text/arithmetic.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// How a text is read.
struct ParseOptions {
  /// Overrules the dtype that the text gives to the numbers it writes down.
  std::optional<tensor::DType> dtype;
  /// Null if there is none to draw from.
  random::Generator* generator = nullptr;
};

/// Reads the rest of a call of `name`, which has been taken.
///
/// Throws ParseError, and what the makers throw.
Array read_call(Reader& reader, std::string_view name, const ParseOptions& options);

}  // namespace playground::text
