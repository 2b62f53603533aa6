// What a program may say of a tensor that is made: its dtype and device, and how its elements are
// laid out, of which there is one way here.
#pragma once

#include <optional>

#include "operations/layout.hpp"

namespace playground::operations {

using MaybeDType = std::optional<DType>;
using MaybeDevice = std::optional<Device>;
/// Whether memory is pinned, which is without effect, too.
using MaybePinned = std::optional<bool>;

/// The last arguments of the schema of every operation that makes a tensor: MaybeDType, Layout,
/// MaybeDevice and MaybePinned. A macro, since only literals are joined to a literal.
#define PLAYGROUND_TENSOR_OPTIONS PLAYGROUND_TENSOR_OPTIONS_OF("None")
/// The same with a dtype that it has if none is said.
#define PLAYGROUND_TENSOR_OPTIONS_OF(dtype)            \
  "*, ScalarType? dtype=" dtype                        \
  ", Layout? layout=None, Device? device=None, bool? " \
  "pin_memory=None"

}  // namespace playground::operations
