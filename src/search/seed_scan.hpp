// Which seeds of one engine draw an observed mask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dropout/draw.hpp"
#include "random/generator.hpp"
#include "search/observed_mask.hpp"
#include "tensor/dtype.hpp"

namespace playground::search {

/// Consecutive seeds, modulo 2^64.
struct SeedRange {
  std::uint64_t first;
  std::size_t count;
};

struct Match {
  std::size_t index;   // of the seed, in its range
  std::uint32_t call;  // from 1: how many masks of this size the seed draws up to this one

  friend bool operator==(const Match&, const Match&) = default;
};

class SeedScan {
 public:
  /// engine  with its options; the position of its stream does not matter
  /// dtype   of the input
  /// calls   how many calls of each seed are looked at, 1 or more
  /// Throws an Error (kDType, kIntegers, kEngine) for a dtype that the engine cannot take.
  SeedScan(random::Generator engine, ObservedMask mask, tensor::DType dtype, std::uint32_t calls);

  /// How many calls are looked at: only 1 if every call of a seed draws the same.
  std::uint32_t calls() const noexcept { return calls_; }

  /// The matches, by seed, then by call. A seed that is too large for the engine is taken modulo
  /// the number of its seeds.
  std::vector<Match> scan(SeedRange seeds) const;

  /// The same, but every seed is drawn through dropout::Draw. Most engines need nothing else, and
  /// for the others it is the oracle.
  std::vector<Match> scan_by_drawing(SeedRange seeds) const;

 private:
  std::vector<Match> scan_linen(const random::FlaxLinenEngine& engine, SeedRange seeds) const;

  dropout::DrawRequest request() const noexcept;

  random::Generator engine_;
  ObservedMask mask_;
  std::uint32_t element_bytes_;
  std::uint32_t calls_;
};

}  // namespace playground::search
