// The float64 logarithm, sine and cosine from which normals are made. They give the same bits
// natively and as wasm, with a twentieth of the C library's code and tables. PyTorch and NumPy call
// glibc, whose bits differ a little: tests/cpp/maths/float64_functions_test.cpp says how much.
#pragma once

#include "maths/sine_and_cosine.hpp"

namespace playground::maths {

/// x  a normal number above 0. Within 0.54 units in the last place.
double log64(double x) noexcept;

/// x  in [0, 2^20). Within 0.8 units in the last place.
/// Source  FreeBSD's msun: e_rem_pio2.c, k_sin.c, k_cos.c.
SineAndCosine<double> sincos64(double x) noexcept;

}  // namespace playground::maths
