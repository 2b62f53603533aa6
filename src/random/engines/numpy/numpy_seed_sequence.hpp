// NumPy's SeedSequence: hashes an integer of any size into as many words as a generator wants.
//
// Source    numpy/random/bit_generator.pyx, after O'Neill 2015, "Developing a seed_seq
// alternative". Answers   Seed 0 gives 2968811710, 3677149159, 745650761, 2884920346. Verified
// Through PCG64, by tests/fixtures/numpy.json, printed by NumPy 1.24 to 2.4.
#pragma once

#include <cstdint>
#include <span>

namespace playground::random {

/// SeedSequence(seed).generate_state(state.size()).
///
/// seed  the integer in words, least significant first. Zeros at its end change nothing, so 0 may
///       be no word at all.
void numpy_seed_sequence(std::span<const std::uint32_t> seed,
                         std::span<std::uint32_t> state) noexcept;

}  // namespace playground::random
