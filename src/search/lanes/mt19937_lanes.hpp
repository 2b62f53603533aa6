// Mersenne Twisters of consecutive seeds, side by side. Seeding is a chain of 623 steps that SIMD
// cannot shorten, but here each lane has a seed of its own.
//
// A word needs the state up to kMt19937Shift words further on, and no more than that is computed.
// So the first words of a seed cost two thirds of a whole seeding, and hardly any twisting.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "random/algorithms/mt19937.hpp"

namespace playground::search {

class Mt19937Lanes {
 public:
  using Words = xsimd::batch<std::uint32_t>;

  /// Several batches, because each step of the seeding waits for the one before.
  static constexpr std::size_t kBatches = 4;
  static constexpr std::size_t kLanes = kBatches * Words::size;

  using Lanes = std::array<Words, kBatches>;

  /// Lane i starts from the seed first + i.
  void seed(std::uint32_t first) noexcept;

  /// Word `position` of every lane. To go back into an earlier block of 624 costs a new seeding.
  Lanes word(std::uint64_t position) noexcept;

 private:
  static constexpr std::size_t kStateSize = random::Mt19937::kStateSize;

  Words load(std::size_t index, std::size_t b) const noexcept;
  void store(Words words, std::size_t index, std::size_t b) noexcept;
  void begin() noexcept;
  void seed_until(std::size_t count) noexcept;
  void twist_until(std::size_t count) noexcept;

  // Word i of every lane, then word i + 1, and so on. Words from seeded_ on are not computed yet.
  alignas(Words::arch_type::alignment()) std::array<std::uint32_t, kStateSize * kLanes> state_{};
  std::uint32_t first_;
  std::size_t seeded_;   // state words that are computed
  std::size_t twisted_;  // state words that belong to the current block
  std::uint64_t block_;  // position of the current block's first word
};

}  // namespace playground::search
