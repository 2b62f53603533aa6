#include "operations/indexing.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "autograd/in_place.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/indexing_twins.hpp"
#include "operations/joining.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using errors::Exception;
using errors::raise;
using tensor::scalar_type_name;

namespace {

// Each column of nonzero().
std::vector<Tensor> columns_of(const Shape& shape, const std::vector<std::int64_t>& flat) {
  const tensor::Strides strides = tensor::row_major_strides(shape);
  std::vector<Tensor> columns;
  for (std::size_t dim = 0; dim < shape.rank(); ++dim) {
    Tensor column({static_cast<std::int64_t>(flat.size())}, DType::kInt64);
    std::ranges::transform(flat, column.values<std::int64_t>().begin(),
                           [&](std::int64_t place) { return place / strides[dim] % shape[dim]; });
    columns.push_back(std::move(column));
  }
  return columns;
}

// The indices as int64 tensors, with a mask as the indices of what it lets through.
std::vector<std::optional<Tensor>> as_integers(const Variable& self, const Variables& indices) {
  for (const Variable& each : indices) {
    if (each && each.dtype() != DType::kInt64 && each.dtype() != DType::kBool) {
      raise(Exception::kIndexError, "tensors used as indices must be long, byte or bool tensors");
    }
  }
  std::vector<std::optional<Tensor>> integers;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    const Variable& each = indices[i];
    if (!each) {
      integers.emplace_back();
    } else if (each.dtype() == DType::kInt64) {
      integers.emplace_back(each.value());
    } else {
      const std::size_t first = integers.size();
      for (std::size_t dim = 0; dim < each.rank(); ++dim) {
        const bool is_there = first + dim < self.rank();
        if (is_there && each.shape()[dim] == self.shape()[first + dim]) continue;
        if (!is_there) {
          raise(Exception::kIndexError, "too many indices for tensor of dimension {}", self.rank());
        }
        raise(Exception::kIndexError,
              "The shape of the mask {} at index {} does not match the shape of the indexed tensor "
              "{} at index {}",
              to_string(each.shape()), dim, to_string(self.shape()), first + dim);
      }
      for (Tensor& column : columns_of(each.shape(), ops::nonzero(each.value()))) {
        integers.emplace_back(std::move(column));
      }
    }
  }
  if (integers.size() > self.rank()) {
    raise(Exception::kIndexError, "too many indices for tensor of dimension {} (got {})",
          self.rank(), integers.size());
  }
  return integers;
}

ops::Indexed indexed(const Variable& self, const Variables& indices) {
  return ops::indexed(self.shape(), as_integers(self, indices));
}

}  // namespace

Variable index_put_twin(bool is_in_place, const Variable& self, const Variables& indices,
                        const Variable& values, bool accumulate) {
  auto [places, shape] = indexed(self, indices);
  const std::size_t more = shape.rank() - std::min(shape.rank(), values.rank());
  bool fits = values.rank() <= shape.rank();
  for (std::size_t dim = 0; fits && dim < values.rank(); ++dim) {
    fits = values.shape()[dim] == 1 || values.shape()[dim] == shape[dim + more];
  }
  if (!fits) {
    raise(
        "shape mismatch: value tensor of shape {} cannot be broadcast to indexing result of shape "
        "{}",
        to_string(values.shape()), to_string(shape));
  }
  if (values.dtype() != self.dtype()) {
    raise(
        "Index put requires the source and destination dtypes match, got {} for the destination "
        "and {} for the source.",
        scalar_type_name(self.dtype()), scalar_type_name(values.dtype()));
  }
  const Variable spread = values.shape() == shape ? values : expand(values, shape.extents());
  return with_put(self, places_of(std::move(places)), spread, accumulate ? Put::kAdded : Put::kOver,
                  "IndexPutBackward0", is_in_place);
}

Variable index(const Variable& self, const Variables& indices) {
  auto [places, shape] = indexed(self, indices);
  return taken(self, places_of(std::move(places)), shape, "IndexBackward0");
}

Variable index_put(const Variable& self, const Variables& indices, const Variable& values,
                   bool accumulate) {
  return index_put_twin(false, self, indices, values, accumulate);
}

Variable index_put_in_place(const Variable& self, const Variables& indices, const Variable& values,
                            bool accumulate) {
  return index_put_twin(true, self, indices, values, accumulate);
}

namespace {

std::size_t at_least_one(std::size_t rank) { return std::max<std::size_t>(rank, 1); }

std::int64_t extent_of(const Shape& shape, std::size_t dim) {
  return shape.rank() == 0 ? 1 : shape[dim];
}

}  // namespace

Variable gather(const Variable& self, std::int64_t dim, const Variable& index) {
  const std::size_t place = wrapped(dim, self.rank());
  if (index.dtype() != DType::kInt64) raise("gather(): Expected dtype int64 for index");
  if (index.size() > 0) {
    if (at_least_one(index.rank()) != at_least_one(self.rank())) {
      raise("Index tensor must have the same number of dimensions as input tensor");
    }
    for (std::size_t d = 0; d < at_least_one(self.rank()); ++d) {
      if (d == place || extent_of(index.shape(), d) <= extent_of(self.shape(), d)) continue;
      raise(
          "Size does not match at dimension {} expected index {} to be smaller than self {} apart "
          "from dimension {}",
          d, to_string(index.shape()), to_string(self.shape()), place);
    }
  }
  const Places places = places_of(
      index.size() == 0 ? ops::Places() : ops::gather_places(self.shape(), place, index.value()));
  return taken(self, places, index.shape(), "GatherBackward0");
}

