#include "random/mcg31.hpp"

namespace playground::random {
namespace {

// a * b mod 2^31 - 1, for factors below it: 2^31 is 1 there, so the high bits are added to the low.
constexpr std::uint32_t multiply(std::uint32_t a, std::uint32_t b) noexcept {
  const std::uint64_t product = std::uint64_t{a} * b;
  const auto sum = static_cast<std::uint32_t>(product & Mcg31::kModulus) +
                   static_cast<std::uint32_t>(product >> 31);
  return sum < Mcg31::kModulus ? sum : sum - Mcg31::kModulus;
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

void Mcg31::fill(std::span<std::uint32_t> values) noexcept {
  for (std::uint32_t& value : values) value = (*this)();
}

void Mcg31::skip(std::uint64_t count) noexcept {
  std::uint32_t power = kMultiplier;
  for (; count != 0; count >>= 1) {
    if (count & 1) next_ = multiply(next_, power);
    power = multiply(power, power);
  }
}

}  // namespace playground::random
