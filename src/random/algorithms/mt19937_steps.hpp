// The steps of the Mersenne Twister, for a single word and a batch of words alike.
//
// Source  Matsumoto and Nishimura 1998; init_genrand and genrand_int32 of their mt19937ar.c.
#pragma once

#include <cstddef>
#include <cstdint>

namespace playground::random {

inline constexpr std::size_t kMt19937Shift = 397;  // m in the paper

/// State word `index` of a seeding, from the word before it. Word 0 is the seed.
template <class Word>
Word mt19937_seed_step(Word previous, std::uint32_t index) noexcept {
  return Word(1812433253u) * (previous ^ (previous >> 30)) + Word(index);
}

template <class Word>
Word mt19937_temper(Word y) noexcept {
  y = y ^ (y >> 11);
  y = y ^ ((y << 7) & Word(0x9d2c5680u));
  y = y ^ ((y << 15) & Word(0xefc60000u));
  return y ^ (y >> 18);
}

/// The successor of a state word, made of it, the next word, and the word kMt19937Shift further on.
template <class Word>
Word mt19937_twist(Word word, Word next, Word shifted) noexcept {
  const Word y = (word & Word(0x80000000u)) | (next & Word(0x7fffffffu));
  const Word odd = Word(0u) - (y & Word(1u));  // all ones where y is odd
  return shifted ^ (y >> 1) ^ (odd & Word(0x9908b0dfu));
}

}  // namespace playground::random
