// A sine and a cosine of one angle.
#pragma once

namespace playground::maths {

/// V  a number, or a SIMD register of numbers
template <class V>
struct SineAndCosine {
  V sine;
  V cosine;
};

}  // namespace playground::maths
