// Finite doubles of all kinds, for comparisons with the C library.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

namespace playground::wording {

inline double number_to_write(std::mt19937_64& words) {
  const auto below = [&](std::uint64_t bound) { return static_cast<int>(words() % bound); };
  switch (below(6)) {
    case 0: {  // any bits
      const auto value = std::bit_cast<double>(words());
      return std::isfinite(value) ? value : 0;
    }
    case 1:  // of few bits or many, with an exponent that is common
      return std::ldexp(static_cast<double>(words() >> below(64)), -below(60));
    case 2:  // a float32
      return static_cast<float>(static_cast<double>(words() >> 11) * 0x1p-53 * 2000 - 1000);
    case 3:  // of few decimals
      return below(2'000'000) / 20'000.0 / (1 << below(5));
    case 4:  // halfway between two decimals, often
      return std::ldexp(2.0 * below(200'000) + 1, -below(20));
    default:  // small ones, subnormal ones and large ones
      return std::ldexp(below(1000), below(2030) - 1074);
  }
}

}  // namespace playground::wording
