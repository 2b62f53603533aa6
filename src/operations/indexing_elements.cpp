// Single elements of a tensor: by their place in it flat, by a mask, and those that are not 0.
#include <algorithm>
#include <numeric>
#include <utility>

#include "errors/raised.hpp"
#include "operations/indexing.hpp"
#include "operations/indexing_twins.hpp"
#include "operations/joining.hpp"
#include "tensor/joined.hpp"

namespace playground::operations {

using errors::Exception;
using errors::raise;
using tensor::scalar_type_name;

namespace {

// Places in x flat, counted from the end if they are negative.
Places flat_places(const Variable& x, const Variable& index) {
  const Tensor given = tensor::contiguous(index.value());
  const auto count = static_cast<std::int64_t>(x.size());
  ops::Places places;
  for (const std::int64_t i : given.values<std::int64_t>()) {
    if (i < -count || i >= count) {
      raise(Exception::kIndexError,
            "out of range: tried to access index {} on a tensor of {} elements.", i, count);
    }
    places.starts.push_back(i < 0 ? i + count : i);
  }
  return places_of(std::move(places));
}

// The mask of the shape that it and self are broadcast to.
Variable spread_to(const Variable& x, const Shape& shape) {
  return x.shape() == shape ? x : expand(x, shape.extents());
}

}  // namespace

Variable take(const Variable& self, const Variable& index) {
  if (index.dtype() != DType::kInt64) {
    raise("take(): Expected a long tensor for index, but got {}", scalar_type_name(index.dtype()));
  }
  if (self.size() == 0 && index.size() > 0) {
    raise(Exception::kIndexError, "take(): tried to take from an empty tensor");
  }
  return taken(self, flat_places(self, index), index.shape(), "TakeBackward0");
}

Variable put(bool is_in_place, const Variable& self, const Variable& index, const Variable& source,
             bool accumulate) {
  if (index.dtype() != DType::kInt64) {
    raise("put_(): Expected a long tensor for index, but got {}", scalar_type_name(index.dtype()));
  }
  if (self.dtype() != source.dtype()) {
    raise(
        "put_(): self and source expected to have the same dtype, but got self.dtype = {} and "
        "source.dtype = {}",
        scalar_type_name(self.dtype()), scalar_type_name(source.dtype()));
  }
  if (source.size() != index.size()) {
    raise(Exception::kIndexError,
          "put_(): Expected source and index to have the same number of elements, but got "
          "source.numel() = {}, index.numel() = {}",
          source.size(), index.size());
  }
  if (self.size() == 0 && index.size() > 0) {
    raise(Exception::kIndexError, "put_(): Expected self to be non-empty");
  }
  return with_put(self, flat_places(self, index), source, accumulate ? Put::kAdded : Put::kOver,
                  "PutBackward0", is_in_place);
}

Variable masked_select(const Variable& self, const Variable& mask) {
  if (mask.dtype() != DType::kBool) {
    raise("masked_select: expected BoolTensor or ByteTensor for mask");
  }
  const Shape shape = tensor::broadcast_shape(mask.shape(), self.shape());
  ops::Places places{ops::nonzero(spread_to(mask, shape).value())};
  const auto count = static_cast<std::int64_t>(places.starts.size());
  return taken(spread_to(self, shape), places_of(std::move(places)), Shape({count}),
               "MaskedSelectBackward0");
}

Variable masked_scatter(bool is_in_place, const Variable& self, const Variable& mask,
                        const Variable& source) {
  if (self.dtype() != source.dtype()) {
    raise("masked_scatter: expected self and source to have same dtypes but got{} and {}",
          scalar_type_name(self.dtype()), scalar_type_name(source.dtype()));
  }
  // What is written in place cannot become larger.
  const Shape shape =
      is_in_place ? self.shape() : tensor::broadcast_shape(mask.shape(), self.shape());
  if (mask.dtype() != DType::kBool) raise("Mask tensor can take 0 and 1 values only");
  const Variable spread = is_in_place ? expand(mask, shape.extents()) : spread_to(mask, shape);
  ops::Places places{ops::nonzero(spread.value())};
  const auto count = static_cast<std::int64_t>(places.starts.size());
  if (count > static_cast<std::int64_t>(source.size())) {
    raise("Number of elements of source < number of ones in mask");
  }
  const Variable flat = reshape(source, {-1});
  const Variable values = flat.shape()[0] == count ? flat : narrow(flat, 0, 0, count);
  return with_put(is_in_place ? self : spread_to(self, shape), places_of(std::move(places)), values,
                  Put::kOver, "MaskedScatterBackward0", is_in_place);
}

Variable nonzero(const Variable& self) {
  const std::vector<std::int64_t> flat = ops::nonzero(self.value());
  const Shape& shape = self.shape();
  Tensor rows({static_cast<std::int64_t>(flat.size()), static_cast<std::int64_t>(shape.rank())},
              DType::kInt64);
  const tensor::Strides strides = tensor::row_major_strides(shape);
  auto row = rows.values<std::int64_t>().begin();
  for (const std::int64_t place : flat) {
    for (std::size_t dim = 0; dim < shape.rank(); ++dim) {
      *row++ = place / strides[dim] % shape[dim];
    }
  }
  return Variable(std::move(rows), self.device());
}

Variable fill_diagonal(const Variable& self, const Scalar& fill_value, bool wrap) {
  const std::size_t rank = self.rank();
  if (rank < 2) raise("dimensions must larger than 1");
  const Shape& shape = self.shape();
  const std::int64_t height = shape[0];
  for (std::size_t dim = 1; rank > 2 && dim < rank; ++dim) {
    if (shape[dim] != height) raise("all dimensions of input must be of equal length");
  }
  const std::int64_t length = *std::ranges::min_element(shape.extents());
  const tensor::Strides strides = self.value().strides();
  const std::int64_t step = std::accumulate(strides.begin(), strides.end(), std::int64_t{0});
  const auto fill = [&](std::int64_t count, std::int64_t first) {
    const Variable part = as_strided(self, {count}, {step}, self.value().offset() + first);
    ops::Places all;
    for (std::int64_t i = 0; i < count; ++i) all.starts.push_back(i);
    with_value(part, places_of(std::move(all)), fill_value, "FillBackward2", true);
  };
  fill(length, 0);
  const bool goes_on = wrap && rank == 2 && height > shape[1] + 1;
  if (!goes_on) return self;
  const auto size = static_cast<std::int64_t>(self.size());
  const std::int64_t count = (size + shape[1]) / (shape[1] + 1) - length;
  if (count > 0) fill(count, strides[0] * (shape[1] + 1));
  return self;
}

}  // namespace playground::operations
