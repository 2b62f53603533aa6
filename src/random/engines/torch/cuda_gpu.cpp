#include "random/engines/torch/cuda_gpu.hpp"

#include <algorithm>

namespace playground::random {
namespace {

constexpr NamedCudaGpu kGpus[] = {
    {"K80", {13, 2048}},  // each of its two dies
    {"GTX 1060", {10, 2048}},
    {"GTX 1070", {15, 2048}},
    {"GTX 1080", {20, 2048}},
    {"GTX 1080 Ti", {28, 2048}},
    {"P100", {56, 2048}},
    {"V100", {80, 2048}},
    {"Titan V", {80, 2048}},
    {"GTX 1650", {14, 1024}},
    {"RTX 2060", {30, 1024}},
    {"RTX 2070", {36, 1024}},
    {"RTX 2080", {46, 1024}},
    {"RTX 2080 Ti", {68, 1024}},
    {"Titan RTX", {72, 1024}},
    {"T4", {40, 1024}},
    {"A100", {108, 2048}},
    {"A30", {56, 2048}},
    {"RTX 3060", {28, 1536}},
    {"RTX 3060 Ti", {38, 1536}},
    {"RTX 3070", {46, 1536}},
    {"RTX 3080", {68, 1536}},
    {"RTX 3080 Ti", {80, 1536}},
    {"RTX 3090", {82, 1536}},
    {"A10", {72, 1536}},
    {"A40", {84, 1536}},
    {"A6000", {84, 1536}},
    {"RTX 4060", {24, 1536}},
    {"RTX 4070", {46, 1536}},
    {"RTX 4080", {76, 1536}},
    {"RTX 4080 SUPER", {80, 1536}},
    {"RTX 4090", {128, 1536}},
    {"L4", {58, 1536}},
    {"L40S", {142, 1536}},
    {"H100 PCIe", {114, 2048}},
    {"H100 SXM", {132, 2048}},
    {"H200", {132, 2048}},
    {"B200", {148, 2048}},
    {"RTX 5080", {84, 1536}},
    {"RTX 5090", {170, 1536}},
};

}  // namespace

std::span<const NamedCudaGpu> cuda_gpus() noexcept { return kGpus; }

std::optional<CudaGpu> cuda_gpu_named(std::string_view name) noexcept {
  const auto* found = std::ranges::find(kGpus, name, &NamedCudaGpu::name);
  if (found == std::ranges::end(kGpus)) return std::nullopt;
  return found->gpu;
}

}  // namespace playground::random
