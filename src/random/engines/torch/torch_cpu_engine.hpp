// `torch-cpu`: PyTorch on a CPU, 2.7 and later; before that macOS, ARM and builds without MKL.
#pragma once

#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"
#include "random/engines/torch/torch_record.hpp"

namespace playground::random {

struct TorchCpuEngine {
  /// Source  at::native::dropout of 2.6 and 2.14, whose noise is empty_like(x); that of 1.13 was
  ///         row-major.
  static constexpr EngineRecord kRecord =
      torch_cpu_record("torch-cpu", Algorithm::kMt19937, StridedOrder::kMemory,
                       {.text = "mt19937, 53 bit", .by_hand = "mt19937, 24 bit"});
  static constexpr std::uint64_t kRandintIsWideFrom = kRandintWideFrom;

  TorchCpuGenerator generator{TorchCpuGenerator::kDefaultSeed};
  NormalKernel normal_kernel = NormalKernel::kAvx2;
  MaskForm form = MaskForm::kLayer;

  void seed(std::uint64_t seed) noexcept { generator.manual_seed(seed); }
};

}  // namespace playground::random
