// Views that leave elements out, or have some twice: which elements of a tensor they show is told
// by numbers alone, and so is where the gradient of what they show goes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "autograd/node.hpp"
#include "operations/value.hpp"

namespace playground::operations {

/// A view of any tensor of a shape, such as "the second row".
struct ViewRule {
  Tensor (*of)(const Tensor& x, const std::vector<std::int64_t>& numbers);
  std::vector<std::int64_t> numbers;

  Tensor operator()(const Tensor& x) const { return of(x, numbers); }
};

/// The view, recorded under the name of a node.
Variable viewed(const Variable& self, const char* name, ViewRule rule);

/// Zeros of `shape`, to whose view x is added: the way back of viewed(). Recorded.
Variable placed(const Variable& x, const Shape& shape, const ViewRule& rule);

/// A view that shows every element, of which `way_back` is one operation.
Variable whole_view(const Variable& self, Tensor view, const char* name,
                    autograd::WayBack way_back);

}  // namespace playground::operations
