// Memory a tensor owns: raw bytes on a cache-line boundary, so that every SIMD width loads aligned.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace playground::tensor {

class AlignedBuffer {
 public:
  static constexpr std::align_val_t kAlignment{64};

  /// Uninitialised. Throws std::bad_alloc if there is no room.
  explicit AlignedBuffer(std::size_t bytes)
      : data_(static_cast<std::byte*>(::operator new(bytes, kAlignment))) {}

  std::byte* data() noexcept { return data_.get(); }
  const std::byte* data() const noexcept { return data_.get(); }

 private:
  struct Free {
    void operator()(std::byte* data) const noexcept { ::operator delete(data, kAlignment); }
  };
  std::unique_ptr<std::byte, Free> data_;
};

}  // namespace playground::tensor
