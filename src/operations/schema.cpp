#include "operations/schema.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

namespace playground::operations {
namespace {

// What is left to read.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool take(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    text_.remove_prefix(expected.size());
    return true;
  }
  std::string_view until(std::string_view ends) {
    const auto end = std::min(text_.find_first_of(ends), text_.size());
    const std::string_view found = text_.substr(0, end);
    text_.remove_prefix(end);
    return found;
  }
  bool is_at(char sign) const { return text_.starts_with(sign); }

 private:
  std::string_view text_;
};

constexpr std::array<std::pair<std::string_view, Kind>, 13> kKinds{{
    {"Tensor", Kind::kTensor},
    {"Scalar", Kind::kScalar},
    {"SymInt", Kind::kInteger},
    {"int", Kind::kInteger},
    {"float", Kind::kFloat},
    {"bool", Kind::kBool},
    {"str", Kind::kString},
    {"ScalarType", Kind::kDType},
    {"Device", Kind::kDevice},
    {"Generator", Kind::kGenerator},
    {"Layout", Kind::kLayout},
    {"MemoryFormat", Kind::kLayout},
    {"Dimname", Kind::kString},
}};

Kind kind_named(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return Kind::kString;
}

std::int64_t integer(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Value number(std::string_view text, Kind kind) {
  const bool is_integer = text.find_first_of(".e") == std::string_view::npos;
  if (is_integer && kind != Kind::kFloat) return integer(text);
  return std::strtod(std::string(text).c_str(), nullptr);
}

Value read_default(Reader& reader, const Parameter& parameter) {
  if (reader.take("[")) {
    Values list;
    while (!reader.take("]")) {
      const std::string_view item = reader.until(",]");
      list.push_back(parameter.kind == Kind::kBool ? Value(item == "True")
                                                   : number(item, parameter.kind));
      reader.take(",");
      reader.take(" ");
    }
    return list;
  }
  const std::string_view text = reader.until(",)");
  if (text == "None" || parameter.kind == Kind::kLayout) return None();
  if (text == "True" || text == "False") return text == "True";
  if (text == "Mean") return std::int64_t{1};
  if (text.starts_with('"') || text.starts_with('\'')) {
    return std::string(text.substr(1, text.size() - 2));
  }
  if (text == "long") return DType::kInt64;
  Value value = number(text, parameter.kind);
  if (!parameter.is_list) return value;
  Values list;
  list.assign(parameter.list_size, value);
  return list;
}

Parameter read_parameter(Reader& reader) {
  Parameter parameter;
  const std::string_view type = reader.until("([? ");
  parameter.kind = kind_named(type);
  parameter.is_symbolic = type == "SymInt";
  if (reader.take("(")) {  // which views what
    reader.until(")");
    reader.take(")");
  }
  if (reader.take("?")) parameter.may_be_none = true;
  if (reader.take("[")) {
    parameter.is_list = true;
    parameter.has_none_elements = std::exchange(parameter.may_be_none, false);
    parameter.list_size = static_cast<std::size_t>(integer(reader.until("]")));
    reader.take("]");
    if (reader.take("?")) parameter.may_be_none = true;
  }
  reader.take(" ");
  parameter.name = reader.until("=,)");
  if (reader.take("=")) {
    parameter.has_default = true;
    parameter.default_value = read_default(reader, parameter);
  }
  return parameter;
}

}  // namespace

std::string_view name_of(const char* schema) noexcept {
  const std::string_view text(schema);
  return text.substr(0, text.find_first_of(".("));
}

Schema parsed(const char* schema) {
  Reader reader(schema);
  Schema read{.name = name_of(schema), .parameters = {}};
  reader.until("(");
  reader.take("(");
  bool is_by_name_only = false;
  while (!reader.take(")")) {
    if (reader.take("*")) {
      is_by_name_only = true;
    } else {
      read.parameters.push_back(read_parameter(reader));
      read.parameters.back().is_by_name_only = is_by_name_only;
    }
    reader.take(",");
    reader.take(" ");
  }
  return read;
}

std::string type_name(const Parameter& parameter) {
  switch (parameter.kind) {
    case Kind::kTensor:
      return parameter.is_list ? "tuple of Tensors" : "Tensor";
    case Kind::kScalar:
      return parameter.is_list ? "tuple of Scalars" : "Number";
    case Kind::kInteger:
      if (parameter.is_list) return parameter.is_symbolic ? "tuple of SymInts" : "tuple of ints";
      return parameter.is_symbolic ? "SymInt" : "int";
    case Kind::kFloat:
      return parameter.is_list ? "tuple of floats" : "float";
    case Kind::kBool:
      return parameter.is_list ? "tuple of bools" : "bool";
    case Kind::kString:
      return "str";
    case Kind::kDType:
      return "torch.dtype";
    case Kind::kDevice:
      return "torch.device";
    case Kind::kGenerator:
      return "torch.Generator";
    case Kind::kLayout:
      break;
  }
  return parameter.name == "memory_format" ? "torch.memory_format" : "torch.layout";
}

std::string type_name(const Value& value) {
  struct Name {
    std::string operator()(None) const { return "NoneType"; }
    std::string operator()(bool) const { return "bool"; }
    std::string operator()(std::int64_t) const { return "int"; }
    std::string operator()(double) const { return "float"; }
    std::string operator()(const std::string&) const { return "str"; }
    std::string operator()(const Variable&) const { return "Tensor"; }
    std::string operator()(const GeneratorHandle&) const { return "torch._C.Generator"; }
    std::string operator()(DType) const { return "torch.dtype"; }
    std::string operator()(Device) const { return "torch.device"; }
    std::string operator()(const Values& list) const { return list.is_tuple ? "tuple" : "list"; }
    std::string operator()(const Foreign& foreign) const { return foreign.type; }
  };
  return std::visit(Name(), static_cast<const Value::variant&>(value));
}

}  // namespace playground::operations
