// Decisions of dropout written by hand in PyTorch on the CPU.
#pragma once

#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/engines/mask_form.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::dropout {

/// keep iff torch.rand() > p, or torch.rand() < 1 - p: float32 uniforms of 24 bits, one word for
/// each element, compared with the float32 of the number.
/// Verified  tests/fixtures/hand-dropout.json, by PyTorch 1.13.
class TorchRandDraw {
 public:
  /// form  kRandAboveP or kRandBelowKeep
  TorchRandDraw(const random::TorchCpuGenerator& generator, random::MaskForm form,
                const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// The generator after the decisions so far.
  const random::TorchCpuGenerator& generator() const noexcept { return generator_; }

 private:
  random::TorchCpuGenerator generator_;
  bool keeps_above_;
  float threshold_;
};

}  // namespace playground::dropout
