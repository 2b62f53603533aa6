// tensor.uniform_(low, high) on the CPU.
//
// Source    at::uniform_real_distribution; x86-64 builds fuse the product and the sum.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13 with AVX2.
#pragma once

#include <span>

#include "random/torch_cpu_generator.hpp"

namespace playground::random {

/// u (high - low) + low, rounded once, of uniforms u in [0, 1): of 24 bits and one word each.
/// `low`, `high` and their difference are rounded to float32 first.
void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<float> x) noexcept;

/// The same of 53 bits and two words each.
void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<double> x) noexcept;

}  // namespace playground::random
