// The bytes of the engine `fast` by whole groups, in SIMD registers. Apart from the generator, so
// that who only keeps one need not know xsimd.
#pragma once

#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/philox4x32_lanes.hpp"
#include "random/engines/fast/fast_generator.hpp"

namespace playground::random {

/// Bytes 64 group to 64 group + 63: the first words of Philox blocks 4 group to 4 group + 3, then
/// their second, third and fourth ones, each least significant byte first. Eight of the rounds are
/// left to the caller.
inline PhiloxLanes fast_byte_lanes(const FastBytes& bytes, std::uint64_t group) noexcept {
  const std::uint64_t block = 4 * group;
  return PhiloxLanes(FourWords(static_cast<std::uint32_t>(block)) + FourWords(0u, 1u, 2u, 3u),
                     static_cast<std::uint32_t>(block >> 32),
                     static_cast<std::uint32_t>(bytes.call()),
                     static_cast<std::uint32_t>(bytes.call() >> 32), bytes.key());
}

}  // namespace playground::random
