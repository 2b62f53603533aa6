// How large a tensor may become where somebody waits for it.
#pragma once

#include <cstddef>
#include <limits>
#include <utility>

namespace playground::tensor {

/// While it lives, no memory of a tensor is larger than `bytes`. A text, a shape and a broadcast
/// tell how large a tensor is only to who computes it, so that the limit is kept where memory is
/// taken.
class MemoryLimit {
 public:
  explicit MemoryLimit(std::size_t bytes) noexcept : before_(std::exchange(most_, bytes)) {}
  ~MemoryLimit() { most_ = before_; }
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;

  /// Throws OutOfMemory for more bytes than the limits allow that live.
  static void check(std::size_t bytes);

 private:
  static thread_local std::size_t most_;

  std::size_t before_;
};

}  // namespace playground::tensor
