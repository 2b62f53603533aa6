// The way back through a normalisation, by recorded operations, so that it has a way back itself.
#pragma once

#include <cstdint>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

struct Normalised {
  Variable x;     // (x - mean) rstd
  Variable rstd;  // an extent of 1 for each of the dimensions
};

/// Over dimensions of x.
Normalised normalised(const Variable& x, const std::vector<std::int64_t>& dims, double eps);

/// The gradient of what is normalised, from that of the result: rstd (grad - mean of grad - n mean
/// of grad n).
Variable gradient_through(const Normalised& of, const Variable& grad,
                          const std::vector<std::int64_t>& dims);

/// Of each channel of [batch, channels, …], as [1, channels, 1, …].
Variable along_channels(const Variable& x, std::size_t rank);

}  // namespace playground::operations
