// softmax and log_softmax of each row of a matrix whose rows follow each other, each beside its
// backward. Sums are taken as reduce.hpp says.
//
// All are spans of [rows, columns]; a result may be written over an argument.
#pragma once

#include <cstddef>
#include <span>

#include "maths/exponential.hpp"
#include "maths/lanes.hpp"
#include "maths/logarithm.hpp"
#include "ops/kernels/map.hpp"
#include "ops/kernels/reduce.hpp"

namespace playground::ops {

/// e^(x - max) / the sum of these. A row of -inf, or with a nan or inf, is nan.
template <class T>
void softmax(std::span<const T> x, std::size_t columns, std::span<T> y) noexcept {
  for (std::size_t first = 0; first < x.size(); first += columns) {
    const std::span<const T> row = x.subspan(first, columns);
    const std::span<T> result = y.subspan(first, columns);
    const T largest = max(row);
    map(row, result, [largest]<class V>(V v) { return maths::exp<V>(v - V(largest)); });
    const T total = sum<T>(result);
    map<T>(result, result, [total]<class V>(V v) { return v / V(total); });
  }
}

/// grad_x = (grad_y - the row's sum of grad_y y) y
template <class T>
void softmax_backward(std::span<const T> grad_y, std::span<const T> y, std::size_t columns,
                      std::span<T> grad_x) noexcept {
  for (std::size_t first = 0; first < y.size(); first += columns) {
    const std::span<const T> grad = grad_y.subspan(first, columns);
    const std::span<const T> row = y.subspan(first, columns);
    const T total = dot(grad, row);
    map(grad, row, grad_x.subspan(first, columns),
        [total]<class V>(V g, V v) { return (g - V(total)) * v; });
  }
}

/// x - max - log of the sum of e^(x - max).
template <class T>
void log_softmax(std::span<const T> x, std::size_t columns, std::span<T> y) noexcept {
  for (std::size_t first = 0; first < x.size(); first += columns) {
    const std::span<const T> row = x.subspan(first, columns);
    const T largest = max(row);
    const T total = sum_of<T>(columns, [row, largest]<class V>(std::size_t i) {
      return maths::exp<V>(load<V>(row, i) - V(largest));
    });
    const T log_total = maths::log(total);
    map(row, y.subspan(first, columns),
        [largest, log_total]<class V>(V v) { return v - V(largest) - V(log_total); });
  }
}

/// grad_x = grad_y - e^y the row's sum of grad_y
template <class T>
void log_softmax_backward(std::span<const T> grad_y, std::span<const T> y, std::size_t columns,
                          std::span<T> grad_x) noexcept {
  for (std::size_t first = 0; first < y.size(); first += columns) {
    const std::span<const T> grad = grad_y.subspan(first, columns);
    const T total = sum(grad);
    map(grad, y.subspan(first, columns), grad_x.subspan(first, columns),
        [total]<class V>(V g, V v) { return g - maths::exp<V>(v) * V(total); });
  }
}

// Compiled once, for speed.
extern template void softmax(std::span<const float>, std::size_t, std::span<float>) noexcept;
extern template void softmax(std::span<const double>, std::size_t, std::span<double>) noexcept;
extern template void softmax_backward(std::span<const float>, std::span<const float>, std::size_t,
                                      std::span<float>) noexcept;
extern template void softmax_backward(std::span<const double>, std::span<const double>, std::size_t,
                                      std::span<double>) noexcept;
extern template void log_softmax(std::span<const float>, std::size_t, std::span<float>) noexcept;
extern template void log_softmax(std::span<const double>, std::size_t, std::span<double>) noexcept;
extern template void log_softmax_backward(std::span<const float>, std::span<const float>,
                                          std::size_t, std::span<float>) noexcept;
extern template void log_softmax_backward(std::span<const double>, std::span<const double>,
                                          std::size_t, std::span<double>) noexcept;

}  // namespace playground::ops
