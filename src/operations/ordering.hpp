// The elements along a dimension by their order: sorted, and the one at a place of the order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "operations/views.hpp"

namespace playground::operations {

/// values, and the indices they had.
using ValuesAndIndices = std::tuple<Variable, Variable>;

/// Elements that are equal keep their order.
ValuesAndIndices sort(const Variable& self, std::int64_t dim = -1, bool descending = false);
Variable argsort(const Variable& self, std::int64_t dim = -1, bool descending = false);
ValuesAndIndices topk(const Variable& self, std::int64_t k, std::int64_t dim = -1,
                      bool largest = true, bool sorted = true);
/// The k-th least, counted from 1.
ValuesAndIndices kthvalue(const Variable& self, std::int64_t k, std::int64_t dim = -1,
                          bool keepdim = false);
/// Of an even number the lower one; nan if there is one.
Variable median(const Variable& self);
ValuesAndIndices median(const Variable& self, std::int64_t dim, bool keepdim = false);
/// Of those that are not nan.
Variable nanmedian(const Variable& self);
ValuesAndIndices nanmedian(const Variable& self, std::int64_t dim, bool keepdim = false);
ValuesAndIndices mode(const Variable& self, std::int64_t dim = -1, bool keepdim = false);

/// q  in [0, 1], a scalar or a vector, whose dimension is the first of the result
/// interpolation  "linear", "lower", "higher", "midpoint" or "nearest"
Variable quantile(const Variable& self, const Variable& q, std::optional<std::int64_t> dim,
                  bool keepdim = false, const std::string& interpolation = "linear");
Variable nanquantile(const Variable& self, const Variable& q, std::optional<std::int64_t> dim,
                     bool keepdim = false, const std::string& interpolation = "linear");

}  // namespace playground::operations
