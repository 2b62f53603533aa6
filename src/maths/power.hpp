// x^y of doubles, or of each in a SIMD register; the same bits everywhere. That of floats is this,
// rounded, which is within 1 unit in the last place of theirs.
//
// Verified  tests/cpp/maths: against PyTorch 1.13 (tests/fixtures/torch-functions.json).
#pragma once

#include <limits>

#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/logarithm.hpp"

namespace playground::maths {

/// e^(y log |x|), with the sign and the special values of IEEE 754's pow. The product is rounded,
/// so the relative error is up to |y log x| 2^-53: much for a double, nothing for a float. A y
/// beyond 2^51 counts as even.
template <class V>
V pow(V x, V y) noexcept {
  using Limits = std::numeric_limits<double>;
  const V zero(0.0);
  const V one(1.0);
  const V size = absolute<V>(x);
  V result = maths::exp<V>(y * maths::log<V>(size));
  result = pick<V>((y == zero) | (size == one), one, result);

  const V whole = rounded<V>(y);
  const V half = y * V(0.5);
  const V whole_half = rounded<V>(half);
  const auto is_small = absolute<V>(y) < V(0x1p51);  // what rounded() knows
  const auto is_odd = (whole == y) & (whole_half != half) & is_small;
  const auto is_fraction = (whole != y) & is_small;
  const V signed_result = with_sign_of<V>(result, x);
  result = pick<V>(is_odd, signed_result, result);
  // A negative number has no power that is not whole, unless it is infinite or -0.
  const auto is_undefined = (x < zero) & (size < V(Limits::infinity())) & is_fraction;
  result = pick<V>(is_undefined, V(Limits::quiet_NaN()), result);
  // nan^0 and 1^nan are 1.
  const auto is_nan = (x != x) | (y != y);
  const auto is_one = (y == zero) | (x == one);
  return pick<V>(is_nan, pick<V>(is_one, one, x + y), result);
}

}  // namespace playground::maths
