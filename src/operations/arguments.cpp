#include "operations/arguments.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "errors/raised.hpp"
#include "operations/pointwise.hpp"

namespace playground::operations {
namespace {

// Operations beside which a number stands for a tensor.
//
// Source  should_allow_numbers_as_tensors.
constexpr std::array<std::string_view, 13> kTakeNumbers{
    "add",      "add_", "sub",  "sub_",   "subtract",    "mul",         "mul_",
    "multiply", "div",  "div_", "divide", "true_divide", "floor_divide"};

// By which names NumPy's programs give the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNumpyNames{
    {{"dim", "axis"}, {"keepdim", "keepdims"}, {"input", "x"}, {"other", "x2"}}};

bool takes_numbers(std::string_view name) {
  return std::ranges::find(kTakeNumbers, name) != kTakeNumbers.end();
}

std::string_view shown_name(const Parameter& parameter, bool is_method) {
  return parameter.name == "self" && !is_method ? "input" : parameter.name;
}

bool is_called(const Parameter& parameter, std::string_view name, bool is_method) {
  const std::string_view own = shown_name(parameter, is_method);
  return name == own || std::ranges::any_of(kNumpyNames, [&](const auto& pair) {
           return pair.first == own && pair.second == name;
         });
}

const Variable* tensor_in(const Value& value) { return std::get_if<Variable>(&value); }

bool is_number(const Value& value) {
  return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value) ||
         std::holds_alternative<bool>(value);
}

// A tensor that stands for a number.
bool is_single(const Value& value, bool is_whole) {
  const Variable* const x = tensor_in(value);
  return x && x->rank() == 0 && !x->requires_grad() &&
         (!is_whole || (!tensor::is_floating(x->dtype()) && x->dtype() != DType::kBool));
}

bool is_element(const Parameter& parameter, const Value& value, std::string_view name) {
  switch (parameter.kind) {
    case Kind::kTensor:
      return tensor_in(value) != nullptr ||
             (!parameter.is_list && is_number(value) && takes_numbers(name));
    case Kind::kScalar:
      return is_number(value) || is_single(value, false);
    case Kind::kInteger:
      return std::holds_alternative<std::int64_t>(value) || is_single(value, true);
    case Kind::kFloat:
      return is_number(value) || is_single(value, false);
    case Kind::kBool:
      return std::holds_alternative<bool>(value);
    case Kind::kString:
      return std::holds_alternative<std::string>(value);
    case Kind::kDType:
      return std::holds_alternative<DType>(value);
    case Kind::kDevice: {
      const auto* const text = std::get_if<std::string>(&value);
      return std::holds_alternative<Device>(value) || std::holds_alternative<std::int64_t>(value) ||
             (text && tensor::device_named(*text));
    }
    case Kind::kGenerator:
      return std::holds_alternative<GeneratorHandle>(value);
    case Kind::kLayout:
      return true;
  }
  return false;
}

// Whether the argument is of the parameter's type. Of a list that is not, `at` is the element.
bool is_of_type(const Parameter& parameter, const Value& value, std::string_view name,
                std::optional<std::size_t>& at) {
  if (value.is_none()) {
    return parameter.may_be_none || (parameter.has_default && parameter.default_value.is_none()) ||
           parameter.kind == Kind::kLayout;
  }
  if (!parameter.is_list) return is_element(parameter, value, name);
  const auto* const list = std::get_if<Values>(&value);
  if (!list) return parameter.list_size > 0 && is_element(parameter, value, name);
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Value& element = (*list)[i];
    if (element.is_none() && parameter.has_none_elements) continue;
    if (is_element(parameter, element, name)) continue;
    at = i;
    return false;
  }
  return true;
}

// Whether the sizes may be written one by one: view(2, 3).
bool takes_integers_one_by_one(const Schema& schema, const Given& given) {
  const std::size_t first = given.is_method ? 1 : 0;
  const auto& parameters = schema.parameters;
  if (parameters.size() <= first || given.positional() <= first) return false;
  const auto positional = std::ranges::count_if(
      parameters, [](const Parameter& parameter) { return !parameter.is_by_name_only; });
  const Parameter& list = parameters[first];
  return positional == static_cast<std::ptrdiff_t>(first + 1) && list.is_list &&
         list.kind == Kind::kInteger &&
         is_element({.name = {}, .kind = Kind::kInteger, .default_value = {}}, given.values[first],
                    "");
}

