// tensor.bernoulli_(p) and torch.bernoulli(p) on the CPU: ones and zeros. The two take different
// words, so that one seed gives two masks.
//
// Source    at::native::templates::cpu::bernoulli_kernel; at::native::bernoulli_mkl_kernel.
// Verified  tests/fixtures/torch-distributions.json, PyTorch 1.13.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>

#include "random/algorithms/mcg31.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// bernoulli_(p) with a number: 1 where a uniform of 53 bits, two words, is below p.
template <class T>
void fill_bernoulli(TorchCpuGenerator& generator, double p, std::span<T> x) noexcept {
  for (T& value : x) value = static_cast<T>(generator.uniform64() < p);
}

/// bernoulli_(p) with a number where MKL draws it, in PyTorch up to 2.6: 1 where the float32 of an
/// MCG31 value / 2^31 is below the float32 of p. One word of the twister seeds all values.
template <class T>
void fill_bernoulli_mkl(TorchCpuGenerator& generator, double p, std::span<T> x) noexcept {
  if (x.empty()) return;
  Mcg31 values(generator.random());
  for (T& value : x) value = static_cast<T>(mcg31_uniform(values()) < static_cast<float>(p));
}

/// bernoulli(p), bernoulli_(p) with a tensor, element by element: of float32 probabilities by
/// uniforms of 24 bits, one word each.
template <class T>
void fill_bernoulli(TorchCpuGenerator& generator, std::span<const float> p,
                    std::span<T> x) noexcept {
  assert(p.size() == x.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<T>(generator.uniform32() < p[i]);
}

/// The same of float64 probabilities, by uniforms of 53 bits, two words each.
template <class T>
void fill_bernoulli(TorchCpuGenerator& generator, std::span<const double> p,
                    std::span<T> x) noexcept {
  assert(p.size() == x.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<T>(generator.uniform64() < p[i]);
}

}  // namespace playground::random
