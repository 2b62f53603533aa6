// The error function: of a float or a double, or of each in a SIMD register; the same bits
// everywhere.
//
// Up to 1 it is x + x P(x^2). Beyond, erfc(x) = e^p(x), with p fitted to log erfc, so that one
// exponential ends it: the smaller erfc is, the less its error matters to 1 - erfc.
//
// Source    the coefficients are our own (scripts/minimax.py).
// Verified  tests/cpp/maths: against PyTorch 1.13 (tests/fixtures/torch-functions.json).
#pragma once

#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/polynomials.hpp"

namespace playground::maths {

/// Within 1 unit in the last place.
template <class V>
V erf(V x) noexcept {
  using T = NumberOf<V>;
  constexpr T kOneFrom = sizeof(T) == 4 ? T{4} : T{6};  // 1 - erfc(x) rounds to 1
  const V near = x + x * polynomial<V>(kErf<T>, x * x);
  const V distance = at_most<V>(absolute<V>(x), kOneFrom);
  const V far = V(T(1)) - maths::exp<V>(polynomial<V>(kErfc<T>, distance));
  return pick<V>(distance < V(T(1)), near, with_sign_of<V>(far, x));
}

}  // namespace playground::maths
