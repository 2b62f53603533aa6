// torch.randn on the CPU: normals drawn from PyTorch's CPU generator, as its normal_ fills memory.
//
// Source    at::native::templates::cpu::normal_fill and normal_fill_AVX2 (Box-Muller).
// Answers   manual_seed(0): randn(2) is 1.5409961, -0.2934289.
// Verified  tests/fixtures/torch-cpu-default.json: float32, both kernels, PyTorch 1.13 to 2.14.
#pragma once

#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// The machine code that fills 16 float32 normals and more; it decides their last bits.
enum class NormalKernel {
  kAvx2,    // x86-64 with AVX2, built by GCC: nearly every PC and server
  kScalar,  // ARM, or x86-64 without AVX2; with glibc's functions
};

/// torch.randn(x.size()). Fewer than 16 are drawn one by one, through generator.normal(). More are
/// made of uniforms in blocks of 16, without the normal that the generator may keep; if the last
/// block is not full, the last 16 are drawn again.
void fill_normal(TorchCpuGenerator& generator, std::span<float> x,
                 NormalKernel kernel = NormalKernel::kAvx2) noexcept;

/// The same for dtype=torch.float64, which PyTorch makes with the C library's log, sine and cosine:
/// those of float64_functions.hpp differ from glibc's in the last bit of 1 number in 37.
void fill_normal(TorchCpuGenerator& generator, std::span<double> x) noexcept;

}  // namespace playground::random
