// Where the numbers drawn in a call lie, counted: what can be told of a call of millions of draws.
#pragma once

#include <cstddef>
#include <vector>

#include "dropout/call.hpp"

namespace playground::dropout {

struct DrawCounts {
  /// How many numbers lie in each of equal parts of [0, 1], and are kept or dropped. A number that
  /// is 1 counts in the last part.
  std::vector<double> kept;
  std::vector<double> dropped;
  double threshold;  // nan if nothing was drawn
};

/// Draws once more.
///
/// parts  1 or more; none are counted if nothing was drawn
DrawCounts count_draws(const Call& call, std::size_t parts);

}  // namespace playground::dropout
