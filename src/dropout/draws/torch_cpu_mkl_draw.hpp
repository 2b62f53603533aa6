// Decisions of PyTorch on the CPU with MKL.
#pragma once

#include <cstdint>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/algorithms/mcg31.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::dropout {

/// keep iff the float32 of an MCG31 value / 2^31 is below the float32 of 1 - p. One word of the
/// twister seeds the whole call.
/// Source  at::native::bernoulli_mkl_kernel and MKL's viRngBernoulli.
class TorchCpuMklDraw {
 public:
  TorchCpuMklDraw(random::TorchCpuGenerator& generator, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  random::Mcg31 values_;
  float keep_probability_;
  std::uint32_t limit_;  // values below it are kept
};

}  // namespace playground::dropout
