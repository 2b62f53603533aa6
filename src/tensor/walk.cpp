#include "tensor/walk.hpp"

#include <cassert>
#include <cstring>

namespace playground::tensor {
namespace {

template <std::size_t size>
void copy_items(std::byte* to, std::int64_t to_step, const std::byte* from, std::int64_t from_step,
                std::size_t count) noexcept {
  for (; count > 0; --count, to += to_step, from += from_step) std::memcpy(to, from, size);
}

void copy_strided(std::byte* to, std::int64_t to_step, const std::byte* from,
                  std::int64_t from_step, std::size_t count, std::size_t item_size) noexcept {
  if (item_size == 8) return copy_items<8>(to, to_step, from, from_step, count);
  if (item_size == 4) return copy_items<4>(to, to_step, from, from_step, count);
  copy_items<1>(to, to_step, from, from_step, count);
}

}  // namespace

Walk::Walk(const Tensor& x)
    : element_(const_cast<std::byte*>(x.data())),
      item_size_(item_size(x.dtype())),
      extents_(x.shape().extents()),
      steps_(x.strides()),
      index_(extents_.size(), 0) {
  assert(x.size() > 0);
  for (std::int64_t& step : steps_) step *= static_cast<std::int64_t>(item_size_);
}

// Calls copy_run(element, step, count) for runs along the last dimension.
template <class CopyRun>
void Walk::each_run(std::size_t count, CopyRun copy_run) noexcept {
  const std::size_t rank = extents_.size();
  if (rank == 0) {
    if (count > 0) copy_run(element_, std::int64_t{0}, std::size_t{1});
    return;
  }
  while (count > 0) {
    const std::size_t last = rank - 1;
    const auto left = static_cast<std::size_t>(extents_[last] - index_[last]);
    const std::size_t run = std::min(count, left);
    copy_run(element_, steps_[last], run);
    count -= run;
    index_[last] += static_cast<std::int64_t>(run);
    element_ += steps_[last] * static_cast<std::int64_t>(run);
    for (std::size_t dim = last; index_[dim] == extents_[dim];) {
      element_ -= steps_[dim] * extents_[dim];
      index_[dim] = 0;
      if (dim == 0) break;  // behind the last element, which is before the first
      --dim;
      ++index_[dim];
      element_ += steps_[dim];
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
  if (to.size() > 0) Walk(to).write(from.data(), to.size());
}

}  // namespace playground::tensor
