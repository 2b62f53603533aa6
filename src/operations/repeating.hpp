// The elements of a tensor several times, or in another order along its dimensions.
#pragma once

#include <cstdint>
#include <optional>

#include "operations/views.hpp"

namespace playground::operations {

Variable repeat(const Variable& self, const Integers& repeats);
Variable tile(const Variable& self, const Integers& dims);

/// Each slice so many times as `repeats` says, which is one number for all or one for each; along
/// the tensor flat if there is no dimension.
///
/// output_size  what the repeats come to, if that is known
Variable repeat_interleave(const Variable& self, const Variable& repeats,
                           std::optional<std::int64_t> dim = std::nullopt,
                           std::optional<std::int64_t> output_size = std::nullopt);

/// Moved on by so many places, and round the end; along the tensor flat if there are no dimensions.
Variable roll(const Variable& self, const Integers& shifts, const Integers& dims = {});
Variable flip(const Variable& self, const Integers& dims);
/// Turned k times by a quarter, from the first of two dimensions towards the second.
Variable rot90(const Variable& self, std::int64_t k = 1, const Integers& dims = {0, 1});

}  // namespace playground::operations
