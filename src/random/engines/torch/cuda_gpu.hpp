// What decides how PyTorch launches a kernel on a GPU: how many threads it can hold.
//
// Source  NVIDIA's data sheets and the CUDA programming guide's table of compute capabilities.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace playground::random {

struct CudaGpu {
  std::uint32_t multiprocessors;             // at least 1
  std::uint32_t threads_per_multiprocessor;  // at least 256, one block
};

struct NamedCudaGpu {
  std::string_view name;
  CudaGpu gpu;
};

/// The GPUs known by name, older generations first.
std::span<const NamedCudaGpu> cuda_gpus() noexcept;

/// The GPU of exactly this name, such as "RTX 3090".
std::optional<CudaGpu> cuda_gpu_named(std::string_view name) noexcept;

}  // namespace playground::random
