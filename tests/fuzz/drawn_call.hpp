// Calls of operations out of bytes: which row, with arguments that mostly are of the types that it
// takes.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "operations/creation.hpp"
#include "operations/machine.hpp"
#include "operations/schema.hpp"
#include "operations/table.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {

// The bytes, and behind them others that they determine, so that a short input is a long program.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {
    for (const std::uint8_t byte : bytes_) state_ = state_ * 6364136223846793005u + byte + 1;
  }

  std::uint8_t byte() {
    if (at_ < bytes_.size()) return bytes_[at_++];
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint8_t>(state_ >> 56);
  }
  std::size_t below(std::size_t count) {
    const std::size_t wide = byte();
    return (count > 256 ? wide << 8 | byte() : wide) % count;
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class T, std::size_t kCount>
  const T& of(const std::array<T, kCount>& values) {
    return values[below(kCount)];
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  std::uint64_t state_ = 1;
};

constexpr std::array kDTypes{DType::kFloat32, DType::kFloat32, DType::kFloat64,
                             DType::kInt64,   DType::kInt32,   DType::kBool};
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array<double, 16> kNumbers{
    0, 1, -1, 0.5, 2, -2.5, 1e-5, 3, 1e30, -0.0, 1e-45, kInfinity, -kInfinity, NAN, 100, 0.1};
constexpr std::array<std::int64_t, 20> kIntegers{0,
                                                 1,
                                                 2,
                                                 3,
                                                 4,
                                                 5,
                                                 8,
                                                 -1,
                                                 -2,
                                                 -3,
                                                 -4,
                                                 1,
                                                 2,
                                                 0,
                                                 1,
                                                 2,
                                                 17,
                                                 300,
                                                 std::numeric_limits<std::int64_t>::max(),
                                                 std::numeric_limits<std::int64_t>::min()};
constexpr std::array<std::string_view, 22> kTexts{
    "mean",  "sum",      "none",  "floor",     "trunc",    "linear", "nearest", "lower",
    "same",  "valid",    "fro",   "nuc",       "ij",       "xy",     "tanh",    "reflect",
    "right", "constant", "i,i->", "ij,jk->ik", "circular", "...i->i"};

template <class T>
T drawn_element(Choices& choices) {
  if constexpr (std::is_floating_point_v<T>) {
    if (choices.one_in(8)) return static_cast<T>(choices.of(kNumbers));
    return static_cast<T>(static_cast<int>(choices.below(256)) - 128) / T{32};
  } else if constexpr (std::is_same_v<T, bool>) {
    return choices.one_in(2);
  } else {
    return static_cast<T>(choices.one_in(16) ? choices.of(kIntegers)
                                             : static_cast<std::int64_t>(choices.below(5)));
  }
}

inline std::vector<std::int64_t> drawn_extents(Choices& choices) {
  std::vector<std::int64_t> extents;
  for (std::size_t rank = choices.below(5); rank > 0; --rank) {
    extents.push_back(choices.one_in(12) ? 0 : static_cast<std::int64_t>(1 + choices.below(4)));
  }
  return extents;
}

inline Tensor drawn_tensor(Choices& choices, std::vector<std::int64_t> extents, DType dtype) {
  Tensor x(Shape(std::move(extents)), dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    for (T& value : x.values<T>()) value = drawn_element<T>(choices);
  });
  return x;
}

/// A row of the table, and what it is called with.
class DrawnCall {
 public:
  /// Where tensors come from.
  using NewTensor = std::function<Variable()>;

  DrawnCall(Choices& choices, NewTensor new_tensor)
      : choices_(choices), new_tensor_(std::move(new_tensor)) {
    static const std::vector<std::string_view> all = names(static_cast<Where>(
        static_cast<unsigned>(Where::kBoth) | static_cast<unsigned>(Where::kInner)));
    name = all[choices_.below(all.size())];
    const auto rows = overloads(name);
    schema_text = rows[choices_.below(rows.size())]->schema;
    const Schema schema = parsed(schema_text);
    for (const Parameter& parameter : schema.parameters) {
      if (parameter.is_by_name_only) break;
      if (parameter.has_default && choices_.one_in(3)) break;
      arguments.push_back(argument(parameter));
    }
    for (const Parameter& parameter : schema.parameters) {
      if (!parameter.is_by_name_only || choices_.one_in(2)) continue;
      by_name.push_back(parameter.name);
      arguments.push_back(argument(parameter));
    }
    is_method = choices_.one_in(2);
  }

  std::string_view name;
  const char* schema_text;
  Values arguments;
  std::vector<std::string_view> by_name;
  bool is_method;

 private:
  Value argument(const Parameter& parameter) {
    if (choices_.one_in(24)) return one(static_cast<Kind>(choices_.below(10)));
    if (parameter.may_be_none && choices_.one_in(3)) return None{};
    if (!parameter.is_list || (parameter.list_size > 0 && choices_.one_in(2))) {
      return one(parameter.kind);
    }
    Values values;
    for (std::size_t size = choices_.below(4) + (parameter.kind == Kind::kTensor); size > 0;
         --size) {
      const bool is_none = parameter.has_none_elements && choices_.one_in(4);
      values.push_back(is_none ? Value(None{}) : one(parameter.kind));
    }
    return values;
  }

  Value one(Kind kind) {
    switch (kind) {
      case Kind::kTensor:
        return new_tensor_();
      case Kind::kScalar:
        return choices_.one_in(2) ? Value(choices_.of(kIntegers)) : Value(choices_.of(kNumbers));
      case Kind::kInteger:
        return choices_.of(kIntegers);
      case Kind::kFloat:
        return choices_.of(kNumbers);
      case Kind::kBool:
        return choices_.one_in(2);
      case Kind::kString:
        return std::string(choices_.of(kTexts));
      case Kind::kDType:
        return choices_.of(kDTypes);
      case Kind::kDevice:
        return Device{};
      case Kind::kGenerator:
        return choices_.one_in(2) ? Value(new_generator({})) : Value(None{});
      case Kind::kLayout:
        break;
    }
    return None{};
  }

  Choices& choices_;
  NewTensor new_tensor_;
};

}  // namespace playground::operations
