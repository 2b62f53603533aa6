#include "ops/offsets.hpp"

#include <cassert>
#include <utility>

#include "tensor/dispatch.hpp"

namespace playground::ops {

Offsets::Offsets(const Shape& shape, Strides strides)
    : extents_(shape.extents()), strides_(std::move(strides)), index_(extents_.size(), 0) {}

void Offsets::next() noexcept {
  for (std::size_t dim = index_.size(); dim-- > 0;) {
    offset_ += strides_[dim];
    if (++index_[dim] < extents_[dim]) return;
    offset_ -= strides_[dim] * extents_[dim];
    index_[dim] = 0;
  }
}

void add_into(Tensor to, const Tensor& x) {
  assert(to.shape() == x.shape() && to.dtype() == x.dtype());
  const Tensor given = contiguous(x);
  Offsets at(to.shape(), to.strides());
  tensor::with_type(to.dtype(), [&]<class T>(T) {
    T* const elements = reinterpret_cast<T*>(to.data());
    for (const T value : given.values<T>()) {
      elements[at.here()] = added(elements[at.here()], value);
      at.next();
    }
  });
}

}  // namespace playground::ops
