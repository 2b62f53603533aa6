#include "maths/glibc_float.hpp"

#include <bit>
#include <cstdint>

namespace playground::maths {
namespace {

// 1 / c and ln c for a c near the middle of each sixteenth of [0.7, 1.4).
struct LogEntry {
  double inverse;
  double log;
};

constexpr LogEntry kLogTable[16] = {
    {0x1.661ec79f8f3bep+0, -0x1.57bf7808caadep-2}, {0x1.571ed4aaf883dp+0, -0x1.2bef0a7c06ddbp-2},
    {0x1.49539f0f010bp+0, -0x1.01eae7f513a67p-2},  {0x1.3c995b0b80385p+0, -0x1.b31d8a68224e9p-3},
    {0x1.30d190c8864a5p+0, -0x1.6574f0ac07758p-3}, {0x1.25e227b0b8eap+0, -0x1.1aa2bc79c81p-3},
    {0x1.1bb4a4a1a343fp+0, -0x1.a4e76ce8c0e5ep-4}, {0x1.12358f08ae5bap+0, -0x1.1973c5a611cccp-4},
    {0x1.0953f419900a7p+0, -0x1.252f438e10c1ep-5}, {0x1p+0, 0},
    {0x1.e608cfd9a47acp-1, 0x1.aa5aa5df25984p-5},  {0x1.ca4b31f026aap-1, 0x1.c5e53aa362eb4p-4},
    {0x1.b2036576afce6p-1, 0x1.526e57720db08p-3},  {0x1.9c2d163a1aa2dp-1, 0x1.bc2860d22477p-3},
    {0x1.886e6037841edp-1, 0x1.1058bc8a07ee1p-2},  {0x1.767dcf5534862p-1, 0x1.4043057b6ee09p-2},
};

}  // namespace

float glibc_logf(float x) noexcept {
  // x = z * 2^k with z in [0.7, 1.4), and z = c * (1 + r).
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t offset = bits - 0x3f330000u;
  const auto [inverse, log] = kLogTable[offset >> 19 & 15];
  const double k = static_cast<std::int32_t>(offset) >> 23;
  const double z = std::bit_cast<float>(bits - (offset & 0xff800000u));

  const double r = z * inverse - 1;
  const double y = log + k * 0x1.62e42fefa39efp-1;  // ln 2
  const double square = r * r;
  double polynomial = 0x1.5575b0be00b6ap-2 * r + -0x1.ffffef20a4123p-2;
  polynomial = -0x1.00ea348b88334p-2 * square + polynomial;
  return static_cast<float>(polynomial * square + (y + r));
}

SineAndCosine<float> glibc_sincosf(float x) noexcept {
  if (x < 0x1p-12f) return {x, 1};
  // Subtracts the nearest whole number of quarter turns, but not from an x below about pi / 4.
  constexpr std::uint32_t kTopBits = 0xfff00000u;
  const auto top = std::bit_cast<std::uint32_t>(x) & kTopBits;
  const bool is_small = top < (std::bit_cast<std::uint32_t>(0x1.921fb6p-1f) & kTopBits);
  const double scaled = x * 0x1.45f306dc9c883p+23;  // 2^24 quarter turns
  const std::int32_t quarter = is_small ? 0 : (static_cast<std::int32_t>(scaled) + 0x800000) >> 24;
  const double y = x - quarter * 0x1.921fb54442d18p0;

  const double y2 = y * y;
  const double y3 = y * y2;
  const double y4 = y2 * y2;
  const double sine = (y + y3 * -0x1.555545995a603p-3) +
                      (y3 * y2) * (0x1.1107605230bc4p-7 + y2 * -0x1.994eb3774cf24p-13);
  const double cosine = ((1 + y2 * -0x1.ffffffd0c621cp-2) + y4 * 0x1.55553e1068f19p-5) +
                        (y4 * y2) * (-0x1.6c087e89a359dp-10 + y2 * 0x1.99343027bf8c3p-16);

  const auto rounded = [](double value) { return static_cast<float>(value); };
  switch (quarter & 3) {
    case 0:
      return {rounded(sine), rounded(cosine)};
    case 1:
      return {rounded(cosine), rounded(-sine)};
    case 2:
      return {rounded(-sine), rounded(-cosine)};
    default:
      return {rounded(-cosine), rounded(sine)};
  }
}

}  // namespace playground::maths
