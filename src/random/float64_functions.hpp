// The logarithm, sine and cosine of float64 that normals are made of: the same bits natively and as
// wasm, in a twentieth of the C library's code and tables. They are not the bits of glibc, which
// PyTorch and NumPy call, but near: tests/cpp/random/float64_functions_test.cpp says how near.
#pragma once

namespace playground::random {

/// x  a normal number above 0. Within 0.54 units in the last place.
double log64(double x) noexcept;

struct SineAndCosine64 {
  double sine;
  double cosine;
};

/// x  in [0, 2^20). Within 0.8 units in the last place.
/// Source  FreeBSD's msun: e_rem_pio2.c, k_sin.c, k_cos.c.
SineAndCosine64 sincos64(double x) noexcept;

}  // namespace playground::random
