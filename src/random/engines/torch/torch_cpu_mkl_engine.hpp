// `torch-cpu-mkl`: PyTorch on an Intel CPU up to 2.6, wheels with MKL. The generator and the makers
// are those of `torch-cpu`, except randint of wide ranges. Bernoulli masks are drawn differently.
#pragma once

#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"
#include "random/engines/torch/torch_record.hpp"

namespace playground::random {

struct TorchCpuMklEngine {
  static constexpr EngineRecord kRecord =
      torch_cpu_record("torch-cpu-mkl", Algorithm::kMt19937ThenMcg31, StridedOrder::kRowMajor,
                       {.text = "mt19937 → MCG31m1", .by_hand = "mt19937, 24 bit"});
  static constexpr std::uint64_t kRandintIsWideFrom = kRandintWideFromUpTo2_6;

  TorchCpuGenerator generator{TorchCpuGenerator::kDefaultSeed};
  NormalKernel normal_kernel = NormalKernel::kAvx2;
  MaskForm form = MaskForm::kLayer;

  void seed(std::uint64_t seed) noexcept { generator.manual_seed(seed); }
};

}  // namespace playground::random