namespace {

// Where an index of scatter points to. src is None for a number.
Places scatter_places(const Variable& self, std::int64_t dim, const Variable& index,
                      const Variable& src) {
  const std::size_t place = wrapped(dim, self.rank());
  if (index.size() == 0) return places_of({});
  if (index.dtype() != DType::kInt64) raise("scatter(): Expected dtype int64 for index");
  if (src && src.dtype() != self.dtype()) {
    raise("scatter(): Expected self.dtype to be equal to src.dtype");
  }
  if (at_least_one(index.rank()) != at_least_one(self.rank())) {
    raise("Index tensor must have the same number of dimensions as self tensor");
  }
  if (src && src.rank() != index.rank() && at_least_one(src.rank()) != at_least_one(index.rank())) {
    if (src.rank() > 0 && src.rank() < index.rank()) {
      wrapped(static_cast<std::int64_t>(src.rank()), src.rank());
    }
    raise("Index tensor must have the same number of dimensions as src tensor");
  }
  bool fits = true;
  for (std::size_t d = 0; d < at_least_one(self.rank()); ++d) {
    const std::int64_t extent = extent_of(index.shape(), d);
    fits = fits && (d == place || extent <= extent_of(self.shape(), d));
    fits = fits && (!src || extent <= extent_of(src.shape(), d));
  }
  if (!fits) {
    const std::string shapes =
        errors::filled("Expected index {} to be smaller than self {} apart from dimension {}",
                       {to_string(index.shape()), to_string(self.shape()), place});
    if (!src) raise("{}", shapes);
    raise("{} and to be smaller size than src {}", shapes, to_string(src.shape()));
  }
  return places_of(ops::gather_places(self.shape(), place, index.value()));
}

// The part of src that an index of this shape is for.
Variable part_of(const Variable& src, const Shape& shape) {
  if (src.shape() == shape) return src;
  if (shape.size() == 0) return Variable(Tensor(shape, src.dtype()), src.device());
  if (src.rank() != shape.rank()) return reshape(narrow(atleast(src, 1), 0, 0, 1), shape.extents());
  Variable part = src;
  for (std::size_t d = 0; d < shape.rank(); ++d) {
    if (part.shape()[d] == shape[d]) continue;
    part = narrow(part, static_cast<std::int64_t>(d), 0, shape[d]);
  }
  return part;
}

Put reduction_named(const std::string& reduce) {
  if (reduce == "add") return Put::kAdded;
  if (reduce == "multiply") return Put::kMultiplied;
  raise("reduce argument must be either add or multiply.");
}

}  // namespace

Variable scatter_src(bool is_in_place, const Variable& self, std::int64_t dim,
                     const Variable& index, const Variable& src) {
  const Places places = scatter_places(self, dim, index, src);
  return with_put(self, places, part_of(src, index.shape()), Put::kOver, "ScatterBackward0",
                  is_in_place);
}

Variable scatter_value(bool is_in_place, const Variable& self, std::int64_t dim,
                       const Variable& index, const Scalar& value) {
  return with_value(self, scatter_places(self, dim, index, Variable()), value, "ScatterBackward1",
                    is_in_place);
}

// PyTorch knows no way back of either.
Variable scatter_reduce_src(bool is_in_place, const Variable& self, std::int64_t dim,
                            const Variable& index, const Variable& src, const std::string& reduce) {
  const Put put = reduction_named(reduce);
  const Places places = scatter_places(self, dim, index, src);
  return with_put(self, places, part_of(src, index.shape()), put, "NotImplemented", is_in_place);
}

Variable scatter_reduce_value(bool is_in_place, const Variable& self, std::int64_t dim,
                              const Variable& index, const Scalar& value,
                              const std::string& reduce) {
  const Put put = reduction_named(reduce);
  const Places places = scatter_places(self, dim, index, Variable());
  return with_put(self, places, full(index.shape(), value, self.dtype(), self.device()), put,
                  "NotImplemented", is_in_place);
}

Variable scatter_add_src(bool is_in_place, const Variable& self, std::int64_t dim,
                         const Variable& index, const Variable& src) {
  const Places places = scatter_places(self, dim, index, src);
  return with_put(self, places, part_of(src, index.shape()), Put::kAdded, "ScatterAddBackward0",
                  is_in_place);
}

Variable scatter(const Variable& self, std::int64_t dim, const Variable& index,
                 const Variable& src) {
  return scatter_src(false, self, dim, index, src);
}
Variable scatter(const Variable& self, std::int64_t dim, const Variable& index,
                 const Scalar& value) {
  return scatter_value(false, self, dim, index, value);
}
Variable scatter_add(const Variable& self, std::int64_t dim, const Variable& index,
                     const Variable& src) {
  return scatter_add_src(false, self, dim, index, src);
}

}  // namespace playground::operations
