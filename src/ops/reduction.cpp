#include "ops/reduction.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "maths/exponential.hpp"
#include "maths/logarithm.hpp"
#include "maths/power.hpp"
#include "ops/kernels/reduce.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

using tensor::DType;

/// Calls `use(T{})` with the C++ type of the elements of lines.
template <class Use>
void with_line_type(DType dtype, Use&& use) {
  if (dtype == DType::kFloat32) return use(float{});
  if (dtype == DType::kFloat64) return use(double{});
  assert(dtype == DType::kInt64);
  use(std::int64_t{});
}

/// f(line, o, i) for the line of each [outer, inner].
template <class T, class F>
void for_each_line(const Lines& lines, F f) {
  const T* first = lines.elements.values<T>().data();
  for (std::size_t o = 0; o < lines.outer; ++o) {
    for (std::size_t i = 0; i < lines.inner; ++i) {
      f(Line<T>{first + o * lines.count * lines.inner + i, lines.count, lines.inner},
        o * lines.inner + i);
    }
  }
}

template <class T>
T wrapped_sum(T a, T b) noexcept {
  if constexpr (std::is_floating_point_v<T>) return a + b;
  return static_cast<T>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}
template <class T>
T wrapped_product(T a, T b) noexcept {
  if constexpr (std::is_floating_point_v<T>) return a * b;
  return static_cast<T>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

template <class T>
T sum_of_line(Line<T> line, double) {
  if constexpr (std::is_floating_point_v<T>) {
    if (line.is_span()) return sum(std::span<const T>(line.first, line.count));
  }
  T total = 0;
  for (std::size_t i = 0; i < line.count; ++i) total = wrapped_sum(total, line[i]);
  return total;
}

template <class T>
T product_of_line(Line<T> line, double) {
  T product = 1;
  for (std::size_t i = 0; i < line.count; ++i) product = wrapped_product(product, line[i]);
  return product;
}

template <class T>
T nansum_of_line(Line<T> line, double) {
  T total = 0;
  for (std::size_t i = 0; i < line.count; ++i) {
    if (line[i] == line[i]) total += line[i];
  }
  return total;
}

template <class T>
T logsumexp_of_line(Line<T> line, double) {
  T largest = -std::numeric_limits<T>::infinity();
  for (std::size_t i = 0; i < line.count; ++i) {
    if (line[i] > largest || line[i] != line[i]) largest = line[i];
  }
  // Differences from an infinite one are no numbers.
  const T origin = std::isinf(largest) ? T(0) : largest;
  T total = 0;
  for (std::size_t i = 0; i < line.count; ++i) total += maths::exp<T>(line[i] - origin);
  return maths::log<T>(total) + origin;
}

template <class T>
T norm_of_line(Line<T> line, double p) {
  double total = std::isinf(p) && p < 0 ? std::numeric_limits<double>::infinity() : 0;
  for (std::size_t i = 0; i < line.count; ++i) {
    const double magnitude = std::fabs(static_cast<double>(line[i]));
    if (std::isinf(p)) {
      const bool is_further = p > 0 ? magnitude > total : magnitude < total;
      if (is_further || magnitude != magnitude) total = magnitude;
    } else if (p == 0) {
      total += magnitude != 0 ? 1 : 0;
    } else if (p == 1) {
      total += magnitude;
    } else if (p == 2) {
      total += magnitude * magnitude;
    } else {
      total += maths::pow<double>(magnitude, p);
    }
  }
  if (p == 2) return static_cast<T>(std::sqrt(total));
  if (p == 0 || p == 1 || std::isinf(p)) return static_cast<T>(total);
  return static_cast<T>(maths::pow<double>(total, 1 / p));
}

template <class T, bool kGreatest>
std::size_t extreme_of_line(Line<T> line) {
  if constexpr (std::is_floating_point_v<T> && kGreatest) {
    if (line.is_span()) return argmax(std::span<const T>(line.first, line.count));
  }
  std::size_t best = 0;
  T extreme = line[0];
  for (std::size_t i = 0; i < line.count; ++i) {
    const T value = line[i];
    if (value != value) return i;
    if (kGreatest ? value > extreme : value < extreme) {
      best = i;
      extreme = value;
    }
  }
  return best;
}

}  // namespace

