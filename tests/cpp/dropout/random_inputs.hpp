// What the tests of kernels run on: numbers of all sizes and signs, and decisions about them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace playground::dropout {

template <class T>
struct RandomInputs {
  RandomInputs(std::size_t length, std::mt19937& words) : x(length), keep(length) {
    for (std::size_t i = 0; i < length; ++i) {
      x[i] = static_cast<T>(static_cast<std::int32_t>(words())) / T(65536);
      keep[i] = words() % 2;
    }
  }

  std::vector<T> x;
  std::vector<std::uint8_t> keep;
};

}  // namespace playground::dropout
