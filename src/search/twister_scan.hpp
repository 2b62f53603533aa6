// The scan of the engines that draw from a Mersenne Twister: many seeds at once, in SIMD lanes.
#pragma once

#include <cstdint>
#include <vector>

#include "random/generator.hpp"
#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"

namespace playground::search {

/// Whether an engine is `torch-cpu`, `torch-cpu-mkl` or `numpy`.
bool is_twister(const random::Generator& engine) noexcept;

/// SeedScan::scan for such an engine. It takes the low 32 bits of a seed.
std::vector<Match> scan_twisters(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, SeedRange seeds);

}  // namespace playground::search
