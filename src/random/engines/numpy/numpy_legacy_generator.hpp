// NumPy's legacy generator (engine `numpy`), of np.random.seed: a Mersenne Twister, the uniforms
// and the normals made of its words.
//
// Source    numpy.random.RandomState; frozen, and the same in every NumPy.
// Answers   seed(0) gives rand() = 0.5488135039273248; instead of it, randn() = 1.764052345967664.
// Verified  tests/fixtures/numpy.json, printed by NumPy 1.24, 2.2 and 2.4.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/mt19937.hpp"
#include "random/engines/spare_normal.hpp"

namespace playground::random {

class NumpyLegacyGenerator {
 public:
  explicit NumpyLegacyGenerator(std::uint32_t seed) noexcept : words_(seed) {}

  /// np.random.seed. It forgets the kept normal too.
  void seed(std::uint32_t seed) noexcept;

  /// One word of 32 bits.
  std::uint32_t random() noexcept { return words_(); }

  /// Passes over the next `count` words, as np.random.bytes(4 * count) does. A kept normal stays.
  void skip(std::uint64_t count) noexcept { words_.skip(count); }

  /// np.random.rand(): in [0, 1), of 53 bits, exact; two words.
  double uniform64() noexcept {
    const std::uint64_t high = random() >> 5;  // 27 bits
    const std::uint64_t low = random() >> 6;   // 26 bits
    return static_cast<double>(high << 26 | low) * 0x1p-53;
  }

  /// np.random.randn(), by Marsaglia's polar method: normals come in pairs, of which the second is
  /// kept for the next call. NumPy calls the C library's log, and this log64(): they differ in the
  /// last bit of fewer than 1 logarithm in 100, and so may the normals.
  double normal() noexcept;

  /// The whole state as bytes, to be given to restore() in the same build.
  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  bool is_valid() const noexcept;

  Mt19937 words_;
  SpareNormal spare_;
};

}  // namespace playground::random
