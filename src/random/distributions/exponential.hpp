// tensor.exponential_(lambd) on the CPU, by which PyTorch also draws without replacement and Gumbel
// noise.
//
// Source    at::exponential_distribution, without MKL.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13.
#pragma once

#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// -log(1 - u) / lambd of uniforms of 53 bits, two words each, in float64, rounded to the elements'
/// type. PyTorch calls the C library's logarithm: the last bit of a float64 may differ.
void fill_exponential(TorchCpuGenerator& generator, double lambd, std::span<float> x) noexcept;
void fill_exponential(TorchCpuGenerator& generator, double lambd, std::span<double> x) noexcept;

}  // namespace playground::random
