// PyTorch's CPU generator (engine `torch-cpu`): a Mersenne Twister, the uniforms and the normals
// made of its words.
//
// Source    at::CPUGeneratorImpl; the same in every PyTorch from 1.13 to 2.14, on every platform.
// Verified  tests/fixtures/torch-cpu-default.json, printed by PyTorch 1.13, 2.6 and 2.14.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/mt19937.hpp"
#include "random/engines/spare_normal.hpp"

namespace playground::random {

class TorchCpuGenerator {
 public:
  /// What torch.Generator() starts from, until it is seeded.
  static constexpr std::uint64_t kDefaultSeed = 67280421310721;

  explicit TorchCpuGenerator(std::uint64_t seed = kDefaultSeed) noexcept;

  /// torch.Generator.manual_seed. A negative seed is passed as its two's complement. The twister
  /// takes the low 32 bits only. A kept normal is forgotten.
  void manual_seed(std::uint64_t seed) noexcept;

  std::uint64_t initial_seed() const noexcept { return seed_; }

  /// One word of 32 bits.
  std::uint32_t random() noexcept { return words_(); }

  /// Two words; the first is the high half.
  std::uint64_t random64() noexcept;

  /// In [0, 1), of 24 bits, exact; one word.
  float uniform32() noexcept;

  /// In [0, 1), of 53 bits, exact; two words.
  double uniform64() noexcept;

  /// A normal of mean 0 and deviation 1, by Box and Muller: they come in pairs, of which the second
  /// is kept for the next call, through any other draws. PyTorch calls the C library's functions,
  /// and this float64_functions.hpp: the last bit of a float64 normal may differ.
  double normal() noexcept;

  /// The next words.size() words: the same as that many random().
  void fill(std::span<std::uint32_t> words) noexcept { words_.fill(words); }

  /// Passes over the next `count` words. A kept normal stays.
  void skip(std::uint64_t count) noexcept { words_.skip(count); }

  /// Mt19937::take_untempered of its words.
  std::span<const std::uint32_t> take_untempered(std::size_t count) noexcept {
    return words_.take_untempered(count);
  }

  /// The whole state as bytes, to be given to restore() in the same build.
  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  bool is_valid() const noexcept;

  std::uint64_t seed_;
  Mt19937 words_;
  SpareNormal spare_;
};

}  // namespace playground::random
