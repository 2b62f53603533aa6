#include "tensor/walk.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace playground::tensor {
namespace {

template <std::size_t size>
void copy_items(std::byte* to, std::int64_t to_step, const std::byte* from, std::int64_t from_step,
                std::size_t count) noexcept {
  for (; count > 0; --count, to += to_step, from += from_step) std::memcpy(to, from, size);
}

}  // namespace

void copy_strided(std::byte* to, std::int64_t to_step, const std::byte* from,
                  std::int64_t from_step, std::size_t count, std::size_t item_size) noexcept {
  if (item_size == 8) return copy_items<8>(to, to_step, from, from_step, count);
  if (item_size == 4) return copy_items<4>(to, to_step, from, from_step, count);
  copy_items<1>(to, to_step, from, from_step, count);
}

Walk::Walk(const Tensor& x)
    : element_(const_cast<std::byte*>(x.data())), item_size_(item_size(x.dtype())) {
  if (x.is_contiguous()) return;
  const Strides strides = x.strides();
  for (std::size_t dim = 0; dim < strides.size(); ++dim) {
    // Where there is one element, its stride leads nowhere, and may be as large as an integer can
    // be.
    const std::int64_t stride = x.shape()[dim] > 1 ? strides[dim] : 0;
    dims_.push_back({x.shape()[dim], stride * static_cast<std::int64_t>(item_size_), 0});
  }
}

// Calls copy_run(element, step, count) for runs along the last dimension.
template <class CopyRun>
void Walk::each_run(std::size_t count, CopyRun copy_run) noexcept {
  if (is_span()) {
    copy_run(element_, static_cast<std::int64_t>(item_size_), count);
    return pass_over(count);
  }
  while (count > 0) {
    Dim& last = dims_.back();
    const std::size_t run = std::min(count, static_cast<std::size_t>(last.extent - last.index));
    copy_run(element_, last.step, run);
    count -= run;
    last.index += static_cast<std::int64_t>(run);
    element_ += last.step * static_cast<std::int64_t>(run);
    for (std::size_t dim = dims_.size() - 1; dims_[dim].index == dims_[dim].extent; --dim) {
      element_ -= dims_[dim].step * dims_[dim].extent;
      dims_[dim].index = 0;
      if (dim == 0) break;  // behind the last element, which is before the first
      ++dims_[dim - 1].index;
      element_ += dims_[dim - 1].step;
    }
  }
}

void Walk::read(std::byte* to, std::size_t count) noexcept {
  each_run(count, [&](const std::byte* element, std::int64_t step, std::size_t run) {
    copy_strided(to, static_cast<std::int64_t>(item_size_), element, step, run, item_size_);
    to += run * item_size_;
  });
}

void Walk::write(const std::byte* from, std::size_t count) noexcept {
  each_run(count, [&](std::byte* element, std::int64_t step, std::size_t run) {
    copy_strided(element, step, from, static_cast<std::int64_t>(item_size_), run, item_size_);
    from += run * item_size_;
  });
}

void copy_into(Tensor& to, const Tensor& from) {
  assert(to.shape() == from.shape() && to.dtype() == from.dtype() && from.is_contiguous());
  Walk(to).write(from.data(), to.size());
}

}  // namespace playground::tensor
