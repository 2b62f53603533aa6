// The words of PyTorch's CUDA generator for four threads, in SIMD registers. Apart from the
// generator, so that who only keeps one need not know xsimd.
#pragma once

#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/philox4x32_lanes.hpp"
#include "random/engines/torch/torch_cuda_generator.hpp"

namespace playground::random {

/// What generator.words() gives to threads first_thread to first_thread + 3, all below 2^32, side
/// by side. Eight of the rounds are left to the caller.
inline PhiloxLanes torch_cuda_lanes(const TorchCudaGenerator& generator, std::uint64_t first_thread,
                                    std::uint64_t draw) noexcept {
  const std::uint64_t position = generator.offset() / 4 + draw;
  return PhiloxLanes(
      static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(position >> 32),
      FourWords(static_cast<std::uint32_t>(first_thread)) + FourWords(0u, 1u, 2u, 3u), 0u,
      generator.key());
}

}  // namespace playground::random
