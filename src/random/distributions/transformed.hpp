// Numbers that are each made of one uniform or one normal, in float64: geometric_, cauchy_ and
// log_normal_ on the CPU.
//
// Source    at::geometric_distribution, at::cauchy_distribution, at::lognormal_distribution.
// Verified  tests/fixtures/operations/draws.json, PyTorch 1.13, whose C library has other last
// bits.
#pragma once

#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// How many trials it takes until one succeeds: log u / log (1 - p), rounded up, of a uniform of 53
/// bits, two words.
///
/// p  in (0, 1)
void fill_geometric(TorchCpuGenerator& generator, double p, std::span<double> x) noexcept;

/// median + sigma tan(pi (u - 1/2)) of a uniform of 53 bits, two words.
void fill_cauchy(TorchCpuGenerator& generator, double median, double sigma,
                 std::span<double> x) noexcept;

/// e^(mean + std z) of normals, which are drawn one by one, however many there are.
void fill_log_normal(TorchCpuGenerator& generator, double mean, double std,
                     std::span<double> x) noexcept;

}  // namespace playground::random
