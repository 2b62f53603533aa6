// The 32-bit Mersenne Twister: the words behind PyTorch's CPU generator and NumPy's legacy one.
//
// Source   Matsumoto and Nishimura 1998, seeded as in their mt19937ar.c (init_genrand).
// Answers  Seed 5489 gives 3499211612, 581869302, 3890346734; its 10,000th word is 4123659995.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/mt19937_steps.hpp"

namespace playground::random {

class Mt19937 {
 public:
  static constexpr std::size_t kStateSize = 624;

  explicit Mt19937(std::uint32_t seed) noexcept { this->seed(seed); }

  void seed(std::uint32_t seed) noexcept;

  /// The next word.
  std::uint32_t operator()() noexcept {
    if (position_ == kStateSize) regenerate();
    return mt19937_temper(state_[static_cast<std::size_t>(position_++)]);
  }

  /// The next words.size() words: the same as that many single calls.
  void fill(std::span<std::uint32_t> words) noexcept;

  /// The next words before tempering, for callers that need few of their bits: as many as are left
  /// in the current block, but at most `count` and at least one. They count as drawn. The span is
  /// valid until the next call of any member.
  std::span<const std::uint32_t> take_untempered(std::size_t count) noexcept;

  /// Passes over the next `count` words.
  void skip(std::uint64_t count) noexcept;

  /// How many words of the current block are drawn, 0 to kStateSize. Every member keeps it in this
  /// range; a state that comes from outside has to be checked for it.
  std::uint64_t position() const noexcept { return position_; }

 private:
  void regenerate() noexcept;

  std::array<std::uint32_t, kStateSize> state_;
  std::uint64_t position_;  // 64 bits, so that a generator's bytes hold no padding
};

}  // namespace playground::random
