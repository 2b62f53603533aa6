// Calls of the functions and methods that make a tensor of what they are given: torch.ones(6, 6),
// np.random.rand(3, 4), tensor([...]) as print writes it, x.unsqueeze(0). functions.cpp has the
// table of them.
//
//   call      := name '(' arguments      where some arguments are expressions
//   method    := '.' name ['(' arguments]
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "random/generator.hpp"
#include "tensor/dtype.hpp"
#include "text/arguments.hpp"
#include "text/dtype_name.hpp"
#include "text/literal.hpp"
#include "text/reader.hpp"
#include "text/value.hpp"

namespace playground::text {

/// How a text is read.
struct ParseOptions {
  /// Overrules the dtype that the text gives to the numbers it writes down.
  std::optional<tensor::DType> dtype;
  /// Null if there is none to draw from.
  random::Generator* generator = nullptr;
  Notes* notes = nullptr;
};

/// A value in the parentheses of a call, where a list is still Python's list.
using Operand = std::variant<Number, Array, Literal>;

/// Reads the values between the parentheses of calls: the expression that the call stands in.
class Operands {
 public:
  virtual Operand read_operand() = 0;

  /// As read_operand(), but a list or a number as the tensor that torch.tensor makes of it.
  virtual Array read_array() = 0;

 protected:
  ~Operands() = default;
};

/// A call whose opening parenthesis has been taken.
struct Call {
  Reader& reader;
  std::string_view name;  // as written
  Library library;
  const ParseOptions& options;
  Operands& operands;
  /// Whether an argument has been taken, as that of torch.squeeze(x, 0) for a method of x.
  bool after_first = false;

  Arguments arguments() const { return Arguments(reader, *options.notes, after_first); }

  /// The dtype of floating-point numbers without one.
  tensor::DType floats() const {
    return library == Library::kNumpy ? tensor::DType::kFloat64 : tensor::DType::kFloat32;
  }

  tensor::DType inferred(bool whole) const { return whole ? tensor::DType::kInt64 : floats(); }

  /// That of the arguments, or else the inferred one, as the library has it.
  tensor::DType dtype(const Arguments& arguments, tensor::DType inferred) const;
};

/// Reads the rest of a call of `name`, which has been taken, from its opening parenthesis on.
///
/// Throws ParseError, and what the makers throw.
Array read_call(Reader& reader, std::string_view name, const ParseOptions& options,
                Operands& operands);

/// Reads a method or an attribute of `x`, whose point is next. Throws as read_call does.
Array read_method(Reader& reader, Array x, const ParseOptions& options, Operands& operands);

}  // namespace playground::text
