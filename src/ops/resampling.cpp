#include "ops/resampling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using tensor::Shape;

template <class T>
T step_of(std::int64_t size, std::int64_t new_size, std::optional<double> scale) {
  if (scale && *scale > 0) return static_cast<T>(1 / *scale);
  return static_cast<T>(size) / static_cast<T>(new_size);
}

template <class T>
std::vector<Between> between_in(std::int64_t size, std::int64_t new_size, bool align_corners,
                                std::optional<double> scale) {
  const T step = !align_corners ? step_of<T>(size, new_size, scale)
                 : new_size > 1 ? static_cast<T>(size - 1) / static_cast<T>(new_size - 1)
                                : T(0);
  std::vector<Between> made;
  for (std::int64_t i = 0; i < new_size; ++i) {
    const auto at = static_cast<T>(i);
    const T place = align_corners ? step * at : std::max(step * (at + T(0.5)) - T(0.5), T(0));
    // Of a scale near 0 the place is infinite, or none.
    const auto first =
        place < static_cast<T>(size - 1) ? static_cast<std::int64_t>(place) : size - 1;
    const T behind = place - static_cast<T>(first);
    const T share = behind > 0 ? std::min(behind, T(1)) : T(0);
    made.push_back({first, std::min(first + 1, size - 1), static_cast<double>(share)});
  }
  return made;
}

Shape with_pictures(const Shape& shape, std::size_t height, std::size_t width) {
  std::vector<std::int64_t> extents = shape.extents();
  extents[extents.size() - 2] = static_cast<std::int64_t>(height);
  extents[extents.size() - 1] = static_cast<std::int64_t>(width);
  return Shape(std::move(extents));
}

// use(four numbers of old elements, their four shares of the new one) for each new element of each
// picture; there are `size` old ones.
template <class T, class Use>
void each_element(std::size_t size, const Resampling& resampling, Use use) {
  const std::int64_t picture = resampling.height * resampling.width;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(size); at += picture) {
    for (const Between& row : resampling.rows) {
      const auto lower = static_cast<T>(row.share);
      const T upper = 1 - lower;
      const std::int64_t above = at + row.first * resampling.width;
      const std::int64_t below = at + row.second * resampling.width;
      for (const Between& column : resampling.columns) {
        const auto right = static_cast<T>(column.share);
        use(std::array{static_cast<std::size_t>(above + column.first),
                       static_cast<std::size_t>(above + column.second),
                       static_cast<std::size_t>(below + column.first),
                       static_cast<std::size_t>(below + column.second)},
            upper, lower, 1 - right, right);
      }
    }
  }
}

}  // namespace

std::vector<Between> between(std::int64_t size, std::int64_t new_size, bool align_corners,
                             std::optional<double> scale, tensor::DType dtype) {
  return dtype == tensor::DType::kFloat64 ? between_in<double>(size, new_size, align_corners, scale)
                                          : between_in<float>(size, new_size, align_corners, scale);
}

std::vector<std::int64_t> nearest(std::int64_t size, std::int64_t new_size,
                                  std::optional<double> scale) {
  const auto step = step_of<float>(size, new_size, scale);
  std::vector<std::int64_t> made;
  for (std::int64_t i = 0; i < new_size; ++i) {
    if (new_size == size) {
      made.push_back(i);
    } else if (new_size == 2 * size) {
      made.push_back(i / 2);
    } else {
      const float place = std::floor(static_cast<float>(i) * step);
      made.push_back(place < static_cast<float>(size - 1) ? static_cast<std::int64_t>(place)
                                                          : size - 1);
    }
  }
  return made;
}

Tensor bilinear(const Tensor& x, const Resampling& resampling) {
  const Tensor from = contiguous(x);
  Tensor y(with_pictures(x.shape(), resampling.rows.size(), resampling.columns.size()), x.dtype());
  tensor::with_floating_type(x.dtype(), "upsample_bilinear2d", [&]<class T>(T) {
    const auto old = from.values<T>();
    auto result = y.values<T>().begin();
    each_element<T>(x.size(), resampling,
                    [&](const auto& corners, T upper, T lower, T left, T right) {
                      const T above = left * old[corners[0]] + right * old[corners[1]];
                      const T below = left * old[corners[2]] + right * old[corners[3]];
                      *result++ = upper * above + lower * below;
                    });
  });
  return y;
}

Tensor bilinear_backward(const Tensor& grad, const Resampling& resampling) {
  const Tensor from = contiguous(grad);
  Tensor sums =
      tensor::full(with_pictures(grad.shape(), static_cast<std::size_t>(resampling.height),
                                 static_cast<std::size_t>(resampling.width)),
                   0, grad.dtype());
  tensor::with_floating_type(grad.dtype(), "upsample_bilinear2d_backward", [&]<class T>(T) {
    const auto result = sums.values<T>();
    auto given = from.values<T>().begin();
    each_element<T>(sums.size(), resampling,
                    [&](const auto& corners, T upper, T lower, T left, T right) {
                      const T g = *given++;
                      result[corners[0]] += upper * left * g;
                      result[corners[1]] += upper * right * g;
                      result[corners[2]] += lower * left * g;
                      result[corners[3]] += lower * right * g;
                    });
  });
  return sums;
}

}  // namespace playground::ops
