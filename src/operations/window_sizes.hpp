// The whole numbers that kernels, strides, paddings and sizes are given by.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// Throws Raised for numbers so large that sums and products of a few of them would be none: no
/// tensor has such sizes.
void require_small(const std::vector<std::int64_t>& numbers, std::string_view name);

/// Of the height and of the width.
using Pair = std::pair<std::int64_t, std::int64_t>;

/// One number for both, or one for each.
///
/// Throws Raised, in PyTorch's words, for more or fewer.
Pair pair_of(const std::vector<std::int64_t>& given, std::string_view operation,
             std::string_view name);

/// The only one.
///
/// Throws Raised, in PyTorch's words, for more or none.
std::int64_t one_of(const std::vector<std::int64_t>& given, std::string_view operation,
                    std::string_view name);

/// Throws what a tensor of that shape does for which there is no room, before anything is made for
/// it.
void require_room(const Shape& shape, DType dtype);

}  // namespace playground::operations
