// The things that the program outside holds, of each kind.
#pragma once

#include <cstdint>
#include <memory>

#include "autograd/node.hpp"
#include "bindings/operations/registry.hpp"
#include "operations/value.hpp"

namespace playground::bindings {

using NodeHandle = std::shared_ptr<autograd::Node>;

namespace internal {

inline std::uint32_t& number_in(const operations::Variable& variable) {
  return variable.impl()->number;
}
inline std::uint32_t& number_in(const operations::GeneratorHandle& generator) {
  return generator->number;
}
inline std::uint32_t& number_in(const NodeHandle& node) { return node->number; }

template <class Held>
using RegistryOf = Registry<Held, static_cast<std::uint32_t& (*)(const Held&)>(&number_in)>;

}  // namespace internal

internal::RegistryOf<operations::Variable>& tensors();
internal::RegistryOf<operations::GeneratorHandle>& generators();
internal::RegistryOf<NodeHandle>& nodes();

}  // namespace playground::bindings
