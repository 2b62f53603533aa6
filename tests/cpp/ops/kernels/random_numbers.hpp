// Numbers for tests, from a fixed seed.
#pragma once

#include <cstddef>
#include <random>
#include <vector>

namespace playground::ops {

/// Between -2 and 2, of 24 bits.
template <class T>
std::vector<T> random_numbers(std::size_t size, std::mt19937& words) {
  std::vector<T> x(size);
  for (T& value : x) value = static_cast<T>(static_cast<int>(words() >> 8) - 0x800000) * T(0x1p-22);
  return x;
}

}  // namespace playground::ops
