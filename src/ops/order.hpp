// The elements along a dimension of a tensor by their order, with nan above all others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "ops/places.hpp"
#include "ops/selection.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

/// A shape around one of its dimensions: [before, length, behind].
struct Around {
  std::int64_t before = 1;
  std::int64_t length = 1;
  std::int64_t behind = 1;

  Around(const Shape& shape, std::size_t dim);
  /// Where the element `index` of a line is, in a row-major tensor with lines of `of` elements.
  std::int64_t place(std::int64_t line, std::int64_t index, std::int64_t of) const noexcept {
    return (line / behind * of + index) * behind + line % behind;
  }
  std::int64_t lines() const noexcept { return before * behind; }
};

/// Of each element, in row-major order, a number that is in its order: equal ones have the same,
/// 0 and -0 do, and so do all nan, which have the greatest.
std::vector<std::uint64_t> keys(const Tensor& x);
inline constexpr std::uint64_t kKeyOfNan = ~std::uint64_t{0};

/// Which elements of each line of x are chosen, and where they are.
struct Chosen {
  Places places;
  Tensor indices;  // int64, of the shape of x with `count` in the dimension
};

/// Of each line along `dim` the first `count` after `choose` has put its elements into an order.
///
/// is_descending  from the greatest element on
Chosen chosen(const Tensor& x, std::size_t dim, std::int64_t count, bool is_descending,
              const std::function<void(std::span<Keyed>)>& choose);

}  // namespace playground::ops
