#include "operations/row.hpp"

#include <algorithm>
#include <cmath>

namespace playground::operations::internal {
namespace {

// A number, or a tensor that stands for one.
Scalar scalar_of(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  const Tensor& x = std::get<Variable>(value).value();
  if (x.dtype() == DType::kBool) return to(x, DType::kInt64).values<std::int64_t>()[0] != 0;
  if (!tensor::is_floating(x.dtype())) return to(x, DType::kInt64).values<std::int64_t>()[0];
  return to(x, DType::kFloat64).values<double>()[0];
}

template <class T>
std::vector<T> list_of(const Value& value) {
  const Values& values = std::get<Values>(value);
  std::vector<T> list;
  list.reserve(values.size());
  for (const Value& each : values) list.push_back(Argument<T>::of(each));
  return list;
}

bool requires_grad(const Value& value) {
  if (const auto* variable = std::get_if<Variable>(&value)) {
    return *variable && variable->requires_grad();
  }
  const auto* const list = std::get_if<Values>(&value);
  return list && std::ranges::any_of(*list, requires_grad);
}

}  // namespace

const Variable& Argument<Variable>::of(const Value& value) {
  static const Variable none;
  return value.is_none() ? none : std::get<Variable>(value);
}
bool Argument<bool>::of(const Value& value) { return std::get<bool>(value); }
std::int64_t Argument<std::int64_t>::of(const Value& value) { return scalar_of(value).integer; }
double Argument<double>::of(const Value& value) { return scalar_of(value).number; }
Scalar Argument<Scalar>::of(const Value& value) { return scalar_of(value); }
std::string Argument<std::string>::of(const Value& value) { return std::get<std::string>(value); }
DType Argument<DType>::of(const Value& value) { return std::get<DType>(value); }
Device Argument<Device>::of(const Value& value) {
  if (const auto* device = std::get_if<Device>(&value)) return *device;
  if (const auto* index = std::get_if<std::int64_t>(&value)) {
    return Device{static_cast<int>(*index)};
  }
  return *tensor::device_named(std::get<std::string>(value));
}
GeneratorHandle Argument<GeneratorHandle>::of(const Value& value) {
  return value.is_none() ? nullptr : std::get<GeneratorHandle>(value);
}
Variables Argument<Variables>::of(const Value& value) { return list_of<Variable>(value); }
std::vector<std::int64_t> Argument<std::vector<std::int64_t>>::of(const Value& value) {
  return list_of<std::int64_t>(value);
}
std::vector<double> Argument<std::vector<double>>::of(const Value& value) {
  return list_of<double>(value);
}
std::vector<bool> Argument<std::vector<bool>>::of(const Value& value) {
  return list_of<bool>(value);
}

Value value_of(Variable variable) {
  if (!variable) return None();
  return variable;
}
Value value_of(const Variables& variables) {
  Values values;
  for (const Variable& each : variables) values.push_back(value_of(each));
  values.is_tuple = true;
  return values;
}
Value value_of(bool value) { return value; }
Value value_of(std::int64_t value) { return value; }
Value value_of(double value) { return value; }
Value value_of(const Scalar& scalar) {
  if (scalar.kind == Scalar::Kind::kBool) return scalar.integer != 0;
  if (scalar.kind == Scalar::Kind::kInteger) return scalar.integer;
  return scalar.number;
}
Value value_of(std::string text) { return text; }
Value value_of(DType dtype) { return dtype; }
Value value_of(const std::vector<std::int64_t>& integers) {
  Values values(integers.begin(), integers.end());
  values.is_tuple = true;
  return values;
}

namespace {

// What an operation in place computes of: the target itself or, if history is recorded, another
// tensor of the same elements and the same history. So what it saves is told from other arguments
// that are the target, and is a copy (autograd::WrittenOver).
Variable in_place_operand(const Variable& target, std::span<const Value> arguments) {
  if (!autograd::is_grad_enabled() || !std::ranges::any_of(arguments, requires_grad)) {
    return target;
  }
  Variable same(target.value(), target.device());
  if (target.requires_grad()) same.set_history(target.gradient_edge());
  return same;
}

}  // namespace

Value called_in_place(Value (*call)(std::span<const Value>), std::span<const Value> arguments) {
  const Variable& target = Argument<Variable>::of(arguments[0]);
  autograd::require_writable(target);
  Values copied(arguments.begin(), arguments.end());
  copied[0] = value_of(in_place_operand(target, arguments));
  const Value result = [&] {
    const autograd::WrittenOver scope(target);
    return call(copied);
  }();
  return value_of(autograd::assign(target, std::get<Variable>(result)));
}

}  // namespace playground::operations::internal
