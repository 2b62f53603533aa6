#include "random/engines/torch/torch_cuda_engine.hpp"

#include <algorithm>

namespace playground::random {

std::vector<std::byte> TorchCudaEngine::state() const {
  const auto gpu = generator.state();
  std::vector<std::byte> bytes(gpu.begin(), gpu.end());
  if (made_cpu) {
    const auto cpu = made_cpu->state();
    bytes.insert(bytes.end(), cpu.begin(), cpu.end());
  }
  return bytes;
}

void TorchCudaEngine::restore(std::span<const std::byte> state) {
  constexpr std::size_t kOfGpu = sizeof(TorchCudaGenerator);
  auto restored = *this;
  restored.generator.restore(state.first(std::min(state.size(), kOfGpu)));
  restored.made_cpu.reset();
  if (state.size() > kOfGpu) restored.cpu().restore(state.subspan(kOfGpu));
  *this = restored;
}

}  // namespace playground::random
