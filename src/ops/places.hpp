// Elements of a tensor by where they lie, which may be in any order and several times: what index,
// gather, scatter and sort have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

/// Of a row-major tensor: `length` elements from each of `starts` on.
struct Places {
  std::vector<std::int64_t> starts;
  std::size_t length = 1;
};

/// The elements there, one after another, as a tensor of `shape`.
Tensor taken(const Tensor& x, const Places& places, const Shape& shape);

// What is written to elements of y, which is contiguous. `values` has one for each, and of what is
// there twice the last one stays, or both are added or multiplied.
void put(Tensor& y, const Places& places, const Tensor& values);
void put_added(Tensor& y, const Places& places, const Tensor& values);
void put_multiplied(Tensor& y, const Places& places, const Tensor& values);

/// One value for all. value  [1], of the dtype of y
void put_value(Tensor& y, const Places& places, const Tensor& value);

/// For each element of `index` the element of `shape` whose index it is but in `dim`, where it is
/// what the element says: torch.gather and torch.scatter.
///
/// index  int64, of the same rank as shape, and nowhere larger but in dim
/// Throws Raised, in PyTorch's words, for an index out of bounds.
Places gather_places(const Shape& shape, std::size_t dim, const Tensor& index);

/// Whole slices along `dim`: torch.index_select and its kin. Indices are in bounds.
Places slice_places(const Shape& shape, std::size_t dim, const std::vector<std::int64_t>& indices);

/// Where elements of x are not 0, as indices into it flat.
std::vector<std::int64_t> nonzero(const Tensor& x);

/// x[indices]: which elements, and in which shape.
///
/// indices  int64 tensors, which are broadcast together, or none for a dimension that stays; no
///          more than dimensions
/// Throws Raised (IndexError), in PyTorch's words, for shapes that are not broadcast together and
/// for indices out of bounds.
struct Indexed {
  Places places;
  Shape shape;
};
Indexed indexed(const Shape& shape, const std::vector<std::optional<Tensor>>& indices);

}  // namespace playground::ops
