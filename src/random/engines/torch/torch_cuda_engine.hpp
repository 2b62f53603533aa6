// `torch-cuda`: PyTorch on an NVIDIA GPU, which matters for large tensors only.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "random/engines/torch/cuda_gpu.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cuda_generator.hpp"
#include "random/engines/torch/torch_record.hpp"

namespace playground::random {

inline constexpr std::string_view kTorchCudaOptions[] = {"gpu"};

struct TorchCudaEngine {
  /// Source  fused_dropout_kernel_vec; channels and the alpha kinds draw by bernoulli_.
  static constexpr EngineRecord kRecord{.rules = {.name = "torch-cuda",
                                                  .framework = Framework::kTorch,
                                                  .device = Device::kCuda,
                                                  .layers = Layers::kOnlyDropoutHere,
                                                  .has_float64 = true,
                                                  .integers = Integers::kUncastable,
                                                  .arithmetic = Arithmetic::kProduct,
                                                  .strided_order = StridedOrder::kNotReproduced,
                                                  .at_one = Shortcut::kTimesZero,
                                                  .seed_kind = SeedKind::kInteger,
                                                  .stream = Stream::kCalls,
                                                  .algorithm = Algorithm::kPhilox4x32},
                                        .seeds = kTorchSeeds,
                                        .options = kTorchCudaOptions,
                                        .drawn_from = {.text = "Philox4x32-10"}};

  TorchCudaGenerator generator{TorchCudaGenerator::kDefaultSeed};
  CudaGpu gpu{108, 2048};  // an A100

  /// What draws on the CPU in the same program, such as torch.rand(…) without a device:
  /// torch.manual_seed seeds both. It is made only when somebody asks, since to seed it takes far
  /// longer than to seed the GPU's.
  TorchCpuGenerator& cpu() {
    if (!made_cpu) made_cpu.emplace(generator.initial_seed());
    return *made_cpu;
  }

  /// None until somebody has asked since the seeding.
  std::optional<TorchCpuGenerator> made_cpu;

  void seed(std::uint64_t seed) noexcept {
    generator.manual_seed(seed);
    made_cpu.reset();
  }

  /// Words of the CPU's, where a model is made.
  void skip(std::uint64_t count) { cpu().skip(count); }

  std::vector<std::byte> state() const;
  void restore(std::span<const std::byte> state);
};

}  // namespace playground::random
