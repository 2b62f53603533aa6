// Which arguments an operation takes, and what an argument that it does not take is told of, as
// PyTorch's parser of arguments has it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/schema.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// The arguments of a call as it was written.
struct Given {
  std::span<const Value> values;
  std::span<const std::string_view> names;  // of the last ones
  bool is_method = false;                   // the first value is self

  std::size_t positional() const noexcept { return values.size() - names.size(); }
};

/// The arguments in the order of the schema, with the defaults of those that were not given; or
/// nothing.
///
/// why_not  gets the reason, if there is one and somebody wants it, since texts take their time
///
/// Source  torch/csrc/utils/python_arg_parser.cpp of PyTorch 1.13.
std::optional<Values> bound(const Schema& schema, const Given& given, std::string* why_not);

/// Where an argument of an operation comes from, in a call of which the kinds of all that is given
/// are known, but not the values.
struct Source {
  enum class From : std::uint8_t {
    kDefault,   // the parameter's
    kGiven,     // what is given, as it is
    kConverted  // what a list or a tensor is made of: see converted()
  };
  From from = From::kDefault;
  std::size_t given = 0;  // which of the values
  const Parameter* parameter;
};

/// What the function gets of a value that stands for a list, or of a number that stands for a
/// tensor: that list, that tensor.
Value converted(const Parameter& parameter, const Value& value);

/// Where each argument comes from, of what bound() gives for these values; nothing if it gives
/// nothing or gathers a list.
std::optional<std::vector<Source>> sources(const Schema& schema, const Given& given);

/// Whether bound() could give something else for other values of the same kinds: a tensor may stand
/// for a number, if it has just one element and no history.
bool depends_on_values(const Schema& schema, const Given& given);

/// The signature as errors list it: "(Tensor input, float p, bool train)".
std::string signature(const Schema& schema, bool is_method);

/// Throws Raised (TypeError): the one reason, if only one overload takes so many arguments, or
/// "… received an invalid combination of arguments".
///
/// reasons  why each of the schemas does not take them
[[noreturn]] void fail_on_all(std::span<const Schema> schemas, std::span<const std::string> reasons,
                              const Given& given);

}  // namespace playground::operations
