// What an error is about, so that nobody has to read its words to tell it from others.
#pragma once

#include <cstdint>

namespace playground::errors {

enum class Kind : std::uint8_t {
  kValue,             // an argument is out of range, and none of the kinds below
  kProbability,       // p is
  kDType,             // an argument is of the wrong dtype
  kIntegers,          // PyTorch does not drop integers: a point behind the numbers helps
  kEngine,            // the engine has no such thing, or it is not reproduced
  kLayer,             // the engine has no such layer, or it is not reproduced
  kMemory,            // there is no room
  kState,             // something else must come before, or must not have come between
  kText,              // a text is no tensor
  kProgram,           // a text is a program
  kGeneratorMissing,  // a text draws, and there is no generator to draw from
  kNothingSurvives,   // of an output that does not tell p: all is dropped, or it is not scaled
};

/// As JavaScript knows it: "generator-missing".
const char* name(Kind kind) noexcept;

}  // namespace playground::errors
