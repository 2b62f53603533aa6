// Uniforms: in [0, 1) of any engine whose record names makers of them (torch.rand, np.random.rand,
// default_rng().random, jax.random.uniform), and on PyTorch's CPU between any bounds
// (tensor.uniform_).
//
// Source    at::uniform_real_distribution; x86-64 builds fuse the product and the sum.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13 with AVX2.
#pragma once

#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/generator.hpp"

namespace playground::random {

/// The next x.size() of them, in order, each rounded as the framework makes a number of this dtype:
/// float32 where the makers are PyTorch's, default_rng's or JAX's, and float64 where they are
/// PyTorch's or NumPy's. Of JAX, whose keys are not spent, those of a whole tensor.
void fill_uniform(Generator& generator, std::span<float> x);
void fill_uniform(Generator& generator, std::span<double> x);

/// u (high - low) + low, rounded once, of uniforms u in [0, 1): of 24 bits and one word each.
/// `low`, `high` and their difference are rounded to float32 first.
void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<float> x) noexcept;

/// The same of 53 bits and two words each.
void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<double> x) noexcept;

}  // namespace playground::random
