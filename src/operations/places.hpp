// Elements of a tensor by where they lie, and their gradients: two by two, each of these is the way
// back of another.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "operations/value.hpp"
#include "ops/places.hpp"

namespace playground::operations {

/// What the way there and the way back share.
using Places = std::shared_ptr<const ops::Places>;

Places places_of(ops::Places places);

/// The elements there, in `shape`.
Variable taken(const Variable& x, const Places& places, const Shape& shape, std::string_view name);

/// What becomes of elements and the values that come there, one after another.
enum class Put : std::uint8_t { kOver, kAdded, kMultiplied };

/// x with `values` put there, which are as many. In place it is x itself.
Variable with_put(const Variable& x, const Places& places, const Variable& values, Put put,
                  std::string_view name, bool is_in_place = false);

/// x with one number put there.
Variable with_value(const Variable& x, const Places& places, const Scalar& value,
                    std::string_view name, bool is_in_place = false);

}  // namespace playground::operations