// Whether as many arguments are given as there could be. What PyTorch's functions give their result
// to, `out`, is one more.
bool could_take(const Schema& schema, const Given& given) {
  const std::size_t self = given.is_method ? 1 : 0;
  const auto required = static_cast<std::size_t>(std::ranges::count_if(
      schema.parameters,
      [](const Parameter& parameter) { return !parameter.has_default && !parameter.may_be_none; }));
  const std::size_t most = schema.parameters.size() + (given.is_method ? 0 : 1);
  return given.values.size() >= required && given.values.size() <= most && required >= self;
}

std::string plural(std::size_t count) { return count == 1 ? "" : "s"; }

// Which value is for which parameter: null where none is given.
struct Placed {
  std::vector<const Value*> values;
  std::optional<Value> gathered;  // a list of those that were written one by one
};

bool place(const Schema& schema, const Given& given, Placed& placed, std::string* why_not) {
  const auto& parameters = schema.parameters;
  std::vector<const Value*>& values = placed.values;
  values.assign(parameters.size(), nullptr);
  std::size_t positional = given.positional();
  const auto most = static_cast<std::size_t>(std::ranges::count_if(
      parameters, [](const Parameter& parameter) { return !parameter.is_by_name_only; }));
  const std::size_t self = given.is_method ? 1 : 0;

  for (std::size_t i = 0; i < std::min(positional, most); ++i) values[i] = &given.values[i];
  if (takes_integers_one_by_one(schema, given)) {
    Values list(given.values.begin() + static_cast<std::ptrdiff_t>(self),
                given.values.begin() + static_cast<std::ptrdiff_t>(positional));
    list.is_tuple = true;
    placed.gathered = std::move(list);
    values[self] = &*placed.gathered;
    positional = self + 1;
  }
  if (positional > most) {
    if (why_not)
      *why_not = errors::filled("{}() takes {} positional argument{} but {} {} given",
                                {schema.name, most - self, plural(most - self), positional - self,
                                 positional - self == 1 ? "was" : "were"});
    return false;
  }
  for (std::size_t i = 0; i < given.names.size(); ++i) {
    const std::string_view name = given.names[i];
    const auto found = std::ranges::find_if(parameters, [&](const Parameter& parameter) {
      return is_called(parameter, name, given.is_method);
    });
    if (found == parameters.end()) {
      if (why_not)
        *why_not =
            errors::filled("{}() got an unexpected keyword argument '{}'", {schema.name, name});
      return false;
    }
    const Value*& value = values[static_cast<std::size_t>(found - parameters.begin())];
    if (value) {
      if (why_not)
        *why_not =
            errors::filled("{}() got multiple values for argument '{}'", {schema.name, name});
      return false;
    }
    value = &given.values[given.positional() + i];
  }
  return true;
}

bool has_tensor(const Value& value) {
  const auto* const list = std::get_if<Values>(&value);
  return tensor_in(value) || (list && std::ranges::any_of(*list, has_tensor));
}

bool takes_as_it_is(const Parameter& parameter, const Value& value) {
  const bool is_list = std::holds_alternative<Values>(value);
  return value.is_none() || ((!parameter.is_list || is_list) &&
                             !(parameter.kind == Kind::kTensor && is_number(value)));
}

}  // namespace

