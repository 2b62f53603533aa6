#include "bindings/operations/core_functions.hpp"

#include "errors/raised.hpp"

namespace playground::bindings {

const CoreFunction& core_function(std::string_view name) {
  for (const auto functions : {tensor_functions(), gradient_functions(), machine_functions()}) {
    for (const CoreFunction& function : functions) {
      if (function.schema == name) return function;
    }
  }
  errors::raise("the core has no function {}", name);
}

}  // namespace playground::bindings
