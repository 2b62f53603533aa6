#include "maths/cephes_float.hpp"

#include <bit>
#include <cstdint>

#include "maths/fused.hpp"

namespace playground::maths {

float cephes_log(float x) noexcept {
  // x = m * 2^e with m in [0.5, 1), then m - 1 in [-0.29, 0.41).
  const auto bits = std::bit_cast<std::uint32_t>(x);
  auto e = static_cast<float>(static_cast<std::int32_t>(bits >> 23) - 126);
  float m = std::bit_cast<float>((bits & 0x007fffffu) | 0x3f000000u);
  if (m < 0.707106781186547524f) {
    e -= 1.0f;
    m = (m - 1.0f) + m;
  } else {
    m -= 1.0f;
  }
  constexpr float kCoefficients[] = {-1.1514610310e-1f, 1.1676998740e-1f,  -1.2420140846e-1f,
                                     1.4249322787e-1f,  -1.6668057665e-1f, 2.0000714765e-1f,
                                     -2.4999993993e-1f, 3.3333331174e-1f};
  const float square = m * m;
  float y = 7.0376836292e-2f;
  for (const float coefficient : kCoefficients) y = fused(y, m, coefficient);
  y *= m;
  y = fused(y, square, e * -2.12194440e-4f);
  y = fused(square, -0.5f, y);
  return fused(e, 0.693359375f, m + y);  // the product is exact: nine bits of ln 2
}

SineAndCosine<float> cephes_sincos(float x) noexcept {
  // Subtracts the nearest even number of eighths of a turn, with pi / 4 in three parts.
  const std::int32_t octant = (static_cast<std::int32_t>(x * 1.27323954473516f) + 1) & ~1;
  const auto y = static_cast<float>(octant);
  x = fused(y, -0.78515625f, x);
  x = fused(y, -2.4187564849853515625e-4f, x);
  x = fused(y, -3.77489497744594108e-8f, x);

  const float square = x * x;
  float cosine = fused(2.443315711809948e-5f, square, -1.388731625493765e-3f);
  cosine = fused(cosine, square, 4.166664568298827e-2f) * square;
  cosine = fused(cosine, square, -(square * 0.5f)) + 1.0f;
  float sine = fused(-1.9515295891e-4f, square, 8.3321608736e-3f);
  sine = fused(sine, square, -1.6666654611e-1f) * square;
  sine = fused(sine, x, x);

  if ((octant & 2) != 0) {
    const float swapped = sine;
    sine = cosine;
    cosine = swapped;
  }
  return {(octant & 4) != 0 ? -sine : sine, ((octant - 2) & 4) == 0 ? -cosine : cosine};
}

}  // namespace playground::maths
