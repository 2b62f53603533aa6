// Whole slices of a tensor along one dimension, by their index.
#include <algorithm>
#include <string>
#include <utility>

#include "errors/raised.hpp"
#include "operations/indexing.hpp"
#include "operations/indexing_twins.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"

namespace playground::operations {

using errors::Exception;
using errors::raise;
using tensor::scalar_type_name;

namespace {

std::vector<std::int64_t> integers_of(const Tensor& x) {
  const Tensor values = tensor::contiguous(x.dtype() == DType::kInt64 ? x : to(x, DType::kInt64));
  const auto span = values.values<std::int64_t>();
  return {span.begin(), span.end()};
}

}  // namespace

Variable index_select(const Variable& self, std::int64_t dim, const Variable& index) {
  const std::size_t place = wrapped(dim, self.rank());
  if (index.rank() > 1) {
    raise(Exception::kIndexError, "index_select(): Index is supposed to be a vector");
  }
  if (index.dtype() != DType::kInt64 && index.dtype() != DType::kInt32) {
    raise("index_select(): Expected dtype int32 or int64 for index");
  }
  const std::vector<std::int64_t> indices = integers_of(index.value());
  Integers extents = self.shape().extents();
  const std::int64_t extent = extents.empty() ? 1 : extents[place];
  for (const std::int64_t i : indices) {
    if (i < 0 || i >= extent) raise(Exception::kIndexError, "index out of range in self");
  }
  if (extents.empty() && indices.size() != 1) {
    raise("index_select(): Index to scalar can have only 1 value, got {} value(s)", indices.size());
  }
  if (!extents.empty()) extents[place] = static_cast<std::int64_t>(indices.size());
  return taken(self, places_of(ops::slice_places(self.shape(), place, indices)),
               Shape(std::move(extents)), "IndexSelectBackward0");
}

namespace {

// "3 4"
std::string joined(const Integers& extents) {
  std::string text = to_string(Shape(extents));
  std::erase(text, ',');
  return text.substr(1, text.size() - 2);
}

std::int64_t extent_along(const Variable& x, std::size_t dim) {
  return x.rank() == 0 ? 1 : x.shape()[dim];
}

}  // namespace

Variable index_fill_value(bool is_in_place, const Variable& self, std::int64_t dim,
                          const Variable& index, const Scalar& value) {
  if (index.dtype() != DType::kInt64) {
    raise(Exception::kIndexError, "index_fill_(): Expected dtype int64 for index.");
  }
  const std::size_t place = wrapped(dim, self.rank());
  if (index.rank() > 1) raise("Index has to be a vector/scalar");
  std::vector<std::int64_t> indices = integers_of(index.value());
  const std::int64_t extent = extent_along(self, place);
  for (std::int64_t& i : indices) {
    if (i < -extent || i >= extent) {
      raise(Exception::kIndexError, "index {} is out of bounds for dimension {} with size {}", i,
            place, extent);
    }
    if (i < 0) i += extent;
  }
  return with_value(self, places_of(ops::slice_places(self.shape(), place, indices)), value,
                    "IndexFillBackward0", is_in_place);
}

Variable index_fill_tensor(bool is_in_place, const Variable& self, std::int64_t dim,
                           const Variable& index, const Variable& value) {
  if (value.rank() != 0) {
    raise(
        "index_fill_ only supports a 0-dimensional value tensor, but got tensor with {} "
        "dimension(s).",
        value.rank());
  }
  const Scalar number = tensor::is_floating(value.dtype())
                            ? Scalar(to(value.value(), DType::kFloat64).values<double>()[0])
                            : Scalar(integers_of(value.value())[0]);
  if (!autograd::needs_history({value})) {
    return index_fill_value(is_in_place, self, dim, index, number);
  }
  const std::size_t place = wrapped(dim, self.rank());
  std::vector<std::int64_t> indices = integers_of(index.value());
  for (std::int64_t& i : indices) {
    if (i < 0) i += extent_along(self, place);
  }
  // Where an index is out of bounds, this says so.
  index_fill_value(false, self.detach(), dim, index, number);
  const Places places = places_of(ops::slice_places(self.shape(), place, indices));
  const auto count = static_cast<std::int64_t>(places->starts.size() * places->length);
  return with_put(self, places, expand(to_dtype(value, self.dtype()), {count}), Put::kOver,
                  "IndexFillBackward1", is_in_place);
}

Variable index_add_twin(bool is_in_place, const Variable& self, std::int64_t dim,
                        const Variable& index, const Variable& source, const Scalar& alpha) {
  const std::size_t place = wrapped(dim, self.rank());
  if (index.rank() > 1) {
    raise(Exception::kIndexError,
          "index_add_(): Index is supposed to be a vector, but got dim: {} with type: {} and size: "
          "{}",
          index.rank(), scalar_type_name(index.dtype()), to_string(index.shape()));
  }
  if (index.dtype() != DType::kInt64 && index.dtype() != DType::kInt32) {
    raise("index_add_(): Expected dtype int32/int64 for index but got: {}",
          scalar_type_name(index.dtype()));
  }
  if (self.dtype() != source.dtype()) {
    raise("index_add_(): self ({}) and source ({}) must have the same scalar type",
          scalar_type_name(self.dtype()), scalar_type_name(source.dtype()));
  }
  if (place > 0 && place >= source.rank()) {
    raise(Exception::kIndexError,
          "index_add_(): Indexing dim {} is out of bounds of the source tensor with dim {}", place,
          source.rank());
  }
  const std::vector<std::int64_t> indices = integers_of(index.value());
  const std::int64_t given = extent_along(source, place);
  if (static_cast<std::int64_t>(indices.size()) != given) {
    raise(
        "index_add_(): Number of indices ({}) should be equal to source.size(dim): ({}), for dim: "
        "{}",
        indices.size(), given, place);
  }
  const std::int64_t extent = extent_along(self, place);
  for (const std::int64_t i : indices) {
    if (i < 0 || i >= extent) raise(Exception::kIndexError, "index out of range in self");
  }
  Integers expected = self.shape().extents();
  if (!expected.empty()) expected[place] = given;
  if (source.rank() != expected.size() && self.rank() > 1) {
    raise(
        "The size of tensor a ({}) must match the size of tensor b ({}) at non-singleton dimension "
        "{}",
        self.rank(), source.rank(), 0);
  }
  for (std::size_t d = 0, left = 0; self.rank() > 1 && d < expected.size(); ++d) {
    if (d == place) continue;
    if (source.shape()[d] != expected[d]) {
      raise(
          "The size of tensor a ({}) must match the size of tensor b ({}) at non-singleton "
          "dimension {}",
          expected[d], source.shape()[d], left);
    }
    ++left;
  }
  Variable values = source;
  if (alpha.number != 1) {
    const bool is_whole = !tensor::is_floating(self.dtype()) && alpha.is_floating();
    values = mul(source, is_whole ? whole(alpha) : alpha);
  }
  return with_put(self, places_of(ops::slice_places(self.shape(), place, indices)), values,
                  Put::kAdded, "IndexAddBackward0", is_in_place);
}

Variable index_add(const Variable& self, std::int64_t dim, const Variable& index,
                   const Variable& source, const Scalar& alpha) {
  return index_add_twin(false, self, dim, index, source, alpha);
}

Variable index_copy_twin(bool is_in_place, const Variable& self, std::int64_t dim,
                         const Variable& index, const Variable& source) {
  const std::size_t place = wrapped(dim, self.rank());
  if (index.rank() > 1) {
    raise(Exception::kIndexError, "index_copy_(): Index should have dimension 1 or 0 (got {})",
          index.rank());
  }
  if (index.dtype() != DType::kInt64) {
    raise("index_copy_(): Expected a long tensor for index, but got {}",
          scalar_type_name(index.dtype()));
  }
  if (self.dtype() != source.dtype()) {
    raise(
        "index_copy_(): self and source expected to have the same dtype, but got (self) {} and "
        "(source) {}",
        scalar_type_name(self.dtype()), scalar_type_name(source.dtype()));
  }
  const std::vector<std::int64_t> indices = integers_of(index.value());
  const auto count = static_cast<std::int64_t>(indices.size());
  if (source.rank() == 0 && count != 1) {
    raise(Exception::kIndexError,
          "index_copy_(): When source is scalar, index should have one element (got {})", count);
  }
  if (source.rank() != self.rank() && source.rank() != 0 && self.rank() != 0) {
    raise(Exception::kIndexError,
          "index_copy_(): When source and destination are not scalars, their dimensionality must "
          "match. Source dimensionality ({}), destination dimensionality ({})",
          source.rank(), self.rank());
  }
  Integers own = self.shape().extents();
  Integers given = source.shape().extents();
  if (place < own.size()) own.erase(own.begin() + static_cast<std::ptrdiff_t>(place));
  if (place < given.size()) given.erase(given.begin() + static_cast<std::ptrdiff_t>(place));
  if (own != given) {
    raise(
        "index_copy_(): Source/destination tensor must have same slice shapes. Destination slice "
        "shape: {} at dimension {} and source slice shape: {} at dimension 0.",
        joined(own), place, joined(given));
  }
  if (source.rank() > 0 && count != source.shape()[place]) {
    raise(Exception::kIndexError,
          "index_copy_(): Number of indices ({}) should be equal to source.size(dim) ({})", count,
          source.shape()[place]);
  }
  const std::int64_t extent = extent_along(self, place);
  for (const std::int64_t i : indices) {
    if (i >= 0 && i < extent) continue;
    raise(Exception::kIndexError,
          "index_copy_(): index {} is out of bounds for dimension {} with size {}", i, place,
          extent);
  }
  return with_put(self, places_of(ops::slice_places(self.shape(), place, indices)), source,
                  Put::kOver, "IndexCopyBackward0", is_in_place);
}

}  // namespace playground::operations
