// `torch-cpu`: PyTorch on a CPU, 2.7 and later; before that macOS, ARM and builds without MKL.
#pragma once

#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"
#include "random/engines/torch/torch_record.hpp"

namespace playground::random {

struct TorchCpuEngine {
  static constexpr EngineRecord kRecord = torch_cpu_record(
      "torch-cpu", Algorithm::kMt19937, {.text = "mt19937, 53 bit", .by_hand = "mt19937, 24 bit"});
  static constexpr std::uint64_t kRandintIsWideFrom = kRandintWideFrom;

  TorchCpuGenerator generator{TorchCpuGenerator::kDefaultSeed};
  NormalKernel normal_kernel = NormalKernel::kAvx2;
  MaskForm form = MaskForm::kLayer;

  void seed(std::uint64_t seed) noexcept { generator.manual_seed(seed); }
};

}  // namespace playground::random
