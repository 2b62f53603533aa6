#include "random/engines/numpy/numpy_legacy_generator.hpp"

#include <cmath>

#include "maths/float64_functions.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {

void NumpyLegacyGenerator::seed(std::uint32_t seed) noexcept {
  words_.seed(seed);
  spare_.clear();
}

double NumpyLegacyGenerator::normal() noexcept {
  if (const auto spare = spare_.take()) return *spare;
  double x;
  double y;
  double square;
  do {  // a point in the unit disc, but not its centre
    x = 2 * uniform64() - 1;
    y = 2 * uniform64() - 1;
    square = x * x + y * y;
  } while (square >= 1 || square == 0);
  const double scale = std::sqrt(-2 * maths::log64(square) / square);
  spare_.keep(scale * x);
  return scale * y;
}

bool NumpyLegacyGenerator::is_valid() const noexcept {
  return words_.position() <= Mt19937::kStateSize && spare_.is_valid();
}

std::span<const std::byte> NumpyLegacyGenerator::state() const noexcept { return bytes_of(*this); }

void NumpyLegacyGenerator::restore(std::span<const std::byte> state) {
  *this = from_bytes<NumpyLegacyGenerator>(
      state, "numpy", [](const NumpyLegacyGenerator& restored) { return restored.is_valid(); });
}

}  // namespace playground::random
