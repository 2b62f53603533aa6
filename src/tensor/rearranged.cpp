#include "tensor/rearranged.hpp"

#include <algorithm>
#include <utility>

#include "errors/error.hpp"

namespace playground::tensor {
namespace {

std::vector<std::size_t> strides_of(const Shape& shape) {
  std::vector<std::size_t> strides(shape.rank(), 1);
  for (std::size_t dim = shape.rank(); dim-- > 1;) {
    strides[dim - 1] = strides[dim] * static_cast<std::size_t>(shape[dim]);
  }
  return strides;
}

// The element at i, j, ... is that of x at i * strides[0] + j * strides[1] + ...
Tensor strided(const Tensor& x, Shape shape, std::span<const std::size_t> strides) {
  Tensor y(std::move(shape), x.dtype());
  const Shape& of = y.shape();
  with_type(x.dtype(), [&]<class T>(T) {
    const auto from = x.values<T>();
    std::vector<std::int64_t> index(of.rank(), 0);
    std::size_t at = 0;
    for (T& element : y.values<T>()) {
      element = from[at];
      for (std::size_t dim = of.rank(); dim-- > 0;) {
        at += strides[dim];
        if (++index[dim] < of[dim]) break;
        at -= strides[dim] * static_cast<std::size_t>(of[dim]);
        index[dim] = 0;
      }
    }
  });
  return y;
}

}  // namespace

Tensor permuted(const Tensor& x, std::span<const std::size_t> dims) {
  const auto strides = strides_of(x.shape());
  std::vector<std::int64_t> extents;
  std::vector<std::size_t> permuted_strides;
  for (const std::size_t dim : dims) {
    extents.push_back(x.shape()[dim]);
    permuted_strides.push_back(strides[dim]);
  }
  return strided(x, Shape(std::move(extents)), permuted_strides);
}

Tensor repeated(const Tensor& x, std::span<const std::int64_t> times) {
  const auto strides = strides_of(x.shape());
  const std::size_t more = times.size() - x.shape().rank();
  std::vector<std::int64_t> extents;
  std::vector<std::int64_t> interleaved;
  std::vector<std::size_t> interleaved_strides;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const std::int64_t extent = i < more ? 1 : x.shape()[i - more];
    interleaved.insert(interleaved.end(), {times[i], extent});
    interleaved_strides.insert(interleaved_strides.end(), {0, i < more ? 0 : strides[i - more]});
    std::int64_t whole = 0;
    if (__builtin_mul_overflow(times[i], extent, &whole)) {
      errors::fail(errors::Kind::kMemory, "invalid size, possible overflow?"_words);
    }
    extents.push_back(whole);
  }
  return strided(x, Shape(std::move(interleaved)), interleaved_strides)
      .reshaped(Shape(std::move(extents)));
}

Tensor broadcast(const Tensor& x, const Shape& shape) {
  const auto strides = strides_of(x.shape());
  const std::size_t more = shape.rank() - x.shape().rank();
  std::vector<std::size_t> broadcast_strides(shape.rank(), 0);
  for (std::size_t dim = 0; dim < strides.size(); ++dim) {
    if (x.shape()[dim] != 1) broadcast_strides[more + dim] = strides[dim];
  }
  return strided(x, shape, broadcast_strides);
}

Shape broadcast_shape(const Shape& a, const Shape& b) {
  std::vector<std::int64_t> extents(std::max(a.rank(), b.rank()));
  for (std::size_t i = 1; i <= extents.size(); ++i) {
    const std::int64_t one = i > a.rank() ? 1 : a[a.rank() - i];
    const std::int64_t other = i > b.rank() ? 1 : b[b.rank() - i];
    if (one != other && one != 1 && other != 1) {
      errors::fail(errors::Kind::kValue,
                   "The size of tensor a ({0}) must match the size of tensor b ({1}) at "
                   "non-singleton dimension {2}"_words,
                   one, other, extents.size() - i);
    }
    extents[extents.size() - i] = one == 1 ? other : one;
  }
  return Shape(std::move(extents));
}

Tensor concatenated(std::span<const Tensor> tensors, std::size_t dim) {
  std::vector<std::int64_t> extents = tensors.front().shape().extents();
  extents[dim] = 0;
  for (const Tensor& x : tensors) extents[dim] += x.shape()[dim];
  Tensor y(Shape(std::move(extents)), tensors.front().dtype());
  std::size_t outer = 1;
  for (std::size_t before = 0; before < dim; ++before) {
    outer *= static_cast<std::size_t>(y.shape()[before]);
  }
  with_type(y.dtype(), [&]<class T>(T) {
    auto to = y.values<T>().begin();
    for (std::size_t i = 0; i < outer; ++i) {
      for (const Tensor& x : tensors) {
        const std::size_t run = x.size() / outer;
        to = std::ranges::copy(x.values<T>().subspan(i * run, run), to).out;
      }
    }
  });
  return y;
}

}  // namespace playground::tensor
