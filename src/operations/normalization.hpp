// Normalisation: elements less their mean, by their deviation.
#pragma once

#include <span>

#include "operations/row.hpp"

namespace playground::operations {

// The rows of the family, by file.
std::span<const Row> channel_norm_rows();
std::span<const Row> length_norm_rows();

}  // namespace playground::operations
