// The generator of the engine `fast`, which is our own: bytes from a counter, with a stream for
// each call.
//
// Source      Philox4x32-10 of Salmon et al. 2011; the mixing function of SplitMix64 (Steele, Lea
//             and Flood 2014).
// Definition  docs/decisions/0009-the-fast-engine.md
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/philox4x32.hpp"

namespace playground::random {

/// SplitMix64's output function, a bijection.
constexpr std::uint64_t split_mix64(std::uint64_t z) noexcept {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// The bytes of one call. Each can be computed without the others.
class FastBytes {
 public:
  static constexpr std::size_t kGroup = 64;  // bytes made at once

  FastBytes(std::uint64_t seed, std::uint64_t call) noexcept;

  /// What names their stream of Philox, and which call of it they are.
  PhiloxKey key() const noexcept { return key_; }
  std::uint64_t call() const noexcept { return call_; }

  /// One of these bytes.
  std::uint8_t byte(std::uint64_t index) const noexcept;

  /// A word of 64 bits for byte `index`, independent of that byte, for when the byte is not enough.
  std::uint64_t word(std::uint64_t index) const noexcept {
    constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;  // 2^64 / the golden ratio, odd
    return split_mix64(mixing_key_ + (index + 1) * kGolden);
  }

 private:
  PhiloxKey key_;
  std::uint64_t call_;
  std::uint64_t mixing_key_;
};

class FastGenerator {
 public:
  explicit FastGenerator(std::uint64_t seed = 0) noexcept { manual_seed(seed); }

  void manual_seed(std::uint64_t seed) noexcept;
  std::uint64_t initial_seed() const noexcept { return seed_; }

  /// How many calls have been drawn since the seeding.
  std::uint64_t calls() const noexcept { return calls_; }

  /// The bytes of the next call.
  FastBytes next_call() noexcept { return FastBytes(seed_, calls_++); }

  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  std::uint64_t seed_;
  std::uint64_t calls_;
};

}  // namespace playground::random
