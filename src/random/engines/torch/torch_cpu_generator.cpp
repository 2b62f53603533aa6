#include "random/engines/torch/torch_cpu_generator.hpp"

#include <cmath>
#include <numbers>

#include "maths/float64_functions.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {

TorchCpuGenerator::TorchCpuGenerator(std::uint64_t seed) noexcept
    : seed_(seed), words_(static_cast<std::uint32_t>(seed)) {}

void TorchCpuGenerator::manual_seed(std::uint64_t seed) noexcept {
  seed_ = seed;
  words_.seed(static_cast<std::uint32_t>(seed));
  spare_.clear();
}

std::uint64_t TorchCpuGenerator::random64() noexcept {
  const std::uint64_t high = random();
  return high << 32 | random();
}

float TorchCpuGenerator::uniform32() noexcept {
  return static_cast<float>(random() & 0xffffffu) * 0x1p-24f;
}

double TorchCpuGenerator::uniform64() noexcept {
  return static_cast<double>(random64() & ((std::uint64_t{1} << 53) - 1)) * 0x1p-53;
}

// Adding the mean, 0, leaves no -0.
double TorchCpuGenerator::normal() noexcept {
  if (const auto spare = spare_.take()) return *spare + 0.0;
  const double u1 = uniform64();
  const double u2 = uniform64();
  const double radius = std::sqrt(-2 * maths::log64(1 - u2));  // exactly 1 - u2
  const auto angle = maths::sincos64(2 * std::numbers::pi * u1);
  spare_.keep(radius * angle.sine);
  return radius * angle.cosine + 0.0;
}

bool TorchCpuGenerator::is_valid() const noexcept {
  return words_.position() <= Mt19937::kStateSize && spare_.is_valid();
}

std::span<const std::byte> TorchCpuGenerator::state() const noexcept { return bytes_of(*this); }

void TorchCpuGenerator::restore(std::span<const std::byte> state) {
  *this = from_bytes<TorchCpuGenerator>(
      state, "torch-cpu", [](const TorchCpuGenerator& restored) { return restored.is_valid(); });
}

}  // namespace playground::random
