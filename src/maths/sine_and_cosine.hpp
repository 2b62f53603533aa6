// A sine and a cosine of one angle.
#pragma once

namespace playground::maths {

struct SineAndCosine {
  float sine;
  float cosine;
};

}  // namespace playground::maths
