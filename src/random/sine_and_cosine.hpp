// A sine and a cosine of one angle.
#pragma once

namespace playground::random {

struct SineAndCosine {
  float sine;
  float cosine;
};

}  // namespace playground::random
