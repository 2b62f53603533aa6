#include "autograd/strided.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "tensor/dispatch.hpp"
#include "tensor/walk.hpp"

namespace playground::autograd {
namespace {

using tensor::Shape;
using tensor::Strides;
using tensor::Tensor;

// How many elements lie from the first to the last of a tensor with these strides.
std::int64_t span_of(const Shape& shape, const Strides& strides) {
  std::int64_t last = 0;
  for (std::size_t dim = 0; dim < shape.rank(); ++dim) last += (shape[dim] - 1) * strides[dim];
  return last + 1;
}

Tensor zeros(std::int64_t size, tensor::DType dtype) { return tensor::full(Shape{size}, 0, dtype); }

// The gradient of a base as the base lies in memory.
struct Laid {
  Tensor memory;
  Tensor base;
};

Laid laid_as_base(const Reach& reach, tensor::DType dtype) {
  Tensor memory = zeros(span_of(reach.base_shape, reach.base_strides), dtype);
  Tensor base = memory.as_strided(reach.base_shape, reach.base_strides, 0);
  return {std::move(memory), std::move(base)};
}

}  // namespace

Reach reach(const Tensor& view, const Tensor& base) {
  return {base.shape(), base.strides(), view.shape(), view.strides(),
          view.offset() - base.offset()};
}

Tensor part_of(const Tensor& grad_base, const Reach& reach) {
  if (reach.shape.size() == 0) return Tensor(reach.shape, grad_base.dtype());
  auto [memory, base] = laid_as_base(reach, grad_base.dtype());
  tensor::copy_into(base, contiguous(grad_base));
  return memory.as_strided(reach.shape, reach.strides, reach.offset).clone();
}

Tensor without_part(const Tensor& grad_base, const Reach& reach) {
  if (reach.shape.size() == 0) return grad_base;
  auto [memory, base] = laid_as_base(reach, grad_base.dtype());
  tensor::copy_into(base, contiguous(grad_base));
  Tensor part = memory.as_strided(reach.shape, reach.strides, reach.offset);
  tensor::copy_into(part, tensor::full(reach.shape, 0, grad_base.dtype()));
  return base.clone();
}

Tensor from_part(const Tensor& grad_view, const Reach& reach) {
  if (reach.shape.size() == 0 || reach.base_shape.size() == 0) {
    return tensor::full(reach.base_shape, 0, grad_view.dtype());
  }
  auto [memory, base] = laid_as_base(reach, grad_view.dtype());
  const Tensor given = contiguous(grad_view);
  tensor::with_floating_type(given.dtype(), "as_strided", [&]<class T>(T) {
    T* const elements = memory.values<T>().data();
    std::vector<std::int64_t> index(reach.shape.rank(), 0);
    std::int64_t place = reach.offset;
    for (const T grad : given.values<T>()) {
      elements[place] += grad;
      for (std::size_t dim = index.size(); dim-- > 0;) {
        place += reach.strides[dim];
        if (++index[dim] < reach.shape[dim]) break;
        place -= reach.strides[dim] * reach.shape[dim];
        index[dim] = 0;
      }
    }
  });
  return base.clone();
}

}  // namespace playground::autograd
