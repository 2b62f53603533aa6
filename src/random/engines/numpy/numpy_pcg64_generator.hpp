// NumPy's default_rng (engine `numpy-pcg64`): PCG64 and the uniforms made of its words.
//
// Source    O'Neill 2014, "PCG: A family of simple fast space-efficient statistically good
//           algorithms" (XSL-RR 128/64), as numpy/random/src/pcg64 seeds and reads it.
// Answers   default_rng(42) gives 14276969152011380360 and so random() = 0.7739560485559633.
// Verified  tests/fixtures/numpy.json, printed by NumPy 1.24, 2.2 and 2.4.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace playground::random {

__extension__ typedef unsigned __int128 Uint128;

class NumpyPcg64Generator {
 public:
  /// seed  any integer from 0 in words, least significant first.
  explicit NumpyPcg64Generator(std::span<const std::uint32_t> seed) noexcept { this->seed(seed); }

  /// Starts afresh, as a new default_rng(seed) does.
  void seed(std::span<const std::uint32_t> seed) noexcept;

  /// One word of 64 bits.
  std::uint64_t random64() noexcept {
    step();
    const auto high = static_cast<std::uint64_t>(state_ >> 64);
    return std::rotr(high ^ static_cast<std::uint64_t>(state_), static_cast<int>(high >> 58));
  }

  /// Half a word of 64 bits: first the low half, and in the next call the high one, which is kept.
  std::uint32_t random32() noexcept;

  /// Passes over the next `count` halves, as Generator.bytes(4 * count) does.
  void skip(std::uint64_t count) noexcept;

  /// Generator.random(): in [0, 1), of 53 bits, exact. It does not use a kept half.
  double uniform64() noexcept { return static_cast<double>(random64() >> 11) * 0x1p-53; }

  /// Generator.random(dtype=float32): in [0, 1), of 24 bits, exact.
  float uniform32() noexcept { return static_cast<float>(random32() >> 8) * 0x1p-24f; }

  /// The whole state as bytes, to be given to restore() in the same build.
  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  static constexpr Uint128 kMultiplier = Uint128{0x2360ed051fc65da4} << 64 | 0x4385df649fccf645;

  void step() noexcept { state_ = state_ * kMultiplier + increment_; }
  bool is_valid() const noexcept;

  Uint128 state_;
  Uint128 increment_;       // odd
  std::uint64_t half_;      // the high half of a word whose low half is spent
  std::uint64_t has_half_;  // 0 or 1; 64 bits, so that a generator's bytes hold no padding
};

}  // namespace playground::random
