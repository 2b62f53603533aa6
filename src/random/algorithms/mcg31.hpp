// MKL's 31-bit multiplicative congruential generator (VSL_BRNG_MCG31): one word of PyTorch's
// generator seeds it, and it draws a whole Bernoulli mask in PyTorch up to 2.6 with MKL.
//
// Source    L'Ecuyer 1999, "Tables of linear congruential generators"; seeded as Intel's notes for
//           the Vector Statistics Library say.
// Answers   Seed 1 gives 1, 1132489760, 826537482; the first value is the seed itself.
// Verified  tests/fixtures/torch-cpu-mkl.json, whose masks a real MKL 2020.0.4 drew.
#pragma once

#include <cstdint>

namespace playground::random {

class Mcg31 {
 public:
  static constexpr std::uint32_t kModulus = 0x7fffffff;  // 2^31 - 1, a prime
  static constexpr std::uint32_t kMultiplier = 1132489760;

  /// kMultiplier^steps mod kModulus, the factor that takes a value so many steps ahead.
  static constexpr std::uint32_t multiplier_of(std::uint64_t steps) noexcept {
    std::uint32_t product = 1;
    for (std::uint32_t power = kMultiplier; steps != 0; steps >>= 1) {
      if (steps & 1) product = multiply(product, power);
      power = multiply(power, power);
    }
    return product;
  }

  /// Starts from seed mod kModulus, or from 1 if that is 0.
  explicit Mcg31(std::uint32_t seed) noexcept { this->seed(seed); }

  void seed(std::uint32_t seed) noexcept;

  /// The next value, in [1, kModulus).
  std::uint32_t operator()() noexcept;

 private:
  // a * b mod 2^31 - 1, for factors below it: 2^31 is 1 there, so the high bits are added to the
  // low.
  static constexpr std::uint32_t multiply(std::uint32_t a, std::uint32_t b) noexcept {
    const std::uint64_t product = std::uint64_t{a} * b;
    const auto sum =
        static_cast<std::uint32_t>(product & kModulus) + static_cast<std::uint32_t>(product >> 31);
    return sum < kModulus ? sum : sum - kModulus;
  }

  std::uint32_t next_;
};

/// MKL's float32 uniform of one value: value / 2^31, in (0, 1] since the conversion to float32
/// rounds to nearest.
constexpr float mcg31_uniform(std::uint32_t value) noexcept {
  return static_cast<float>(value) * 0x1p-31f;
}

}  // namespace playground::random
