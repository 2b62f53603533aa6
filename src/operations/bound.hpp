// A way of calling an operation of which it is known what it calls: PyTorch's parser of arguments
// has been asked once.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "operations/arguments.hpp"
#include "operations/row.hpp"

namespace playground::operations {

/// Which overload takes arguments of certain kinds, and where each of its own comes from among
/// them.
struct Bound {
  const Row* row;
  std::vector<Source> sources;

  /// Calls it with arguments in the order of the schema, as `sources` says.
  Value operator()(std::span<const Value> arguments) const;
};

/// What call() calls for these arguments, if it calls the same for all of the same kinds.
std::optional<Bound> bound_by_kinds(std::string_view name, const Values& arguments,
                                    std::span<const std::string_view> names, bool is_method);

}  // namespace playground::operations
