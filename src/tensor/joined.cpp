#include "tensor/joined.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "errors/error.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::tensor {

Tensor repeated(const Tensor& x, std::span<const std::int64_t> times) {
  const Strides strides = x.strides();
  const std::size_t more = times.size() - strides.size();
  std::vector<std::int64_t> extents;
  // Each dimension stands behind one of stride 0 that repeats it.
  std::vector<std::int64_t> interleaved;
  Strides interleaved_strides;
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
  const Tensor all =
      x.as_strided(Shape(std::move(interleaved)), std::move(interleaved_strides), x.offset());
  return view(all.clone(), Shape(std::move(extents)));
}

Tensor concatenated(std::span<const Tensor> tensors, std::size_t dim) {
  std::vector<std::int64_t> extents = tensors.front().shape().extents();
  extents[dim] = 0;
  for (const Tensor& x : tensors) extents[dim] += x.shape()[dim];
  Tensor y(Shape(std::move(extents)), tensors.front().dtype());
  std::int64_t end = 0;
  for (const Tensor& x : tensors) {
    const std::int64_t start = end;
    end += x.shape()[dim];
    Tensor part = slice(y, dim, start, end);
    copy_into(part, contiguous(x));
  }
  return y;
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

}  // namespace playground::tensor
