// Sequences of several lengths, the longest first: padded to one, or packed, step after step
// without padding.
#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

/// How many sequences have each step, from a tensor.
///
/// Throws Raised unless they are positive and never grow.
std::vector<std::int64_t> batch_sizes_of(const Variable& batch_sizes);

/// All steps, [steps of all, …], and how many sequences have each.
///
/// input  [time, batch, …], or [batch, time, …] with batch_first; lengths  [batch]
/// Throws Raised, in PyTorch's words, for lengths that are not sorted or not positive.
std::tuple<Variable, Variable> pack_padded_sequence(const Variable& input, const Variable& lengths,
                                                    bool batch_first);

/// Sequences of one length, [time, batch, …], and the lengths that they had.
///
/// total_length  of what comes back, if it is positive
std::tuple<Variable, Variable> pad_packed_sequence(const Variable& data,
                                                   const Variable& batch_sizes, bool batch_first,
                                                   const Scalar& padding_value,
                                                   std::int64_t total_length);

}  // namespace playground::operations
