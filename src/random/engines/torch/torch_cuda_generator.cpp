#include "random/engines/torch/torch_cuda_generator.hpp"

#include "random/engines/generator_state.hpp"

namespace playground::random {

void TorchCudaGenerator::manual_seed(std::uint64_t seed) noexcept {
  seed_ = seed;
  offset_ = 0;
}

PhiloxWords TorchCudaGenerator::words(std::uint64_t thread, std::uint64_t draw) const noexcept {
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const std::uint64_t position = offset_ / 4 + draw;
  return philox4x32({low(position), low(position >> 32), low(thread), low(thread >> 32)},
                    {low(seed_), low(seed_ >> 32)});
}

std::span<const std::byte> TorchCudaGenerator::state() const noexcept { return bytes_of(*this); }

void TorchCudaGenerator::restore(std::span<const std::byte> state) {
  *this = from_bytes<TorchCudaGenerator>(
      state, "torch-cuda",
      [](const TorchCudaGenerator& restored) { return restored.offset_ % 4 == 0; });
}

}  // namespace playground::random
