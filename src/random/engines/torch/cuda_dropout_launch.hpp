// Which draw of which GPU thread each element of PyTorch's fused CUDA dropout reads: pure functions
// of the size, its element type and the GPU.
//
// Source    aten/src/ATen/native/cuda/Dropout.cu: fused_dropout_kernel and its _vec form.
// Verified  tests/fixtures/torch-cuda-kernel.json (that kernel's text, compiled for a CPU), and
//           figures that a P100 and an RTX 4080 SUPER printed.
#pragma once

#include <cstdint>
#include <span>

#include "random/engines/torch/cuda_gpu.hpp"
#include "random/engines/torch/torch_cuda_generator.hpp"

namespace playground::random {

/// How many neighbouring elements a thread may take at once; differs with the version of PyTorch.
enum class CudaVectorApi {
  kSixteenBytes,  // after 2.6: 4 of float32, 2 of float64
  kFourElements,  // 1.6 to 2.6: 4 of any type
  kSingle,        // 1.1 to 1.5: one
};

struct CudaDropoutLaunch {
  std::uint64_t threads;           // of the whole grid
  std::uint32_t vector_width;      // elements that a thread takes at once: 8, 4, 2 or 1
  std::uint64_t offset_increment;  // what the generator's offset grows by
};

/// A word of the generator: component `component` of thread `thread`'s draw number `draw`.
struct CudaDraw {
  std::uint64_t thread;
  std::uint64_t draw;  // counted from the launch's first
  std::uint32_t component;
};

/// The launch for `size` elements of `element_bytes` (2, 4 or 8) each; size > 0, and PyTorch
/// launches nothing at p = 0, at p = 1 or in eval mode.
///
/// For up to 14336 elements all GPUs of cuda_gpus() give the same, since each has enough threads.
CudaDropoutLaunch cuda_dropout_launch(std::uint64_t size, std::uint32_t element_bytes, CudaGpu gpu,
                                      CudaVectorApi api = CudaVectorApi::kSixteenBytes) noexcept;

/// What element `element` of that launch reads. It is kept iff curand_uniform(word) < 1 - p, in the
/// element's type (float32 for types below it).
CudaDraw cuda_dropout_draw(const CudaDropoutLaunch& launch, std::uint64_t element) noexcept;

/// The words of elements first, first + 1, … of that launch, and no others. When all are drawn,
/// call generator.advance(launch.offset_increment).
void cuda_dropout_words(const TorchCudaGenerator& generator, const CudaDropoutLaunch& launch,
                        std::uint64_t first, std::span<std::uint32_t> words) noexcept;

}  // namespace playground::random
