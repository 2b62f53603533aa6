// glibc's float32 logarithm, sine and cosine, which PyTorch calls on machines without AVX2. They
// are written out here, because the C library of wasm programs gives other bits in one sine or
// cosine of eighty.
//
// Source    Arm Optimized Routines (logf.c, sincosf.h), from which glibc took them in 2.27
// and 2.28. Verified  Through torch_cpu_normal.hpp, by the scalar kernel's outputs in
//           tests/fixtures/torch-cpu-default.json.
#pragma once

#include "maths/sine_and_cosine.hpp"

namespace playground::maths {

/// x  a normal number above 0
float glibc_logf(float x) noexcept;

/// x  in [0, 120)
SineAndCosine<float> glibc_sincosf(float x) noexcept;

}  // namespace playground::maths
