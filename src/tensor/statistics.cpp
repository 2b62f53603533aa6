#include "tensor/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace playground::tensor {
namespace {

// Calls `use` with all elements, those of integers as float64.
template <class Use>
void each_floating_span(const Tensor& x, Use use) {
  const Tensor floats = is_floating(x.dtype()) ? contiguous(x) : to(x, DType::kFloat64);
  if (floats.dtype() == DType::kFloat32) return use(floats.values<float>());
  use(floats.values<double>());
}

}  // namespace

Totals totals(const Tensor& x) {
  Totals totals{.sum = 0, .largest = 0};
  each_floating_span(x, [&](auto values) {
    // In variables of its own, which stay in registers.
    auto [sum, largest] = totals;
    for (const auto value : values) {
      const auto number = static_cast<double>(value);
      sum += number;
      const double magnitude = std::abs(number);
      if (std::isfinite(magnitude)) largest = std::max(largest, magnitude);
    }
    totals = {sum, largest};
  });
  return totals;
}

double mean(const Tensor& x) {
  if (x.size() == 0) return std::numeric_limits<double>::quiet_NaN();
  return sum(x) / static_cast<double>(x.size());
}

double variance(const Tensor& x) {
  if (x.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const double centre = mean(x);
  // Two passes: the one-pass formula loses every digit when the mean is large.
  double squares = 0;
  each_floating_span(x, [&](auto values) {
    for (const auto value : values) {
      const double distance = static_cast<double>(value) - centre;
      squares += distance * distance;
    }
  });
  return squares / static_cast<double>(x.size() - 1);
}

}  // namespace playground::tensor
