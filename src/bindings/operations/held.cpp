#include "bindings/operations/held.hpp"

namespace playground::bindings {

// None is ever destroyed: the module ends with the page, and what they hold refers to what would be
// destroyed before.
internal::RegistryOf<operations::Variable>& tensors() {
  static auto& registry = *new internal::RegistryOf<operations::Variable>();
  return registry;
}

internal::RegistryOf<operations::GeneratorHandle>& generators() {
  static auto& registry = *new internal::RegistryOf<operations::GeneratorHandle>();
  return registry;
}

internal::RegistryOf<NodeHandle>& nodes() {
  static auto& registry = *new internal::RegistryOf<NodeHandle>();
  return registry;
}

}  // namespace playground::bindings
