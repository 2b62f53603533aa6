#include "errors/kind.hpp"

namespace playground::errors {

const char* name(Kind kind) noexcept {
  switch (kind) {
    case Kind::kValue:
      return "value";
    case Kind::kProbability:
      return "probability";
    case Kind::kDType:
      return "dtype";
    case Kind::kIntegers:
      return "integers";
    case Kind::kEngine:
      return "engine";
    case Kind::kLayer:
      return "layer";
    case Kind::kMemory:
      return "memory";
    case Kind::kState:
      return "state";
    case Kind::kText:
      return "text";
    case Kind::kProgram:
      return "program";
    case Kind::kGeneratorMissing:
      return "generator-missing";
    case Kind::kNothingSurvives:
      break;
  }
  return "nothing-survives";
}

}  // namespace playground::errors
