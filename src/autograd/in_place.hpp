// Writing to a tensor while history is recorded.
#pragma once

#include "autograd/variable.hpp"

namespace playground::autograd {

/// Throws Raised, in PyTorch's words, unless `target` may be written in place now: not a leaf that
/// requires a gradient, nor a view of one, nor one of several views.
void require_writable(const Variable& target);

/// Makes `result` what is in `target`: its elements, rounded to the dtype of target, and its
/// history. Counts the write; of a view, the base gets the history ("CopySlices").
///
/// Throws Raised, in PyTorch's words, what require_writable throws, if the result is larger than
/// the target or of a dtype that does not become its, or if elements of the target lie in one
/// place.
Variable assign(const Variable& target, const Variable& result);

}  // namespace playground::autograd
