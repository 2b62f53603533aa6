// Which words a Mersenne Twister must have given for the first numbers of a printed tensor, if
// these were drawn from it: what rejects nearly all seeds by a word or two.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "random/generator.hpp"
#include "tensor/dtype.hpp"

namespace playground::search {

/// How the numbers were drawn.
enum class Distribution : std::uint8_t { kUnknown, kUniform, kNormal };

/// (word & mask) >> shift is from low to high, both included.
struct WordBound {
  std::uint64_t position;  // of the word, from the first that the tensor drew
  std::uint32_t mask;
  int shift;
  std::uint32_t low;
  std::uint32_t high;
};

/// Of the few first numbers; none where the words of a number depend on those before, as with
/// np.random.randn, and for engines without a Mersenne Twister.
///
/// x         what was printed of all of them
/// rounding  how far each may be from it, one for each
/// dtype     in which they were drawn
std::vector<WordBound> word_bounds(const random::Generator& engine, Distribution distribution,
                                   tensor::DType dtype, std::span<const double> x,
                                   std::span<const double> rounding);

}  // namespace playground::search
