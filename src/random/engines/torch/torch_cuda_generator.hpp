// PyTorch's CUDA generator (engine `torch-cuda`): a seed and an offset, from which every thread of
// a kernel draws by counting.
//
// Source    at::CUDAGeneratorImpl, curand_init and curand4 of cuRAND's Philox4_32_10.
// Verified  tests/fixtures/torch-cuda-kernel.json, by the real cuRAND 11.8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/philox4x32.hpp"

namespace playground::random {

class TorchCudaGenerator {
 public:
  /// What PyTorch starts from, until it is seeded.
  static constexpr std::uint64_t kDefaultSeed = 67280421310721;

  explicit TorchCudaGenerator(std::uint64_t seed = kDefaultSeed) noexcept { manual_seed(seed); }

  /// torch.cuda.manual_seed. A negative seed is passed as its two's complement. All 64 bits matter.
  void manual_seed(std::uint64_t seed) noexcept;

  std::uint64_t initial_seed() const noexcept { return seed_; }

  /// How many words each thread has spent since the seeding: a multiple of 4.
  std::uint64_t offset() const noexcept { return offset_; }

  /// The four words that `thread` of the next kernel takes from its draw number `draw`. Nothing is
  /// spent before advance().
  PhiloxWords words(std::uint64_t thread, std::uint64_t draw) const noexcept;

  /// The key of its Philox stream.
  PhiloxKey key() const noexcept {
    return {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)};
  }

  /// Ends a kernel that was granted `increment` words a thread; rounded up to a multiple of 4.
  void advance(std::uint64_t increment) noexcept { offset_ += (increment + 3) / 4 * 4; }

  /// The whole state as bytes, to be given to restore() in the same build.
  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  std::uint64_t seed_;
  std::uint64_t offset_;
};

}  // namespace playground::random
