// Normals: standard ones of any engine whose record names makers of them (torch.randn,
// np.random.randn), and on PyTorch's CPU those of any mean and deviation (tensor.normal_).
//
// Source    at::native::templates::cpu::normal_fill and normal_fill_AVX2.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13 with AVX2.
#pragma once

#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"
#include "random/generator.hpp"

namespace playground::random {

/// The next x.size() of them, in order: float32 where the makers are PyTorch's, and float64 also
/// where they are those of np.random.
void fill_normal(Generator& generator, std::span<float> x);
void fill_normal(Generator& generator, std::span<double> x);

/// Of 16 elements and more, z std + mean of the z of randn, in the elements' type and, with AVX2,
/// rounded once; of fewer in float64, rounded to the elements' type.
void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<float> x,
                 NormalKernel kernel = NormalKernel::kAvx2) noexcept;
void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<double> x,
                 NormalKernel kernel = NormalKernel::kAvx2) noexcept;

}  // namespace playground::random
