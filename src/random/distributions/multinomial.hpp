// torch.multinomial on the CPU: categories, drawn by their weights.
//
// Source    aten/src/ATen/native/Distributions.cpp and cpu/MultinomialKernel.cpp.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13.
#pragma once

#include <cstdint>
#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// Different categories: those of which weight / exponential is largest, the largest first. An
/// exponential is drawn for every category of every row before any is chosen; of one sample it is
/// this, too, with replacement.
///
/// weights  [rows, categories], at least `samples` of a row above 0; result  [rows, samples]
void fill_multinomial_without_replacement(TorchCpuGenerator& generator,
                                          std::span<const float> weights, std::size_t rows,
                                          std::span<std::int64_t> result);
void fill_multinomial_without_replacement(TorchCpuGenerator& generator,
                                          std::span<const double> weights, std::size_t rows,
                                          std::span<std::int64_t> result);

/// Categories that may come again: a uniform of 53 bits, two words, among the running sums.
///
/// weights  [rows, categories], with a positive sum in each row; result  [rows, samples]
void fill_multinomial_with_replacement(TorchCpuGenerator& generator, std::span<const float> weights,
                                       std::size_t rows, std::span<std::int64_t> result);
void fill_multinomial_with_replacement(TorchCpuGenerator& generator,
                                       std::span<const double> weights, std::size_t rows,
                                       std::span<std::int64_t> result);

}  // namespace playground::random
