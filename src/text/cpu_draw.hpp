// PyTorch's functions draw on the CPU unless they are told otherwise; the generator of torch-cuda
// has that of the CPU beside its dropout's.
#pragma once

#include <variant>

#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::text {

/// What `draw` draws from a generator of PyTorch's on the CPU: `given`, or the one that goes with
/// it.
template <class Draw>
tensor::Tensor drawn_on_cpu(random::Generator& given, Draw draw) {
  auto* cuda = std::get_if<random::TorchCudaEngine>(&given);
  if (cuda == nullptr) return draw(given);
  random::Generator cpu = random::TorchCpuEngine{cuda->cpu()};
  tensor::Tensor x = draw(cpu);
  cuda->cpu() = std::get<random::TorchCpuEngine>(cpu).generator;
  return x;
}

}  // namespace playground::text
