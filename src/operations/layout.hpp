// What PyTorch's programs may say of how elements are laid out, of which there is one way here.
#pragma once

#include "operations/row.hpp"

namespace playground::operations {

/// torch.strided, a memory format, or whether memory is pinned: taken, and without effect.
struct Layout {};

template <>
struct internal::Argument<Layout> {
  static Layout of(const Value& /*value*/) { return {}; }
};

}  // namespace playground::operations
