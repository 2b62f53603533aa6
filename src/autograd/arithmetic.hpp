// The two operations that a way back itself is made of.
#pragma once

#include "autograd/variable.hpp"

namespace playground::autograd {

/// a + b of one shape and dtype; recorded.
Variable sum_of(const Variable& a, const Variable& b);

/// sum += x, of one shape and dtype; not recorded. Counts the write.
void add_to(Variable& sum, const Variable& x);

/// The sum over what was repeated when a tensor of `shape` was broadcast to that of x; recorded.
/// x itself if nothing was.
Variable sum_to(const Variable& x, const Shape& shape);

Variable zeros(const Shape& shape, DType dtype, Device device);

}  // namespace playground::autograd
