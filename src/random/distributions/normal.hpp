// tensor.normal_(mean, std) on the CPU: randn, scaled and moved.
//
// Source    at::native::templates::cpu::normal_fill and normal_fill_AVX2.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13 with AVX2.
#pragma once

#include <span>

#include "random/torch_cpu_generator.hpp"
#include "random/torch_cpu_normal.hpp"

namespace playground::random {

/// Of 16 elements and more, z std + mean of the z of randn, in the elements' type and, with AVX2,
/// rounded once; of fewer in float64, rounded to the elements' type.
void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<float> x,
                 NormalKernel kernel = NormalKernel::kAvx2) noexcept;
void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<double> x,
                 NormalKernel kernel = NormalKernel::kAvx2) noexcept;

}  // namespace playground::random
