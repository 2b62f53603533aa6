#include "random/mcg31.hpp"

#include <array>

#include "random/four_words.hpp"

namespace playground::random {
namespace {

// a * b mod 2^31 - 1, for factors below it: 2^31 is 1 there, so the high bits are added to the low.
constexpr std::uint32_t multiply(std::uint32_t a, std::uint32_t b) noexcept {
  const std::uint64_t product = std::uint64_t{a} * b;
  const auto sum = static_cast<std::uint32_t>(product & Mcg31::kModulus) +
                   static_cast<std::uint32_t>(product >> 31);
  return sum < Mcg31::kModulus ? sum : sum - Mcg31::kModulus;
}

constexpr std::uint32_t power(std::uint32_t base, int exponent) noexcept {
  std::uint32_t product = 1;
  for (; exponent > 0; --exponent) product = multiply(product, base);
  return product;
}

}  // namespace

void Mcg31::seed(std::uint32_t seed) noexcept {
  next_ = seed % kModulus;
  if (next_ == 0) next_ = 1;  // 0 would stay 0
}

std::uint32_t Mcg31::operator()() noexcept {
  const std::uint32_t value = next_;
  next_ = multiply(next_, kMultiplier);
  return value;
}

// Four values at once, each four steps ahead. The factor is doubled: that puts the product's bits
// from 31 on into the high word, where multiply() has to shift for them.
void Mcg31::fill(std::span<std::uint32_t> values) noexcept {
  static constexpr Multiplier kTwiceFourSteps(2 * power(kMultiplier, 4));
  std::size_t i = 0;
  if (values.size() >= 4) {
    std::array<std::uint32_t, 4> first;
    for (std::uint32_t& value : first) value = (*this)();
    FourWords lanes = FourWords::load_unaligned(first.data());
    for (;; i += 4) {
      lanes.store_unaligned(&values[i]);
      const auto [high, low] = kTwiceFourSteps.times(lanes);
      const FourWords sum = high + (low >> 1);
      lanes = xsimd::min(sum, sum - FourWords(kModulus));  // below 0 wraps around to the larger
      if (values.size() - i < 8) break;
    }
    i += 4;
    next_ = lanes.get(0);
  }
  for (; i < values.size(); ++i) values[i] = (*this)();
}

void Mcg31::skip(std::uint64_t count) noexcept {
  std::uint32_t power = kMultiplier;
  for (; count != 0; count >>= 1) {
    if (count & 1) next_ = multiply(next_, power);
    power = multiply(power, power);
  }
}

}  // namespace playground::random
