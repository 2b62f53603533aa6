// Cephes' float32 logarithm, sine and cosine, to the bit as PyTorch's AVX2 build evaluates them.
//
// Source    aten/src/ATen/native/cpu/avx_mathfun.h, compiled by GCC, which fuses a product and the
//           sum after it into one rounding.
// Verified  Through torch_cpu_normal.hpp, by tests/fixtures/torch-cpu-default.json.
#pragma once

#include "maths/sine_and_cosine.hpp"

namespace playground::maths {

/// x  a normal number above 0
float cephes_log(float x) noexcept;

/// x  in [0, 8192)
SineAndCosine<float> cephes_sincos(float x) noexcept;

}  // namespace playground::maths
