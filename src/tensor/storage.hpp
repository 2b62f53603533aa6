// The memory that tensors share which are views of one another.
#pragma once

#include <cstddef>
#include <cstdint>

#include "tensor/aligned_buffer.hpp"

namespace playground::tensor {

class Storage {
 public:
  /// Uninitialised. Throws OutOfMemory if there is no room.
  explicit Storage(std::size_t bytes) : buffer_(bytes) {}

  std::byte* data() noexcept { return buffer_.data(); }

  /// How often it has been written in place: who remembers elements for later sees by it that they
  /// are others now.
  std::uint32_t version() const noexcept { return version_; }
  void count_write() noexcept { ++version_; }

 private:
  AlignedBuffer buffer_;
  std::uint32_t version_ = 0;
};

}  // namespace playground::tensor
