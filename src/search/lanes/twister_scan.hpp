// The scan of the engines that draw from a Mersenne Twister: many seeds at once, in SIMD lanes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "random/generator.hpp"
#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"
#include "search/word_bounds.hpp"

namespace playground::search {

/// Whether an engine is `torch-cpu`, `torch-cpu-mkl` or `numpy`.
bool is_twister(const random::Generator& engine) noexcept;

/// SeedScan::scan for such an engine. It takes the low 32 bits of a seed.
std::vector<Match> scan_twisters(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, std::span<const std::uint32_t> skips,
                                 SeedRange seeds);

/// The seeds of PyTorch's Mersenne Twister or NumPy's whose words lie within bounds.
class BoundedTwisters {
 public:
  explicit BoundedTwisters(std::vector<WordBound> bounds) : bounds_(std::move(bounds)) {}

  /// The places in the range of those whose words, behind any of the skips, do.
  std::vector<std::size_t> plausible(SeedRange seeds, std::span<const std::uint32_t> skips) const;

 private:
  std::vector<WordBound> bounds_;
};

}  // namespace playground::search
