// Decisions of PyTorch on an NVIDIA GPU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/engines/torch/cuda_dropout_launch.hpp"
#include "random/engines/torch/cuda_gpu.hpp"
#include "random/engines/torch/torch_cuda_generator.hpp"

namespace playground::dropout {

class InvertedDropout;
template <class Operation>
class OnePass;

/// keep iff curand's float32 uniform is below 1 - p, in float32 for float32 tensors and in float64
/// for float64 ones. Which word an element reads depends on the launch.
/// Source  at::native::fused_dropout_kernel.
class TorchCudaDraw {
 public:
  TorchCudaDraw(random::TorchCudaGenerator& generator, random::CudaGpu gpu,
                const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  std::size_t use_four_threads(std::size_t count, OnePass<InvertedDropout>& use) noexcept;

  random::TorchCudaGenerator before_;
  random::CudaDropoutLaunch launch_;
  double threshold_;
  std::optional<std::uint32_t> limit_;  // words below it are kept; nothing before apply()
  std::uint64_t position_ = 0;
};

}  // namespace playground::dropout
