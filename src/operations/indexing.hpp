// Elements by their index: read, and written.
#pragma once

#include <cstdint>

#include "operations/places.hpp"
#include "operations/views.hpp"

namespace playground::operations {

/// x[indices] with int64 tensors, masks, and None for a dimension that stays.
Variable index(const Variable& self, const Variables& indices);
Variable index_put(const Variable& self, const Variables& indices, const Variable& values,
                   bool accumulate = false);
Variable index_put_in_place(const Variable& self, const Variables& indices, const Variable& values,
                            bool accumulate = false);
Variable index_select(const Variable& self, std::int64_t dim, const Variable& index);
Variable gather(const Variable& self, std::int64_t dim, const Variable& index);
Variable scatter(const Variable& self, std::int64_t dim, const Variable& index,
                 const Variable& src);
Variable scatter(const Variable& self, std::int64_t dim, const Variable& index,
                 const Scalar& value);
Variable scatter_add(const Variable& self, std::int64_t dim, const Variable& index,
                     const Variable& src);
Variable index_add(const Variable& self, std::int64_t dim, const Variable& index,
                   const Variable& source, const Scalar& alpha = 1);
Variable take(const Variable& self, const Variable& index);
Variable masked_select(const Variable& self, const Variable& mask);

/// In place. wrap  go on at the left of a tall matrix, one row after its end
Variable fill_diagonal(const Variable& self, const Scalar& fill_value, bool wrap = false);

/// The indices of the elements that are not 0, as rows; int64, without history.
Variable nonzero(const Variable& self);

}  // namespace playground::operations