Value converted(const Parameter& parameter, const Value& value) {
  if (takes_as_it_is(parameter, value)) return value;
  if (parameter.is_list) {
    Values repeated;
    repeated.assign(std::max<std::size_t>(parameter.list_size, 1), value);
    return repeated;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return of_number(Scalar(*whole));
  if (const auto* truth = std::get_if<bool>(&value)) return of_number(Scalar(*truth));
  return of_number(Scalar(std::get<double>(value)));
}

std::optional<std::vector<Source>> sources(const Schema& schema, const Given& given) {
  Placed placed;
  if (!place(schema, given, placed, nullptr) || placed.gathered) return std::nullopt;
  std::vector<Source> all;
  for (std::size_t i = 0; i < schema.parameters.size(); ++i) {
    const Parameter& parameter = schema.parameters[i];
    const Value* const value = placed.values[i];
    if (!value) {
      all.push_back({.parameter = &parameter});
      continue;
    }
    all.push_back(
        {takes_as_it_is(parameter, *value) ? Source::From::kGiven : Source::From::kConverted,
         static_cast<std::size_t>(value - given.values.data()), &parameter});
  }
  return all;
}

bool depends_on_values(const Schema& schema, const Given& given) {
  Placed placed;
  // Without a place for each, a single tensor could be one of the sizes that are written one by
  // one.
  if (!place(schema, given, placed, nullptr)) return std::ranges::any_of(given.values, has_tensor);
  for (std::size_t i = 0; i < schema.parameters.size(); ++i) {
    const Value* const value = placed.values[i];
    if (value && schema.parameters[i].kind != Kind::kTensor && has_tensor(*value)) return true;
  }
  return false;
}

std::optional<Values> bound(const Schema& schema, const Given& given, std::string* why_not) {
  Placed placed;
  if (!place(schema, given, placed, why_not)) return std::nullopt;
  const auto& parameters = schema.parameters;
  const std::vector<const Value*>& values = placed.values;
  const std::size_t self = given.is_method ? 1 : 0;

  std::string missing;
  std::size_t missing_count = 0;
  Values result(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    if (!values[i]) {
      if (parameter.has_default) {
        result[i] = parameter.default_value;
        continue;
      }
      if (!why_not) return std::nullopt;
      missing += errors::filled(missing_count++ ? ", \"{}\"" : "\"{}\"",
                                {shown_name(parameter, given.is_method)});
      continue;
    }
    std::optional<std::size_t> at;
    if (!is_of_type(parameter, *values[i], schema.name, at)) {
      if (!why_not) return std::nullopt;
      const bool is_named = i >= given.positional();
      const std::string place = is_named ? "" : errors::filled(" (position {})", {i + 1 - self});
      const std::string_view name = shown_name(parameter, given.is_method);
      // As PyTorch says it: of a list of numbers the first element decides what the whole is.
      if (at && (parameter.kind == Kind::kTensor || *at > 0)) {
        const Values& list = std::get<Values>(*values[i]);
        *why_not =
            parameter.kind == Kind::kTensor
                ? errors::filled("expected Tensor as element {} in argument {}, but got {}",
                                 {*at, i - self, type_name(list[*at])})
                : errors::filled(
                      "{}(): argument '{}' must be {}, but found element of type "
                      "{} at pos {}",
                      {schema.name, name, type_name(parameter), type_name(list[*at]), *at + 1});
      } else {
        *why_not =
            errors::filled("{}(): argument '{}'{} must be {}, not {}",
                           {schema.name, name, place, type_name(parameter), type_name(*values[i])});
      }
      return std::nullopt;
    }
    result[i] = converted(parameter, *values[i]);
  }
  if (missing_count > 0) {
    // PyTorch has it the wrong way round.
    *why_not = errors::filled("{}() missing {} required positional argument{}: {}",
                              {schema.name, missing_count, missing_count == 1 ? "s" : "", missing});
    return std::nullopt;
  }
  return result;
}

std::string signature(const Schema& schema, bool is_method) {
  std::string text = "(";
  bool is_first = true;
  bool is_by_name_only = false;
  for (std::size_t i = is_method ? 1 : 0; i < schema.parameters.size(); ++i) {
    const Parameter& parameter = schema.parameters[i];
    if (!is_first) text += ", ";
    is_first = false;
    if (parameter.is_by_name_only && !is_by_name_only) text += "*, ";
    is_by_name_only = parameter.is_by_name_only;
    text += type_name(parameter);
    text += ' ';
    text += shown_name(parameter, is_method);
  }
  const bool has_out = !is_method && !schema.name.ends_with('_');
  if (has_out && takes_numbers(schema.name)) text += ", Tensor out";
  return text + ")";
}

void fail_on_all(std::span<const Schema> schemas, std::span<const std::string> reasons,
                 const Given& given) {
  // A number stands for a tensor there: PyTorch lists the one signature.
  if (takes_numbers(schemas.front().name)) schemas = schemas.first(1);
  const auto is_plausible = [&](const Schema& schema) { return could_take(schema, given); };
  const bool is_single = schemas.size() == 1 && !takes_numbers(schemas.front().name);
  if (is_single || std::ranges::count_if(schemas, is_plausible) == 1) {
    const auto found = is_single ? schemas.begin() : std::ranges::find_if(schemas, is_plausible);
    throw errors::Raised(errors::Exception::kTypeError,
                         reasons[static_cast<std::size_t>(found - schemas.begin())]);
  }
  std::string types;
  const std::size_t self = given.is_method ? 1 : 0;
  for (std::size_t i = self; i < given.values.size(); ++i) {
    if (i > self) types += ", ";
    if (i >= given.positional()) {
      types += given.names[i - given.positional()];
      types += '=';
    }
    types += type_name(given.values[i]);
  }
  std::string message =
      errors::filled("{}() received an invalid combination of arguments - got ({}), but expected ",
                     {schemas.front().name, types});
  if (schemas.size() == 1) {
    message += signature(schemas.front(), given.is_method);
  } else {
    message += "one of:\n";
    for (const Schema& schema : schemas) {
      message += " * " + signature(schema, given.is_method) + "\n";
    }
  }
  throw errors::Raised(errors::Exception::kTypeError, message);
}

}  // namespace playground::operations
