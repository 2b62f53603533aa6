// How far a prediction is from its target.
#pragma once

#include <cstdint>
#include <span>

#include "operations/row.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// torch.nn.functional's `reduction`, by the number that PyTorch's schemas have for it.
enum class Reduction : std::uint8_t { kNone, kMean, kSum };

/// Throws Raised for a number that is none.
Reduction reduction_of(std::int64_t number);

/// The greater one of each element and a number; recorded as torch.clamp_min.
Variable at_least(const Variable& x, double least);

/// The losses themselves, their mean or their sum; recorded.
Variable reduced_loss(const Variable& losses, Reduction reduction);

/// Throws Raised, in PyTorch's words, unless x has the dtype.
void require_scalar_type(const Variable& x, DType dtype);

}  // namespace playground::operations
