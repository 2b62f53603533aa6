// What the elements of each line come to, from the first up to each of them.
#pragma once

#include <cstdint>
#include <optional>

#include "operations/ordering.hpp"

namespace playground::operations {

/// Integers are added as int64. Sums of floats are kept in float64.
Variable cumsum(const Variable& self, std::int64_t dim, std::optional<DType> dtype = std::nullopt);
Variable cumprod(const Variable& self, std::int64_t dim, std::optional<DType> dtype = std::nullopt);
/// The largest element so far, and of equal ones the last; nan from the first nan on.
ValuesAndIndices cummax(const Variable& self, std::int64_t dim);
ValuesAndIndices cummin(const Variable& self, std::int64_t dim);
Variable logcumsumexp(const Variable& self, std::int64_t dim);
/// Differences of neighbours, n times.
///
/// prepend, append  what comes before and behind, or None
Variable diff(const Variable& self, std::int64_t n = 1, std::int64_t dim = -1,
              const Variable& prepend = {}, const Variable& append = {});

/// The powers of each element as a row, of which there are n, from the greatest down.
Variable vander(const Variable& x, std::optional<std::int64_t> n, bool increasing = false);

/// The integral of samples y by the trapezoidal rule, dx apart or at x.
Variable trapezoid(const Variable& y, const Scalar& dx, std::int64_t dim = -1);
Variable trapezoid(const Variable& y, const Variable& x, std::int64_t dim = -1);

}  // namespace playground::operations
