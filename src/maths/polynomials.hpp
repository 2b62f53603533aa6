// The polynomials in maths/'s functions: what scripts/minimax.py prints, lowest power first.
// "Within" is the largest error in exact arithmetic, weighed by what it does to the function's
// result.
#pragma once

#include <array>
#include <cstddef>

#include "maths/lanes.hpp"

namespace playground::maths {

/// The value at x, by Horner's rule.
template <class V, std::size_t kCount>
V polynomial(const std::array<NumberOf<V>, kCount>& coefficients, V x) noexcept {
  V y(coefficients[kCount - 1]);
  for (std::size_t i = kCount - 1; i-- > 0;) y = y * x + V(coefficients[i]);
  return y;
}

/// (e^r - 1 - r) / r^2 on [-ln 2 / 2, ln 2 / 2].
template <class T>
inline constexpr std::array<T, 0> kExp{};
/// (2 atanh(s) - 2 s) / s^3, of s^2, for s up to (sqrt(2) - 1) / (sqrt(2) + 1).
template <class T>
inline constexpr std::array<T, 0> kLog{};
/// erf(x) / x - 1, of x^2, for x up to 1.
template <class T>
inline constexpr std::array<T, 0> kErf{};
/// log erfc(x) for x from 1 to where erfc(x) no longer changes 1 - erfc(x).
template <class T>
inline constexpr std::array<T, 0> kErfc{};
/// (tanh x - x) / x^3, of x^2, for x up to 0.7.
template <class T>
inline constexpr std::array<T, 0> kTanh{};
/// (sin r - r) / r^3, of r^2, on [-pi / 4, pi / 4].
template <class T>
inline constexpr std::array<T, 0> kSin{};
/// (cos r - 1 + r^2 / 2) / r^4, of r^2, on [-pi / 4, pi / 4].
template <class T>
inline constexpr std::array<T, 0> kCos{};

template <>  // within 3.1e-9
inline constexpr std::array kExp<float>{0x1.fffffcp-2f, 0x1.555490p-3f, 0x1.5558f4p-5f,
                                        0x1.123a6ap-7f, 0x1.6a2384p-10f};
template <>  // within 3.7e-18
inline constexpr std::array kExp<double>{
    0x1.000000000000ap-1,  0x1.55555555554f9p-3,  0x1.55555555507f0p-5,  0x1.1111111127e5ep-7,
    0x1.6c16c1844b1dbp-10, 0x1.a01a0129be945p-13, 0x1.a01999ad7db59p-16, 0x1.71df26191550dp-19,
    0x1.28adcebdeeb02p-22, 0x1.ad7f1d087f174p-26};
template <>  // within 1.6e-9
inline constexpr std::array kLog<float>{0x1.55557ap-1f, 0x1.995e9cp-2f, 0x1.31e66ep-2f};
template <>  // within 2.5e-18
inline constexpr std::array kLog<double>{
    0x1.5555555555593p-1, 0x1.999999997fb35p-2, 0x1.24924942177a6p-2, 0x1.c71c51e80d016p-3,
    0x1.74664629f553ep-3, 0x1.39a0f51985883p-3, 0x1.2f0d8f3f87c0bp-3};
template <>  // within 1.2e-9
inline constexpr std::array kErf<float>{0x1.06eba8p-3f,  -0x1.81273ep-2f, 0x1.ce2d20p-4f,
                                        -0x1.b7fbb4p-6f, 0x1.5419f2p-8f,  -0x1.a485d0p-11f,
                                        0x1.4ae484p-14f};
template <>  // within 1.0e-9
inline constexpr std::array kErfc<float>{-0x1.70a7fcp-12f, -0x1.20863ep+0f, -0x1.46c3c4p-1f,
                                         -0x1.a61636p-4f,  0x1.6557a4p-6f,  -0x1.817620p-9f,
                                         0x1.856dd6p-13f};
template <>  // within 7.1e-18
inline constexpr std::array kErf<double>{
    0x1.06eba8214db68p-3,  -0x1.812746b0379c2p-2,  0x1.ce2f21a041018p-4,  -0x1.b82ce312062bcp-6,
    0x1.565bccfa9a825p-8,  -0x1.c02db072f3fe0p-11, 0x1.f9a2bf73f0c68p-14, -0x1.f4ca94990cb86p-17,
    0x1.b9827b1885f9bp-20, -0x1.5c16e30fb0d45p-23, 0x1.d784936618cc2p-27, -0x1.acdff90b8ebd8p-31};
template <>  // within 1.2e-18
inline constexpr std::array kErfc<double>{
    -0x1.889b176a5213cp-23, -0x1.20dd55a6aecc1p+0,  -0x1.45f4303dbbb68p-1,  -0x1.a4d9dd9c299fap-4,
    0x1.38901f7fefeabp-6,   0x1.275fe3104b58cp-12,  -0x1.d01550f4fab20p-10, 0x1.50c43b4b37ff0p-11,
    -0x1.7ea84742c3ee5p-15, -0x1.255267725d918p-14, 0x1.7837b0c807326p-15,  -0x1.13f597f343872p-16,
    0x1.212d9c0a58696p-18,  -0x1.c696c3ad804bap-21, 0x1.0c9b658a5a462p-23,  -0x1.d1a2accf80876p-27,
    0x1.183b51e5b6f96p-30,  -0x1.a30d419c600a6p-35, 0x1.254a5a438b016p-40};
template <>  // within 1.4e-8
inline constexpr std::array kTanh<float>{-0x1.5554fap-2f, 0x1.10fba0p-3f, -0x1.b6d21ep-5f,
                                         0x1.49825ep-6f, -0x1.51d83ap-8f};
template <>  // within 5.2e-18
inline constexpr std::array kTanh<double>{
    -0x1.555555555552bp-2,  0x1.111111110e2fcp-3,  -0x1.ba1ba1b7e4a89p-5,  0x1.664f481542d53p-6,
    -0x1.226e28f2c27dap-7,  0x1.d6d203f9b0457p-9,  -0x1.7d8cfefcc41e0p-10, 0x1.34987091da9a6p-11,
    -0x1.ec954b1b8997dp-13, 0x1.71df3fe1ea67ap-14, -0x1.c6e5fc7964ea7p-16, 0x1.4335f5b081d5dp-18};
template <>  // within 3.5e-18
inline constexpr std::array kSin<double>{-0x1.5555555555549p-3,  0x1.111111110f842p-7,
                                         -0x1.a01a019c0a281p-13, 0x1.71de3570fb5f5p-19,
                                         -0x1.ae5e60c251efcp-26, 0x1.5d915d4c78e53p-33};
template <>  // within 4.7e-20
inline constexpr std::array kCos<double>{0x1.555555555554cp-5,  -0x1.6c16c16c15140p-10,
                                         0x1.a01a019cab75ap-16, -0x1.27e4f80534821p-22,
                                         0x1.1ee9e89107a2fp-29, -0x1.8facd1667e6c4p-37};

}  // namespace playground::maths
