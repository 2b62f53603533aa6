// What goes into an operation and comes out of it, as a language that calls it has it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "autograd/variable.hpp"
#include "random/generator.hpp"

namespace playground::operations {

using autograd::Device;
using autograd::DType;
using autograd::Shape;
using autograd::Tensor;
using autograd::Variable;
using autograd::VariableRefs;
using autograd::Variables;

/// torch.Generator: the engine with its state, and the device that it draws for.
struct DeviceGenerator {
  random::Generator engine;
  Device device;
  std::uint32_t number = 0;  // by which a program outside holds it; 0 if none does
};
using GeneratorHandle = std::shared_ptr<DeviceGenerator>;

/// A number of the program: what PyTorch calls a Scalar.
struct Scalar {
  enum class Kind : std::uint8_t { kBool, kInteger, kFloat };
  Kind kind = Kind::kFloat;
  std::int64_t integer = 0;  // 0 or 1 of a bool
  double number = 0;         // the value of any kind

  Scalar() = default;
  Scalar(double value) : kind(Kind::kFloat), number(value) {}
  Scalar(std::int64_t value)
      : kind(Kind::kInteger), integer(value), number(static_cast<double>(value)) {}
  Scalar(int value) : Scalar(static_cast<std::int64_t>(value)) {}
  Scalar(bool value) : kind(Kind::kBool), integer(value), number(value) {}

  bool is_floating() const noexcept { return kind == Kind::kFloat; }
};

struct None {};

/// What no operation takes: it is known by the name of its type alone, which errors tell.
struct Foreign {
  std::string type;
};

struct Value;

struct Values : std::vector<Value> {
  using vector::vector;
  bool is_tuple = false;  // what errors call it
};

struct Value : std::variant<None, bool, std::int64_t, double, std::string, Variable,
                            GeneratorHandle, DType, Device, Values, Foreign> {
  using variant::variant;
  bool is_none() const noexcept { return std::holds_alternative<None>(*this); }
};

}  // namespace playground::operations
