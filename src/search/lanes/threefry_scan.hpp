// The scan of the engines that draw from Threefry, JAX's and Flax's: many seeds at once, in SIMD
// lanes.
#pragma once

#include <cstdint>
#include <vector>

#include "random/generator.hpp"
#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"

namespace playground::search {

/// Whether an engine is `jax`, `flax-linen` or `flax-nnx`.
bool draws_by_threefry(const random::Generator& engine) noexcept;

/// SeedScan::scan for such an engine, which skips no words. It takes the low 32 bits of a seed.
std::vector<Match> scan_threefry(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, SeedRange seeds);

}  // namespace playground::search
