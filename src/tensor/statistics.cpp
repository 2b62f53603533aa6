#include "tensor/statistics.hpp"

#include <limits>

namespace playground::tensor {
namespace {

template <class Term>
double sum_of(const Tensor& x, Term term) noexcept {
  return with_type(x.dtype(), [&]<class T>(T) {
    double total = 0;
    for (const T value : x.values<T>()) total += term(static_cast<double>(value));
    return total;
  });
}

}  // namespace

double sum(const Tensor& x) noexcept {
  return sum_of(x, [](double value) { return value; });
}

double mean(const Tensor& x) noexcept {
  if (x.size() == 0) return std::numeric_limits<double>::quiet_NaN();
  return sum(x) / static_cast<double>(x.size());
}

double variance(const Tensor& x) noexcept {
  if (x.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const double centre = mean(x);
  // Two passes: the one-pass formula loses every digit when the mean is large.
  const double squares =
      sum_of(x, [=](double value) { return (value - centre) * (value - centre); });
  return squares / static_cast<double>(x.size() - 1);
}

}  // namespace playground::tensor