Shape reduced_shape(const Shape& shape, const Reduced& reduced, bool keeps) {
  std::vector<std::int64_t> extents;
  extents.reserve(shape.rank());
  for (std::size_t dim = 0; dim < shape.rank(); ++dim) {
    if (!reduced[dim]) {
      extents.push_back(shape[dim]);
    } else if (keeps) {
      extents.push_back(1);
    }
  }
  return Shape(std::move(extents));
}

std::size_t reduced_count(const Shape& shape, const Reduced& reduced) {
  std::size_t count = 1;
  for (std::size_t dim = 0; dim < shape.rank(); ++dim) {
    if (reduced[dim]) count *= static_cast<std::size_t>(shape[dim]);
  }
  return count;
}

Lines lines_of(const Tensor& x, const Reduced& reduced) {
  const std::size_t rank = x.shape().rank();
  // The reduced ones are neighbours if no other lies between the first and the last of them.
  std::size_t first = 0;
  while (first < rank && !reduced[first]) ++first;
  std::size_t end = rank;
  while (end > first && !reduced[end - 1]) --end;
  bool are_neighbours = true;
  for (std::size_t dim = first; dim < end; ++dim) {
    if (!reduced[dim] && x.shape()[dim] != 1) are_neighbours = false;
  }
  const std::size_t count = reduced_count(x.shape(), reduced);
  if (are_neighbours) {
    std::size_t inner = 1;
    std::size_t outer = 1;
    for (std::size_t dim = 0; dim < first; ++dim) outer *= static_cast<std::size_t>(x.shape()[dim]);
    for (std::size_t dim = end; dim < rank; ++dim)
      inner *= static_cast<std::size_t>(x.shape()[dim]);
    return {tensor::contiguous(x), outer, count, inner};
  }
  std::vector<std::size_t> order;
  for (const bool which : {false, true}) {
    for (std::size_t dim = 0; dim < rank; ++dim) {
      if (reduced[dim] == which) order.push_back(dim);
    }
  }
  Tensor elements = tensor::contiguous(tensor::permute(x, order));
  return {std::move(elements), reduced_shape(x.shape(), reduced, false).size(), count, 1};
}

Tensor folded(const Tensor& x, const Reduced& reduced, const OfLines& kernels, double option) {
  const Lines lines = lines_of(x, reduced);
  Tensor result(reduced_shape(x.shape(), reduced, false), x.dtype());
  if (x.dtype() == DType::kFloat32) {
    float* to = result.values<float>().data();
    for_each_line<float>(
        lines, [&](Line<float> line, std::size_t at) { to[at] = kernels.of_floats(line, option); });
  } else if (x.dtype() == DType::kFloat64) {
    double* to = result.values<double>().data();
    for_each_line<double>(lines, [&](Line<double> line, std::size_t at) {
      to[at] = kernels.of_doubles(line, option);
    });
  } else {
    assert(x.dtype() == DType::kInt64 && kernels.of_integers);
    std::int64_t* to = result.values<std::int64_t>().data();
    for_each_line<std::int64_t>(lines, [&](Line<std::int64_t> line, std::size_t at) {
      to[at] = kernels.of_integers(line, option);
    });
  }
  return result;
}

Tensor sum(const Tensor& x) {
  if (!x.is_contiguous() || !tensor::is_floating(x.dtype())) {
    return sum(x, Reduced(x.shape().rank(), true));
  }
  Tensor result(Shape(), x.dtype());
  tensor::with_floating_type(x.dtype(), "sum_cpu",
                             [&]<class T>(T) { result.values<T>()[0] = sum(x.values<T>()); });
  return result;
}

Tensor mean(const Tensor& x) {
  Tensor result = sum(x);
  tensor::with_floating_type(x.dtype(), "mean_cpu", [&]<class T>(T) {
    result.values<T>()[0] /= static_cast<T>(x.size());
  });
  return result;
}

