// What a schema says: the arguments of an operation as PyTorch's native_functions.yaml writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

enum class Kind : std::uint8_t {
  kTensor,
  kScalar,
  kInteger,
  kFloat,
  kBool,
  kString,
  kDType,
  kDevice,
  kGenerator,
  kLayout,  // layouts and memory formats, of which there is one here
};

struct Parameter {
  std::string_view name;
  Kind kind;
  bool is_list = false;
  std::size_t list_size = 0;       // int[2], for which one number stands, too
  bool may_be_none = false;        // Tensor?
  bool has_none_elements = false;  // Tensor?[]
  bool is_symbolic = false;        // SymInt, which errors tell from int
  bool is_by_name_only = false;
  bool has_default = false;
  Value default_value;
};

struct Schema {
  std::string_view name;  // without its overload
  std::vector<Parameter> parameters;
};

/// "add" of "add.Tensor(Tensor self, …) -> Tensor".
std::string_view name_of(const char* schema) noexcept;

/// What it points to lives as long as `schema`.
Schema parsed(const char* schema);

/// What an error calls the type of a parameter: "tuple of ints".
std::string type_name(const Parameter& parameter);

/// What an error calls the type of a value, as Python does: "list".
std::string type_name(const Value& value);

}  // namespace playground::operations
