#include "ops/scan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "maths/exponential.hpp"
#include "maths/logarithm.hpp"
#include "ops/offsets.hpp"
#include "ops/order.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

template <class T>
using Wide = std::conditional_t<std::is_floating_point_v<T>, double, T>;

// Calls use(offset) for the first element of each line.
template <class Use>
void for_each_line(const Around& around, Use use) {
  for (std::int64_t i = 0; i < around.lines(); ++i) use(around.place(i, 0, around.length));
}

template <class Combine>
Tensor scanned(const Tensor& x, std::size_t dim, bool is_product, Combine combine) {
  const Tensor given = contiguous(x);
  Tensor y(x.shape(), x.dtype());
  if (x.size() == 0) return y;
  const Around around(x.shape(), dim);
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    const T* const from = given.values<T>().data();
    T* const to = y.values<T>().data();
    for_each_line(around, [&](std::int64_t place) {
      auto total = static_cast<Wide<T>>(is_product ? 1 : 0);
      for (std::int64_t i = 0; i < around.length; ++i, place += around.behind) {
        total = combine(total, static_cast<Wide<T>>(from[place]));
        to[place] = static_cast<T>(total);
      }
    });
  });
  return y;
}

// log(e^a + e^b)
double log_sum(double a, double b) noexcept {
  const double larger = std::max(a, b);
  const double smaller = std::min(a, b);
  if (a != a || b != b) return a + b;
  if (std::isinf(larger)) return larger;
  return larger + maths::log1p(maths::exp(smaller - larger));
}

}  // namespace

Tensor cumsum(const Tensor& x, std::size_t dim) {
  return scanned(x, dim, false, [](auto a, auto b) { return added(a, b); });
}

Tensor cumprod(const Tensor& x, std::size_t dim) {
  return scanned(x, dim, true, [](auto a, auto b) { return multiplied(a, b); });
}

// Up to the first zero, of which there may be none, grad_x_i is the sum over j ≥ i of grad_y_j y_j,
// divided by x_i. The first zero itself has what the products behind it would be without it, and
// elements behind that change nothing.
Tensor cumprod_backward(const Tensor& grad_y, const Tensor& x, const Tensor& y, std::size_t dim) {
  const Tensor grads = contiguous(grad_y);
  const Tensor given = contiguous(x);
  const Tensor products = contiguous(y);
  Tensor grad_x = tensor::full(x.shape(), 0, x.dtype());
  if (x.size() == 0) return grad_x;
  const Around around(x.shape(), dim);
  tensor::with_floating_type(x.dtype(), "cumprod_backward", [&]<class T>(T) {
    const T* const grad = grads.values<T>().data();
    const T* const value = given.values<T>().data();
    const T* const product = products.values<T>().data();
    T* const result = grad_x.values<T>().data();
    for_each_line(around, [&](std::int64_t first) {
      const auto at = [&](std::int64_t i) { return first + i * around.behind; };
      std::int64_t zero = 0;
      while (zero < around.length && value[at(zero)] != 0) ++zero;
      double sum = 0;
      for (std::int64_t i = zero; i-- > 0;) {
        sum += static_cast<double>(grad[at(i)]) * static_cast<double>(product[at(i)]);
        result[at(i)] = static_cast<T>(sum / static_cast<double>(value[at(i)]));
      }
      if (zero == around.length) return;
      double others = zero == 0 ? 1 : static_cast<double>(product[at(zero - 1)]);
      sum = static_cast<double>(grad[at(zero)]) * others;
      for (std::int64_t i = zero + 1; i < around.length; ++i) {
        others *= static_cast<double>(value[at(i)]);
        sum += static_cast<double>(grad[at(i)]) * others;
      }
      result[at(zero)] = static_cast<T>(sum);
    });
  });
  return grad_x;
}

Tensor logcumsumexp(const Tensor& x, std::size_t dim) {
  const Tensor given = contiguous(x);
  Tensor y(x.shape(), x.dtype());
  if (x.size() == 0) return y;
  const Around around(x.shape(), dim);
  tensor::with_floating_type(x.dtype(), "logcumsumexp_out_cpu", [&]<class T>(T) {
    const T* const from = given.values<T>().data();
    T* const to = y.values<T>().data();
    for_each_line(around, [&](std::int64_t place) {
      double total = -std::numeric_limits<double>::infinity();
      for (std::int64_t i = 0; i < around.length; ++i, place += around.behind) {
        total = log_sum(static_cast<double>(from[place]), total);
        to[place] = static_cast<T>(total);
      }
    });
  });
  return y;
}

Tensor logcumsumexp_backward(const Tensor& grad_y, const Tensor& x, const Tensor& y,
                             std::size_t dim) {
  const Tensor grads = contiguous(grad_y);
  const Tensor given = contiguous(x);
  const Tensor sums = contiguous(y);
  Tensor grad_x(x.shape(), x.dtype());
  if (x.size() == 0) return grad_x;
  const Around around(x.shape(), dim);
  tensor::with_floating_type(x.dtype(), "logcumsumexp_backward", [&]<class T>(T) {
    const T* const grad = grads.values<T>().data();
    const T* const value = given.values<T>().data();
    const T* const log_sums = sums.values<T>().data();
    T* const result = grad_x.values<T>().data();
    for_each_line(around, [&](std::int64_t first) {
      // Of the sum over j ≥ i of grad_y_j e^(y_i - y_j), each from the one behind it: y never
      // falls.
      double sum = 0;
      double behind = 0;
      for (std::int64_t i = around.length; i-- > 0;) {
        const std::int64_t place = first + i * around.behind;
        const double own = static_cast<double>(log_sums[place]);
        const bool is_last = i + 1 == around.length;
        if (!is_last && own != behind) sum *= maths::exp(own - behind);
        sum += static_cast<double>(grad[place]);
        behind = own;
        const bool is_nothing = own == -std::numeric_limits<double>::infinity();
        const double share = is_nothing ? 0 : maths::exp(static_cast<double>(value[place]) - own);
        result[place] = static_cast<T>(sum * share);
      }
    });
  });
  return grad_x;
}

}  // namespace playground::ops
