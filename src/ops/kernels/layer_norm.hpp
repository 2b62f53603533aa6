// Layer normalisation of each row of a matrix whose rows follow each other, beside its backward.
// Sums are taken as reduce.hpp says, the variance as the mean of squared distances from the mean.
//
// Source  Ba, Kiros and Hinton 2016, "Layer Normalization".
#pragma once

#include <cassert>
#include <cstddef>
#include <span>

#include "maths/lanes.hpp"
#include "ops/kernels/map.hpp"
#include "ops/kernels/reduce.hpp"

namespace playground::ops {

/// y = (x - mean) / sqrt(variance + eps) * weight + bias.
///
/// x, y  [rows, columns], y may be x only if no backward follows; mean, rstd  [rows], kept for it;
/// weight, bias  [columns], or empty: ones and zeros
template <class T>
void layer_norm(std::span<const T> x, std::span<const T> weight, std::span<const T> bias, T eps,
                std::span<T> mean, std::span<T> rstd, std::span<T> y) noexcept {
  const std::size_t columns = mean.empty() ? 0 : x.size() / mean.size();
  assert(weight.empty() || weight.size() == columns);
  for (std::size_t i = 0; i < mean.size(); ++i) {
    const std::span<const T> row = x.subspan(i * columns, columns);
    const std::span<T> result = y.subspan(i * columns, columns);
    const auto size = static_cast<T>(columns);
    const T centre = sum(row) / size;
    const T variance = sum_of<T>(columns,
                                 [row, centre]<class V>(std::size_t j) {
                                   const V distance = load<V>(row, j) - V(centre);
                                   return distance * distance;
                                 }) /
                       size;
    const T scale = T(1) / maths::square_root(variance + eps);
    mean[i] = centre;
    rstd[i] = scale;
    map(row, result, [centre, scale]<class V>(V v) { return (v - V(centre)) * V(scale); });
    if (!weight.empty()) {
      map<T>(result, weight, result, []<class V>(V v, V w) { return v * w; });
    }
    if (!bias.empty()) map<T>(result, bias, result, []<class V>(V v, V b) { return v + b; });
  }
}

/// With n = (x - mean) rstd and g = grad_y weight: grad_x = rstd (g - mean of g - n mean of g n),
/// grad_weight += the column sums of grad_y n, grad_bias += those of grad_y.
///
/// grad_x  [rows, columns], neither grad_y nor x; grad_weight, grad_bias  [columns], or empty if
/// nobody wants them
template <class T>
void layer_norm_backward(std::span<const T> grad_y, std::span<const T> x, std::span<const T> weight,
                         std::span<const T> mean, std::span<const T> rstd, std::span<T> grad_x,
                         std::span<T> grad_weight, std::span<T> grad_bias) noexcept {
  const std::size_t columns = mean.empty() ? 0 : x.size() / mean.size();
  for (std::size_t i = 0; i < mean.size(); ++i) {
    const std::span<const T> grad = grad_y.subspan(i * columns, columns);
    const std::span<const T> row = x.subspan(i * columns, columns);
    const std::span<T> result = grad_x.subspan(i * columns, columns);
    const T centre = mean[i];
    const T scale = rstd[i];
    const auto normalised = [centre, scale]<class V>(V v) { return (v - V(centre)) * V(scale); };

    if (!grad_weight.empty()) {
      map<T>(grad_weight, grad, row, grad_weight,
             [normalised]<class V>(V sum, V g, V v) { return sum + g * normalised(v); });
    }
    if (!grad_bias.empty()) {
      map<T>(grad_bias, grad, grad_bias, []<class V>(V sum, V g) { return sum + g; });
    }
    if (weight.empty()) {
      map(grad, result, []<class V>(V g) { return g; });
    } else {
      map(grad, weight, result, []<class V>(V g, V w) { return g * w; });
    }
    const std::span<const T> weighted = result;
    const auto size = static_cast<T>(columns);
    const T level = sum(weighted) / size;
    const T slope = sum_of<T>(columns,
                              [weighted, row, normalised]<class V>(std::size_t j) {
                                return load<V>(weighted, j) * normalised(load<V>(row, j));
                              }) /
                    size;
    map(weighted, row, result, [level, slope, scale, normalised]<class V>(V g, V v) {
      return V(scale) * (g - V(level) - normalised(v) * V(slope));
    });
  }
}

// Compiled once, for speed.
extern template void layer_norm(std::span<const float>, std::span<const float>,
                                std::span<const float>, float, std::span<float>, std::span<float>,
                                std::span<float>) noexcept;
extern template void layer_norm(std::span<const double>, std::span<const double>,
                                std::span<const double>, double, std::span<double>,
                                std::span<double>, std::span<double>) noexcept;
extern template void layer_norm_backward(std::span<const float>, std::span<const float>,
                                         std::span<const float>, std::span<const float>,
                                         std::span<const float>, std::span<float>, std::span<float>,
                                         std::span<float>) noexcept;
extern template void layer_norm_backward(std::span<const double>, std::span<const double>,
                                         std::span<const double>, std::span<const double>,
                                         std::span<const double>, std::span<double>,
                                         std::span<double>, std::span<double>) noexcept;

}  // namespace playground::ops
