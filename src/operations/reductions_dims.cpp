#include "operations/reductions_dims.hpp"

#include <utility>

#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/views.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

Reduced reduced_dims(const Variable& self, const std::vector<std::int64_t>& dims) {
  Reduced reduced(self.rank(), dims.empty());
  for (const std::int64_t dim : dims) {
    const std::size_t at = wrapped(dim, self.rank());
    if (self.rank() == 0) continue;
    if (reduced[at]) {
      errors::raise("dim {} appears multiple times in the list of dims",
                    static_cast<std::int64_t>(at));
    }
    reduced[at] = true;
  }
  return reduced;
}

Variable result_of(Tensor result, const Variable& self, const Reduced& reduced, bool keepdim) {
  if (keepdim) result = tensor::view(result, ops::reduced_shape(self.shape(), reduced, true));
  return Variable(std::move(result), self.device());
}

Variable with_ones(const Variable& left, const Shape& shape, const Reduced& reduced) {
  if (left.rank() == shape.rank()) return left;
  return reshape(left, ops::reduced_shape(shape, reduced, true).extents());
}

Variable spread(const Variable& left, const Shape& shape, const Reduced& reduced) {
  return expand(with_ones(left, shape, reduced), shape.extents());
}

Variable summand(const Variable& self, std::optional<DType> dtype) {
  if (dtype)
    return to_dtype(
        self, *dtype == DType::kFloat32 || *dtype == DType::kFloat64 ? *dtype : DType::kInt64);
  return tensor::is_floating(self.dtype()) ? self : to_dtype(self, DType::kInt64);
}

}  // namespace playground::operations
