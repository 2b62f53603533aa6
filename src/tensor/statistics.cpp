#include "tensor/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace playground::tensor {

Totals totals(const Tensor& x) noexcept {
  return with_type(x.dtype(), [&]<class T>(T) {
    Totals totals{.sum = 0, .largest = 0};
    for (const T value : x.values<T>()) {
      const auto number = static_cast<double>(value);
      totals.sum += number;
      const double magnitude = std::abs(number);
      if (std::isfinite(magnitude)) totals.largest = std::max(totals.largest, magnitude);
    }
    return totals;
  });
}

double mean(const Tensor& x) noexcept {
  if (x.size() == 0) return std::numeric_limits<double>::quiet_NaN();
  return sum(x) / static_cast<double>(x.size());
}

double variance(const Tensor& x) noexcept {
  if (x.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const double centre = mean(x);
  // Two passes: the one-pass formula loses every digit when the mean is large.
  const double squares = with_type(x.dtype(), [&]<class T>(T) {
    double total = 0;
    for (const T value : x.values<T>()) {
      const double distance = static_cast<double>(value) - centre;
      total += distance * distance;
    }
    return total;
  });
  return squares / static_cast<double>(x.size() - 1);
}

}  // namespace playground::tensor
