// A number of a program, which is no tensor, and Python's arithmetic with two of them.
#pragma once

#include <cstdint>
#include <optional>

#include "ops/operators.hpp"

namespace playground::ops {

struct Number {
  double value;
  // The value of a number without point or exponent, if it fits.
  std::optional<std::int64_t> whole;
  bool has_point;
  bool is_bool = false;
};

/// Throws an Error (kValue) for a division by 0, and for powers that are not exact, whose last bit
/// differs from one machine to the next.
Number applied(const Number& left, Operator op, const Number& right);

Number negated(Number number);

}  // namespace playground::ops
