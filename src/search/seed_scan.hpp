// Which seeds of one engine draw an observed mask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
  std::size_t index;       // of the seed, in its range
  std::uint32_t call;      // from 1: how many masks of this size the seed draws up to this one
  std::uint32_t skip = 0;  // which of the skips, by its place in the list

  friend bool operator==(const Match&, const Match&) = default;
};

/// Whether two calls of a seed draw the same.
bool every_call_draws_the_same(const random::Generator& generator) noexcept;

/// Which of `calls` calls of a generator, from 1, draw the mask. The generator stands before the
/// first of them, and somewhere behind it afterwards.
std::vector<std::uint32_t> matching_calls(random::Generator& generator, const ObservedMask& mask,
                                          std::uint32_t element_bytes, std::uint32_t calls);

class SeedScan {
 public:
  /// engine  with its options; the position of its stream does not matter
  /// dtype   of the input
  /// calls   how many calls of each seed are looked at, 1 or more
  /// skips   numbers of words that are drawn between the seed and the first call: each is tried
  /// Throws an Error: kLayer if the engine does not have the mask's layer; kDType, kIntegers or
  /// kEngine for a dtype that it cannot take; kEngine if it draws no words that could be skipped.
  SeedScan(random::Generator engine, ObservedMask mask, tensor::DType dtype, std::uint32_t calls,
           std::vector<std::uint32_t> skips = {0});

  /// How many calls are looked at: only 1 if every call of a seed draws the same.
  std::uint32_t calls() const noexcept { return calls_; }

  /// The matches, by seed, then by skip, then by call. A seed that is too large for the engine is
  /// taken modulo the number of its seeds.
  std::vector<Match> scan(SeedRange seeds) const;

  /// The same, but every seed is drawn through dropout::Draw. Most engines need nothing else, and
  /// for the others it is the oracle.
  std::vector<Match> scan_by_drawing(SeedRange seeds) const;

 private:
  random::Generator engine_;
  ObservedMask mask_;
  std::uint32_t element_bytes_;
  std::uint32_t calls_;
  std::vector<std::uint32_t> skips_;
};

}  // namespace playground::search
