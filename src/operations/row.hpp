// One operation of the table: its schema and its function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "autograd/in_place.hpp"
#include "autograd/node.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// Where PyTorch has it.
enum class Where : std::uint8_t {
  kFunction = 1,  // torch.add
  kMethod = 2,    // Tensor.add
  kBoth = 3,
  kInner = 4,  // torch._C._nn or aten alone: gelu, conv2d, …
};

struct Row {
  /// As in PyTorch's native_functions.yaml, whose types and defaults it has: "add.Tensor(Tensor
  /// self, Tensor other, *, Scalar alpha=1) -> Tensor".
  const char* schema;
  Where where;
  /// Arguments in the order of the schema, each of its type or None, defaults filled in.
  Value (*call)(std::span<const Value> arguments);
};

namespace internal {

// An argument as a function takes it, from a value that the schema has let through.
template <class T>
struct Argument;
template <>
struct Argument<Variable> {
  static const Variable& of(const Value& value);  // None for None
};
template <>
struct Argument<bool> {
  static bool of(const Value& value);
};
template <>
struct Argument<std::int64_t> {
  static std::int64_t of(const Value& value);
};
template <>
struct Argument<double> {
  static double of(const Value& value);
};
template <>
struct Argument<Scalar> {
  static Scalar of(const Value& value);
};
template <>
struct Argument<std::string> {
  static std::string of(const Value& value);
};
template <>
struct Argument<DType> {
  static DType of(const Value& value);
};
template <>
struct Argument<Device> {
  static Device of(const Value& value);
};
template <>
struct Argument<GeneratorHandle> {
  static GeneratorHandle of(const Value& value);  // null for None
};
template <>
struct Argument<Variables> {
  static Variables of(const Value& value);
};
template <>
struct Argument<std::vector<std::int64_t>> {
  static std::vector<std::int64_t> of(const Value& value);
};
template <>
struct Argument<std::vector<double>> {
  static std::vector<double> of(const Value& value);
};
template <>
struct Argument<std::vector<bool>> {
  static std::vector<bool> of(const Value& value);
};
template <class T>
struct Argument<std::optional<T>> {
  static std::optional<T> of(const Value& value) {
    if (value.is_none()) return std::nullopt;
    return Argument<T>::of(value);
  }
};

Value value_of(Variable variable);
Value value_of(const Variables& variables);
Value value_of(bool value);
Value value_of(std::int64_t value);
Value value_of(double value);
Value value_of(const Scalar& scalar);
Value value_of(std::string text);
Value value_of(DType dtype);
Value value_of(const std::vector<std::int64_t>& values);
template <class... Ts>
Value value_of(const std::tuple<Ts...>& results) {
  return std::apply([](const auto&... each) { return Value(Values{value_of(each)...}); }, results);
}

template <class T>
using Plain = std::remove_cvref_t<T>;

/// How functions of one signature are called with values: one for all of them, since there are
/// hundreds of rows and it is most of what a row takes.
template <class Function>
struct Caller;
template <class Result, class... Arguments>
struct Caller<Result (*)(Arguments...)> {
  [[gnu::noinline]] static Value call(Result (*function)(Arguments...),
                                      std::span<const Value> arguments) {
    return with(function, arguments, std::index_sequence_for<Arguments...>());
  }

 private:
  template <std::size_t... kIndices>
  static Value with(Result (*function)(Arguments...), std::span<const Value> arguments,
                    std::index_sequence<kIndices...>) {
    return value_of(function(Argument<Plain<Arguments>>::of(arguments[kIndices])...));
  }
};

template <class Result, class... Arguments>
struct Caller<Result (*)(Arguments...) noexcept> : Caller<Result (*)(Arguments...)> {};

/// What an operation in place does: `call`, with the first argument's copy if it needs one, and the
/// result written to the first argument.
Value called_in_place(Value (*call)(std::span<const Value>), std::span<const Value> arguments);

template <auto kFunction>
struct Call {
  static Value with(std::span<const Value> arguments) {
    return Caller<decltype(kFunction)>::call(kFunction, arguments);
  }
  static Value in_place(std::span<const Value> arguments) {
    return called_in_place(&with, arguments);
  }
};

}  // namespace internal

/// row<&add>("add.Tensor(…) -> Tensor"): the function takes what the schema says, in its order:
/// Tensor as const Variable&, Tensor? too; Scalar; int as std::int64_t; float as double; bool; str;
/// int[] as std::vector<std::int64_t>; Tensor[] as Variables; Generator? as GeneratorHandle;
/// ScalarType as DType; Device; any other T? as std::optional<T>.
template <auto kFunction>
constexpr Row row(const char* schema, Where where = Where::kBoth) {
  return {schema, where, &internal::Call<kFunction>::with};
}

/// row_in_place<&add>("add_.Tensor(Tensor(a!) self, …)"): of the function that is not in place.
template <auto kFunction>
constexpr Row row_in_place(const char* schema, Where where = Where::kMethod) {
  return {schema, where, &internal::Call<kFunction>::in_place};
}

}  // namespace playground::operations
