// The machine that a program runs on: its operations, its generators and its default dtype.
#include "operations/machine.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bindings/operations/core_functions.hpp"
#include "operations/creation.hpp"
#include "operations/table.hpp"
#include "wording/format.hpp"

namespace playground::bindings {
namespace {

using operations::Device;
using operations::DType;
using operations::GeneratorHandle;
using operations::row;
using operations::Value;
using operations::Values;
using operations::Variable;
using operations::Where;
using Arguments = std::span<const Value>;

Value named(Where where) {
  Values all;
  for (const std::string_view name : operations::names(where)) all.emplace_back(std::string(name));
  return all;
}

Value functions(Arguments) { return named(Where::kFunction); }
Value methods(Arguments) { return named(Where::kMethod); }

/// A line for each operation: the number of its Where, and its schema.
std::string schemas() {
  std::vector<std::string_view> all;
  for (const Where where : {Where::kFunction, Where::kMethod, Where::kInner}) {
    const auto some = operations::names(where);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  std::string text;
  for (const std::string_view name : all) {
    for (const operations::Row* row : operations::overloads(name)) {
      text += wording::natural(static_cast<std::uint64_t>(row->where));
      text += row->schema;
      text += '\n';
    }
  }
  return text;
}

Value choose_machine(Arguments arguments) {
  operations::choose_machine(std::get<std::string>(arguments[0]));
  return {};
}

Value cuda_devices(Arguments) {
  Values all;
  for (const std::string& name : operations::machine().cuda_names) all.emplace_back(name);
  return all;
}

std::string default_dtype() { return std::string(name(operations::default_dtype())); }
Variable set_default_dtype(DType dtype) {
  operations::set_default_dtype(dtype);
  return {};
}

Value generator(Arguments arguments) {
  return operations::new_generator(std::get<Device>(arguments[0]));
}
Value default_generator(Arguments arguments) {
  return operations::generator_for(nullptr, std::get<Device>(arguments[0]));
}
std::string generator_device(const GeneratorHandle& generator) {
  return to_string(generator->device);
}

/// A seed without sign as its two's complement.
Variable manual_seed(const GeneratorHandle& generator, std::int64_t seed) {
  random::seed(generator->engine, static_cast<std::uint64_t>(seed));
  return {};
}
std::int64_t initial_seed(const GeneratorHandle& generator) {
  return static_cast<std::int64_t>(random::initial_seed(generator->engine).value_or(0));
}

/// The bytes of the state, one an element.
Variable get_state(const GeneratorHandle& generator) {
  std::vector<std::int64_t> numbers;
  for (const std::byte byte : random::state(generator->engine)) {
    numbers.push_back(std::to_integer<std::int64_t>(byte));
  }
  const auto count = static_cast<std::int64_t>(numbers.size());
  return Variable(operations::Tensor::of({count}, numbers));
}
Variable set_state(const GeneratorHandle& generator, const Variable& state) {
  const tensor::Tensor numbers = contiguous(to(state.value(), DType::kInt64));
  std::vector<std::byte> bytes;
  for (const std::int64_t number : numbers.values<std::int64_t>()) {
    bytes.push_back(static_cast<std::byte>(number));
  }
  random::restore(generator->engine, bytes);
  return {};
}

constexpr CoreFunction kFunctions[] = {
    {"functions", Where::kInner, &functions},
    {"methods", Where::kInner, &methods},
    row<&schemas>("schemas"),
    {"choose_machine", Where::kInner, &choose_machine},
    {"cuda_devices", Where::kInner, &cuda_devices},
    row<&default_dtype>("default_dtype"),
    row<&set_default_dtype>("set_default_dtype"),
    {"generator", Where::kInner, &generator},
    {"default_generator", Where::kInner, &default_generator},
    row<&generator_device>("generator_device"),
    row<&manual_seed>("manual_seed"),
    row<&initial_seed>("initial_seed"),
    row<&get_state>("get_state"),
    row<&set_state>("set_state"),
};

}  // namespace

std::span<const CoreFunction> machine_functions() { return kFunctions; }

}  // namespace playground::bindings
