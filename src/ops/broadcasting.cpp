#include "ops/broadcasting.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "ops/kernels/map.hpp"
#include "ops/kernels/reduce.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

// y = the sum over the middle one of three dimensions: [outer, repeated, inner] -> [outer, inner].
Tensor sum_of_middle(const Tensor& x, std::size_t outer, std::size_t repeated, std::size_t inner) {
  Tensor y = full({static_cast<std::int64_t>(outer * inner)}, 0, x.dtype());
  tensor::with_floating_type(x.dtype(), "sum_cpu", [&]<class T>(T) {
    const std::span<const T> all = x.values<T>();
    if (inner == 1) return row_sums(all, y.values<T>());
    for (std::size_t i = 0; i < outer; ++i) {
      add_column_sums(all.subspan(i * repeated * inner, repeated * inner),
                      y.values<T>().subspan(i * inner, inner));
    }
  });
  return y;
}

}  // namespace

Tensor add(const Tensor& a, const Tensor& b) {
  assert(a.shape() == b.shape() && a.dtype() == b.dtype());
  const Tensor left = contiguous(a);
  const Tensor right = contiguous(b);
  Tensor y(a.shape(), a.dtype());
  tensor::with_type(a.dtype(), [&]<class T>(T) {
    const std::span<const T> one = left.values<T>();
    const std::span<const T> other = right.values<T>();
    if constexpr (std::is_floating_point_v<T>) {
      map(one, other, y.values<T>(), []<class V>(V v, V w) { return v + w; });
    } else {
      std::ranges::transform(one, other, y.values<T>().begin(), [](T v, T w) {
        return static_cast<T>(static_cast<std::uint64_t>(v) + static_cast<std::uint64_t>(w));
      });
    }
  });
  return y;
}

Tensor sum_to(const Tensor& x, const Shape& shape) {
  if (x.shape() == shape) return x;
  const std::size_t more = x.shape().rank() - shape.rank();
  const auto is_repeated = [&](std::size_t dim) {
    return dim < more || (shape[dim - more] == 1 && x.shape()[dim] != 1);
  };
  Tensor y = contiguous(x);
  std::size_t inner = 1;
  for (std::size_t dim = x.shape().rank(); dim > 0;) {
    // Neighbours that are both repeated, or both are not, are one dimension.
    const bool repeated = is_repeated(dim - 1);
    std::size_t extent = 1;
    for (; dim > 0 && is_repeated(dim - 1) == repeated; --dim) {
      extent *= static_cast<std::size_t>(x.shape()[dim - 1]);
    }
    if (!repeated) {
      inner *= extent;
      continue;
    }
    std::size_t outer = 1;
    for (std::size_t i = 0; i < dim; ++i) outer *= static_cast<std::size_t>(x.shape()[i]);
    y = sum_of_middle(y, outer, extent, inner);
  }
  return view(y, shape);
}

}  // namespace playground::ops
