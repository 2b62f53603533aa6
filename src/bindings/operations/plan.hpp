// A way of calling: which operation, and of which kinds its arguments are. It is told once, as
// text; each call then gives numbers alone.
//
// The text has a line for the operation and one for each argument, in their order:
//   ffull       torch.full; "madd" would be Tensor.add, "cgrad" what is no operation of PyTorch's
//   [           a list, up to its ]; ( is a tuple, up to the same
//   i           a whole number, within ±2^53
//   w           any other whole number: its high and its low 32 bits, without sign
//   ]
//   f           a floating number
//   kdtype      the name of the argument that follows
//   dfloat64    a dtype
// The other kinds: t a tensor and g a generator by their numbers, b a bool as 0 or 1, n None, s a
// string that follows at once (a line break as \n, a \ as \\), p a device, which follows, too, and
// o what no operation takes, of the type that follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/operations/core_functions.hpp"
#include "operations/bound.hpp"
#include "operations/value.hpp"

namespace playground::bindings {

class Plan {
 public:
  enum class Kind : char { kFunction = 'f', kMethod = 'm', kCore = 'c' };

  /// Throws Raised for a text that is none.
  explicit Plan(std::string_view text);

  /// How many numbers a call gives.
  std::size_t numbers() const noexcept { return numbers_; }

  /// Calls the operation. The first call finds out if all others call the same function, whatever
  /// their numbers are.
  operations::Value call(const double* numbers);

 private:
  struct Step {
    char kind;
    operations::Value constant;  // of what a call gives no number for
  };
  // Where an argument begins.
  struct Place {
    std::size_t step;
    std::size_t number;
  };

  operations::Values arguments(const double* numbers) const;
  operations::Value call_bound(const double* numbers) const;
  void append(operations::Values& values, std::size_t& step, const double*& numbers) const;

  Kind kind_;
  std::string name_;
  std::vector<std::string> names_;
  std::vector<Step> steps_;
  std::vector<Place> places_;
  std::size_t numbers_ = 0;

  bool is_asked_ = false;
  std::optional<operations::Bound> bound_;
  const CoreFunction* core_ = nullptr;
};

}  // namespace playground::bindings
