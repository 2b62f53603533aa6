#include "tensor/views.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "errors/error.hpp"

namespace playground::tensor {
namespace {

using errors::Kind;

// The strides with which the elements of x have another shape of as many, if there are any.
//
// Source  at::detail::computeStride: dimensions whose elements lie evenly are cut anew together.
std::optional<Strides> view_strides(const Tensor& x, const Shape& shape) {
  if (x.is_contiguous()) return row_major_strides(shape);
  const Shape& own = x.shape();
  const Strides own_strides = x.strides();
  Strides strides(shape.rank());
  std::size_t left = shape.rank();
  std::int64_t base = own_strides.back();
  std::int64_t own_size = 1;
  std::int64_t size = 1;
  for (std::size_t dim = own.rank(); dim-- > 0;) {
    own_size *= own[dim];
    const bool goes_on = dim > 0 && (own[dim - 1] == 1 || own_strides[dim - 1] == own_size * base);
    if (goes_on) continue;
    while (left > 0 && (size < own_size || shape[left - 1] == 1)) {
      --left;
      strides[left] = size * base;
      size *= shape[left];
    }
    if (size != own_size) return std::nullopt;
    if (dim == 0) break;
    base = own_strides[dim - 1];
    own_size = 1;
    size = 1;
  }
  return left == 0 ? std::optional(std::move(strides)) : std::nullopt;
}

// A view in which one dimension is left out, or is `extent` and `stride`.
Tensor with_dim(const Tensor& x, std::size_t dim, std::optional<std::int64_t> extent,
                std::int64_t stride, std::int64_t first) {
  std::vector<std::int64_t> extents = x.shape().extents();
  Strides strides = x.strides();
  const std::int64_t offset = x.offset() + first * strides[dim];
  const auto at = static_cast<std::ptrdiff_t>(dim);
  if (extent) {
    extents[dim] = *extent;
    strides[dim] = stride;
  } else {
    extents.erase(extents.begin() + at);
    strides.erase(strides.begin() + at);
  }
  return x.as_strided(Shape(std::move(extents)), std::move(strides), offset);
}

// Whether the first dimension comes behind the second in memory: 1 yes, -1 no, 0 if nobody can say.
int compare_in_memory(const Shape& shape, const Strides& strides, std::size_t one,
                      std::size_t other) {
  if (strides[one] == 0 || strides[other] == 0) return 0;
  if (strides[one] != strides[other]) return strides[one] < strides[other] ? -1 : 1;
  return shape[one] > shape[other] ? 1 : 0;
}

}  // namespace

Tensor permute(const Tensor& x, std::span<const std::size_t> dims) {
  const Strides own = x.strides();
  std::vector<std::int64_t> extents;
  Strides strides;
  for (const std::size_t dim : dims) {
    extents.push_back(x.shape()[dim]);
    strides.push_back(own[dim]);
  }
  return x.as_strided(Shape(std::move(extents)), std::move(strides), x.offset());
}

Tensor transpose(const Tensor& x, std::size_t one, std::size_t other) {
  std::vector<std::size_t> dims(x.shape().rank());
  std::iota(dims.begin(), dims.end(), 0);
  std::swap(dims[one], dims[other]);
  return permute(x, dims);
}

Tensor select(const Tensor& x, std::size_t dim, std::int64_t index) {
  if (x.shape().rank() == 0) {
    errors::fail(Kind::kValue, "select() cannot be applied to a 0-dim tensor."_words);
  }
  const std::int64_t extent = x.shape()[dim];
  if (index < -extent || index >= extent) {
    errors::fail(Kind::kValue,
                 "select(): index {0} out of range for tensor of size {1} at dimension {2}"_words,
                 index, std::span(x.shape().extents()), dim);
  }
  return with_dim(x, dim, std::nullopt, 0, index < 0 ? index + extent : index);
}

Tensor slice(const Tensor& x, std::size_t dim, std::int64_t start, std::int64_t end,
             std::int64_t step) {
  if (step <= 0) errors::fail(Kind::kValue, "slice step must be positive"_words);
  const std::int64_t extent = x.shape()[dim];
  const auto within = [extent](std::int64_t place, std::int64_t least) {
    return std::clamp(place < 0 ? place + extent : place, least, extent);
  };
  const std::int64_t first = within(start, 0);
  const std::int64_t last = within(end, first);
  const std::int64_t length = last - first;
  // Where it is beyond int64, there is one element and no step is taken; PyTorch's wraps around,
  // too.
  const auto stride = static_cast<std::int64_t>(static_cast<std::uint64_t>(x.strides()[dim]) *
                                                static_cast<std::uint64_t>(step));
  return with_dim(x, dim, length / step + (length % step != 0), stride, first);
}

Tensor expand(const Tensor& x, std::vector<std::int64_t> sizes) {
  const Shape& own = x.shape();
  const std::vector<std::int64_t> target = sizes;
  if (sizes.size() < own.rank()) {
    errors::fail(Kind::kValue,
                 "expand(torch.{0}Tensor{1}, size={2}): the number of sizes provided ({3}) must be "
                 "greater or equal to the number of dimensions in the tensor ({4})"_words,
                 scalar_type_name(x.dtype()), '{' + to_string(own) + '}',
                 std::span<const std::int64_t>(target), target.size(), own.rank());
  }
  const Strides own_strides = x.strides();
  Strides strides(sizes.size());
  const std::size_t more = sizes.size() - own.rank();
  for (std::size_t dim = sizes.size(); dim-- > 0;) {
    if (dim < more) {
      if (sizes[dim] < 0) {
        errors::fail(
            Kind::kValue,
            "The expanded size of the tensor ({0}) isn't allowed in a leading, non-existing "
            "dimension {1}"_words,
            sizes[dim], dim);
      }
      const bool is_last = dim + 1 == sizes.size();
      strides[dim] = sizes[dim] != 1 ? 0 : is_last ? 1 : sizes[dim + 1] * strides[dim + 1];
      continue;
    }
    const std::int64_t extent = own[dim - more];
    if (sizes[dim] == -1) sizes[dim] = extent;
    if (extent != sizes[dim] && (extent != 1 || sizes[dim] < 0)) {
      errors::fail(Kind::kValue,
                   "The expanded size of the tensor ({0}) must match the existing size ({1}) at "
                   "non-singleton dimension {2}.  Target sizes: {3}.  Tensor sizes: {4}"_words,
                   sizes[dim], extent, dim, std::span<const std::int64_t>(target),
                   std::span(own.extents()));
    }
    strides[dim] = extent == sizes[dim] ? own_strides[dim - more] : 0;
  }
  return x.as_strided(Shape(std::move(sizes)), std::move(strides), x.offset());
}

Tensor squeeze(const Tensor& x) {
  Tensor squeezed = x;
  for (std::size_t dim = x.shape().rank(); dim-- > 0;) squeezed = squeeze(squeezed, dim);
  return squeezed;
}

Tensor squeeze(const Tensor& x, std::size_t dim) {
  if (x.shape().rank() == 0 || x.shape()[dim] != 1) return x;
  return with_dim(x, dim, std::nullopt, 0, 0);
}

Tensor unsqueeze(const Tensor& x, std::size_t dim) {
  std::vector<std::int64_t> extents = x.shape().extents();
  Strides strides = x.strides();
  const auto at = static_cast<std::ptrdiff_t>(dim);
  const std::int64_t stride = dim < extents.size() ? extents[dim] * strides[dim] : 1;
  extents.insert(extents.begin() + at, 1);
  strides.insert(strides.begin() + at, stride);
  return x.as_strided(Shape(std::move(extents)), std::move(strides), x.offset());
}

Tensor view(const Tensor& x, Shape shape) {
  auto strides = view_strides(x, shape);
  if (!strides) {
    errors::fail(Kind::kValue,
                 "view size is not compatible with input tensor's size and stride (at least one "
                 "dimension spans across two contiguous subspaces). Use .reshape(...) "
                 "instead."_words);
  }
  return x.as_strided(std::move(shape), std::move(*strides), x.offset());
}

Tensor reshape(const Tensor& x, Shape shape) {
  if (auto strides = view_strides(x, shape)) {
    return x.as_strided(std::move(shape), std::move(*strides), x.offset());
  }
  return view(x.clone(), std::move(shape));
}

std::vector<std::size_t> memory_order(const Tensor& x) {
  const Strides strides = x.strides();
  // From the innermost dimension on, sorted by insertion as there, since not all can be compared.
  std::vector<std::size_t> order(x.shape().rank());
  std::iota(order.rbegin(), order.rend(), 0);
  for (std::size_t i = 1; i < order.size(); ++i) {
    std::size_t place = i;
    for (std::size_t before = i; before-- > 0;) {
      const int compared = compare_in_memory(x.shape(), strides, order[before], order[place]);
      if (compared < 0) break;
      if (compared == 0) continue;
      std::swap(order[before], order[place]);
      place = before;
    }
  }
  std::ranges::reverse(order);
  return order;
}

void require_no_overlap(const Tensor& x) {
  const Strides strides = x.strides();
  for (std::size_t dim = 0; dim < strides.size(); ++dim) {
    if (strides[dim] != 0 || x.shape()[dim] < 2) continue;
    errors::fail(
        Kind::kValue,
        "unsupported operation: more than one element of the written-to tensor refers to a "
        "single memory location. Please clone() the tensor before performing the "
        "operation."_words);
  }
}

}  // namespace playground::tensor
