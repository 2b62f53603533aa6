#include "random/torch_cpu_generator.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace playground::random {

static_assert(std::is_trivially_copyable_v<TorchCpuGenerator> &&
                  std::has_unique_object_representations_v<TorchCpuGenerator>,
              "state() is its bytes");

TorchCpuGenerator::TorchCpuGenerator(std::uint64_t seed) noexcept
    : seed_(seed), words_(static_cast<std::uint32_t>(seed)) {}

void TorchCpuGenerator::manual_seed(std::uint64_t seed) noexcept {
  seed_ = seed;
  words_.seed(static_cast<std::uint32_t>(seed));
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

std::span<const std::byte> TorchCpuGenerator::state() const noexcept {
  return std::as_bytes(std::span(this, 1));
}

void TorchCpuGenerator::restore(std::span<const std::byte> state) {
  TorchCpuGenerator restored;
  if (state.size() != sizeof restored) {
    throw std::invalid_argument("this is not the state of a torch-cpu generator");
  }
  std::memcpy(&restored, state.data(), sizeof restored);
  if (restored.words_.position() > Mt19937::kStateSize) {
    throw std::invalid_argument("this is not the state of a torch-cpu generator");
  }
  *this = restored;
}

}  // namespace playground::random
