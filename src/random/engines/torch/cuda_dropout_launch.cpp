#include "random/engines/torch/cuda_dropout_launch.hpp"

#include <algorithm>
#include <cstddef>

namespace playground::random {
namespace {

constexpr std::uint64_t kBlockSize = 256;
constexpr std::uint64_t kComponents = 4;  // words in a draw

std::uint32_t widest(CudaVectorApi api, std::uint32_t element_bytes) noexcept {
  switch (api) {
    case CudaVectorApi::kSixteenBytes:
      return 16 / element_bytes;
    case CudaVectorApi::kFourElements:
      return 4;
    case CudaVectorApi::kSingle:
      break;
  }
  return 1;
}

}  // namespace

CudaDropoutLaunch cuda_dropout_launch(std::uint64_t size, std::uint32_t element_bytes, CudaGpu gpu,
                                      CudaVectorApi api) noexcept {
  const std::uint64_t resident_blocks =
      gpu.multiprocessors * (gpu.threads_per_multiprocessor / kBlockSize);
  const std::uint64_t blocks = std::min((size - 1) / kBlockSize + 1, resident_blocks);
  const std::uint64_t threads = blocks * kBlockSize;
  std::uint32_t width = widest(api, element_bytes);
  while (size % width != 0) width /= 2;
  // PyTorch computes the increment as if every draw served four elements, at any width.
  return {threads, width, ((size - 1) / (threads * kComponents) + 1) * kComponents};
}

CudaDraw cuda_dropout_draw(const CudaDropoutLaunch& launch, std::uint64_t element) noexcept {
  if (launch.vector_width == 1) {
    // One draw serves four elements, which are a whole grid apart.
    const std::uint64_t round = element / launch.threads;
    return {element % launch.threads, round / kComponents,
            static_cast<std::uint32_t>(round % kComponents)};
  }
  // Neighbours share a thread and a draw. With a width of 2, two words of each draw are unused;
  // with a width of 8, a thread takes two draws.
  const std::uint64_t vector = element / launch.vector_width;
  const std::uint64_t lane = element % launch.vector_width;
  const std::uint64_t draws = std::max<std::uint64_t>(launch.vector_width / kComponents, 1);
  return {vector % launch.threads, vector / launch.threads * draws + lane / kComponents,
          static_cast<std::uint32_t>(lane % kComponents)};
}

void cuda_dropout_words(const TorchCudaGenerator& generator, const CudaDropoutLaunch& launch,
                        std::uint64_t first, std::span<std::uint32_t> words) noexcept {
  CudaDraw drawn{};
  PhiloxWords four{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const CudaDraw draw = cuda_dropout_draw(launch, first + i);
    if (i == 0 || draw.thread != drawn.thread || draw.draw != drawn.draw) {
      four = generator.words(draw.thread, draw.draw);
      drawn = draw;
    }
    words[i] = four[draw.component];
  }
}

}  // namespace playground::random
