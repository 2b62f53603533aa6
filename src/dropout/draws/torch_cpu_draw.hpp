// Decisions of PyTorch on the CPU without MKL.
#pragma once

#include <cstdint>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::dropout {

/// keep iff uniform64() < 1 - p, in float64: two words of the twister for each element.
/// Source  at::native::bernoulli_, default kernel.
class TorchCpuDraw {
 public:
  TorchCpuDraw(const random::TorchCpuGenerator& generator, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// The generator after the decisions so far.
  const random::TorchCpuGenerator& generator() const noexcept { return generator_; }

 private:
  random::TorchCpuGenerator generator_;
  std::uint64_t threshold_;
};

}  // namespace playground::dropout
