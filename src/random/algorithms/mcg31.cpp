#include "random/algorithms/mcg31.hpp"

namespace playground::random {

void Mcg31::seed(std::uint32_t seed) noexcept {
  next_ = seed % kModulus;
  if (next_ == 0) next_ = 1;  // 0 would stay 0
}

std::uint32_t Mcg31::operator()() noexcept {
  const std::uint32_t value = next_;
  next_ = multiply(next_, kMultiplier);
  return value;
}

}  // namespace playground::random