Tensor sum(const Tensor& x, const Reduced& reduced) {
  const bool is_floating = tensor::is_floating(x.dtype());
  if (is_floating) {
    const Lines lines = lines_of(x, reduced);
    if (lines.inner > 1) {
      Tensor result(reduced_shape(x.shape(), reduced, false), x.dtype());
      tensor::with_floating_type(x.dtype(), "sum_cpu", [&]<class T>(T) {
        const std::span<T> sums = result.values<T>();
        std::ranges::fill(sums, T(0));
        const std::size_t each = lines.count * lines.inner;
        for (std::size_t o = 0; o < lines.outer; ++o) {
          add_column_sums<T>(lines.elements.values<T>().subspan(o * each, each),
                             sums.subspan(o * lines.inner, lines.inner));
        }
      });
      return result;
    }
  }
  return folded(x, reduced,
                {&sum_of_line<float>, &sum_of_line<double>, &sum_of_line<std::int64_t>});
}

Tensor mean(const Tensor& x, const Reduced& reduced) {
  Tensor result = sum(x, reduced);
  tensor::with_floating_type(x.dtype(), "mean_cpu", [&]<class T>(T) {
    const auto count = static_cast<T>(reduced_count(x.shape(), reduced));
    for (T& value : result.values<T>()) value /= count;
  });
  return result;
}

Tensor nansum(const Tensor& x, const Reduced& reduced) {
  return folded(x, reduced,
                {&nansum_of_line<float>, &nansum_of_line<double>, &sum_of_line<std::int64_t>});
}

Tensor product(const Tensor& x, const Reduced& reduced) {
  return folded(
      x, reduced,
      {&product_of_line<float>, &product_of_line<double>, &product_of_line<std::int64_t>});
}

Tensor logsumexp(const Tensor& x, const Reduced& reduced) {
  return folded(x, reduced, {&logsumexp_of_line<float>, &logsumexp_of_line<double>, nullptr});
}

Tensor vector_norm(const Tensor& x, const Reduced& reduced, double p) {
  return folded(x, reduced, {&norm_of_line<float>, &norm_of_line<double>, nullptr}, p);
}

Tensor product_of_others(const Tensor& x, const Reduced& reduced) {
  // By dimensions in any order: the lines are gathered at the end, and put back at last.
  std::vector<std::size_t> order;
  for (const bool which : {false, true}) {
    for (std::size_t dim = 0; dim < x.shape().rank(); ++dim) {
      if (reduced[dim] == which) order.push_back(dim);
    }
  }
  const Tensor gathered = tensor::contiguous(tensor::permute(x, order));
  Tensor others(gathered.shape(), x.dtype());
  const std::size_t count = reduced_count(x.shape(), reduced);
  tensor::with_floating_type(x.dtype(), "cumprod_out_cpu", [&]<class T>(T) {
    const std::span<const T> from = gathered.values<T>();
    const std::span<T> to = others.values<T>();
    for (std::size_t first = 0; first < to.size(); first += count) {
      T product = 1;
      for (std::size_t i = first; i < first + count; ++i) {
        to[i] = product;
        product *= from[i];
      }
      product = 1;
      for (std::size_t i = first + count; i-- > first;) {
        to[i] *= product;
        product *= from[i];
      }
    }
  });
  std::vector<std::size_t> back(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) back[order[i]] = i;
  return tensor::contiguous(tensor::permute(others, back));
}

