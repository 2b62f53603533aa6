// The elements of a tensor one after another, in row-major order, however they lie in memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// What it walks over must stay alive, and have an element.
class Walk {
 public:
  /// To read alone: x is not written to.
  explicit Walk(const Tensor& x);

  /// Copies the next elements to or from memory, and goes on behind them. So many must be left.
  void read(std::byte* to, std::size_t count) noexcept;
  void write(const std::byte* from, std::size_t count) noexcept;

 private:
  template <class CopyRun>
  void each_run(std::size_t count, CopyRun copy_run) noexcept;

  std::byte* element_;  // the next one
  std::size_t item_size_;
  std::vector<std::int64_t> extents_;
  std::vector<std::int64_t> steps_;  // strides in bytes
  std::vector<std::int64_t> index_;  // of the next one
};

/// Calls use(std::span<const T>) with the elements, one span of them after another: with all at
/// once if x is contiguous.
template <class T, class Use>
void each_span(const Tensor& x, Use use) {
  if (x.is_contiguous()) return use(x.values<T>());
  std::array<T, 512> block;
  Walk walk(x);
  for (std::size_t left = x.size(); left > 0;) {
    const std::size_t count = std::min(left, block.size());
    walk.read(reinterpret_cast<std::byte*>(block.data()), count);
    use(std::span<const T>(block.data(), count));
    left -= count;
  }
}

/// Tensor.copy_ of a contiguous tensor of the same shape and dtype.
void copy_into(Tensor& to, const Tensor& from);

}  // namespace playground::tensor
