// x^n of a double and a whole number, correctly rounded in all but one case of millions: by
// products of twice the digits.
#pragma once

#include <cstdint>

#include "maths/exact_product.hpp"

namespace playground::maths {

/// x  in [0, 1]: of smaller powers than 2^-900 the rest is lost
constexpr double whole_power(double x, std::uint64_t n) noexcept {
  struct Sum {
    double high;
    double low;
  };
  const auto times = [](Sum a, Sum b) {
    const auto [product, error] = exact_product(a.high, b.high);
    const double rest = error + (a.high * b.low + a.low * b.high);
    const double high = product + rest;
    return Sum{high, rest - (high - product)};
  };
  Sum result{1, 0};
  Sum square{x, 0};
  for (; n != 0; n /= 2) {
    if (n % 2 != 0) result = times(result, square);
    square = times(square, square);
  }
  return result.high;
}

}  // namespace playground::maths
