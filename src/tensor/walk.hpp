// The elements of a tensor one after another, in row-major order, however they lie in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// What it walks over must stay alive.
class Walk {
 public:
  /// To read alone: x is not written to.
  explicit Walk(const Tensor& x);

  /// Whether x is contiguous, so that here() is a span of all that are left.
  bool is_span() const noexcept { return dims_.empty(); }
  std::byte* here() const noexcept { return element_; }

  /// Copies the next elements to or from memory, and goes on behind them. So many must be left.
  void read(std::byte* to, std::size_t count) noexcept;
  void write(const std::byte* from, std::size_t count) noexcept;

  /// Goes on behind the next elements of a span.
  void pass_over(std::size_t count) noexcept { element_ += count * item_size_; }

 private:
  struct Dim {
    std::int64_t extent;
    std::int64_t step;   // its stride in bytes
    std::int64_t index;  // of the next element
  };

  template <class CopyRun>
  void each_run(std::size_t count, CopyRun copy_run) noexcept;

  std::byte* element_;  // the next one
  std::size_t item_size_;
  std::vector<Dim> dims_;  // none if x is contiguous
};

/// Copies `count` items of 8, 4 or 1 bytes, which lie so many bytes from one another.
void copy_strided(std::byte* to, std::int64_t to_step, const std::byte* from,
                  std::int64_t from_step, std::size_t count, std::size_t item_size) noexcept;

/// Tensor.copy_ of a contiguous tensor of the same shape and dtype.
void copy_into(Tensor& to, const Tensor& from);

}  // namespace playground::tensor