Moments moments(const Tensor& x, const Reduced& reduced, double correction) {
  const Lines lines = lines_of(x, reduced);
  const Shape shape = reduced_shape(x.shape(), reduced, false);
  Moments result{Tensor(shape, x.dtype()), Tensor(shape, x.dtype())};
  tensor::with_floating_type(x.dtype(), "std_cpu", [&]<class T>(T) {
    const std::span<T> means = result.mean.values<T>();
    const std::span<T> variances = result.variance.values<T>();
    for_each_line<T>(lines, [&](Line<T> line, std::size_t at) {
      const auto count = static_cast<double>(line.count);
      double total = 0;
      for (std::size_t i = 0; i < line.count; ++i) total += static_cast<double>(line[i]);
      const double mean = total / count;
      double squares = 0;
      for (std::size_t i = 0; i < line.count; ++i) {
        const double distance = static_cast<double>(line[i]) - mean;
        squares += distance * distance;
      }
      means[at] = static_cast<T>(mean);
      variances[at] = static_cast<T>(squares / std::max(0.0, count - correction));
    });
  });
  return result;
}

Extremes extremes(const Tensor& x, const Reduced& reduced, bool greatest) {
  if (!tensor::is_floating(x.dtype()) && x.dtype() != DType::kInt64) {
    Extremes result = extremes(tensor::to(x, DType::kInt64), reduced, greatest);
    result.values = tensor::to(result.values, x.dtype());
    return result;
  }
  const Lines lines = lines_of(x, reduced);
  const Shape shape = reduced_shape(x.shape(), reduced, false);
  Extremes result{Tensor(shape, x.dtype()), Tensor(shape, DType::kInt64)};
  with_line_type(x.dtype(), [&]<class T>(T) {
    const std::span<T> values = result.values.values<T>();
    const std::span<std::int64_t> positions = result.positions.values<std::int64_t>();
    const auto find = greatest ? &extreme_of_line<T, true> : &extreme_of_line<T, false>;
    for_each_line<T>(lines, [&](Line<T> line, std::size_t at) {
      const std::size_t position = find(line);
      values[at] = line[position];
      positions[at] = static_cast<std::int64_t>(position);
    });
  });
  return result;
}

Tensor taken(const Tensor& x, const Reduced& reduced, const Tensor& positions) {
  const Lines lines = lines_of(x, reduced);
  Tensor result(positions.shape(), x.dtype());
  const std::span<const std::int64_t> at = positions.values<std::int64_t>();
  tensor::with_floating_type(x.dtype(), "gather_out_cpu", [&]<class T>(T) {
    const std::span<T> to = result.values<T>();
    for_each_line<T>(
        lines, [&](Line<T> line, std::size_t i) { to[i] = line[static_cast<std::size_t>(at[i])]; });
  });
  return result;
}

Tensor placed(const Tensor& values, const Reduced& reduced, const Tensor& positions,
              const Shape& shape) {
  Tensor result = tensor::full(shape, 0, values.dtype());
  const Lines lines = lines_of(result, reduced);  // of one dimension or all: the result itself
  assert(lines.elements.is_view_of_same(result));
  const Tensor from = tensor::contiguous(values);
  const std::span<const std::int64_t> at = positions.values<std::int64_t>();
  tensor::with_floating_type(values.dtype(), "scatter", [&]<class T>(T) {
    const std::span<T> to = result.values<T>();
    const std::span<const T> value = from.values<T>();
    for (std::size_t o = 0, k = 0; o < lines.outer; ++o) {
      for (std::size_t i = 0; i < lines.inner; ++i, ++k) {
        to[(o * lines.count + static_cast<std::size_t>(at[k])) * lines.inner + i] = value[k];
      }
    }
  });
  return result;
}

namespace {

// With the value that decides a line: false for all(), true for any().
Tensor decided(const Tensor& x, const Reduced& reduced, bool decisive) {
  const Lines lines = lines_of(x, reduced);
  Tensor result(reduced_shape(x.shape(), reduced, false), DType::kBool);
  const std::span<bool> to = result.values<bool>();
  for_each_line<bool>(lines, [&](Line<bool> line, std::size_t at) {
    std::size_t i = 0;
    while (i < line.count && line[i] != decisive) ++i;
    to[at] = (i < line.count) == decisive;
  });
  return result;
}

}  // namespace

Tensor all(const Tensor& x, const Reduced& reduced) { return decided(x, reduced, false); }
Tensor any(const Tensor& x, const Reduced& reduced) { return decided(x, reduced, true); }

}  // namespace playground::ops
