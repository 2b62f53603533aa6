// The things that the program outside holds, of each kind.
#pragma once

#include <memory>

#include "autograd/node.hpp"
#include "bindings/operations/registry.hpp"
#include "operations/value.hpp"

namespace playground::bindings {

using NodeHandle = std::shared_ptr<autograd::Node>;

namespace internal {

inline const void* key_of(const operations::Variable& variable) { return variable.impl(); }
inline const void* key_of(const operations::GeneratorHandle& generator) { return generator.get(); }
inline const void* key_of(const NodeHandle& node) { return node.get(); }

template <class Held>
using RegistryOf = Registry<Held, static_cast<const void* (*)(const Held&)>(&key_of)>;

}  // namespace internal

internal::RegistryOf<operations::Variable>& tensors();
internal::RegistryOf<operations::GeneratorHandle>& generators();
internal::RegistryOf<NodeHandle>& nodes();

}  // namespace playground::bindings
