// The memory of a tensor: bytes that begin on a cache line, so that every SIMD width loads aligned.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace playground::tensor {

/// Thrown if there is no memory for a tensor. what() says in PyTorch's words how much was needed.
/// It is no errors::Error, whose texts there may be no room for either.
class OutOfMemory : public std::bad_alloc {
 public:
  explicit OutOfMemory(std::size_t bytes) noexcept;
  const char* what() const noexcept override { return message_; }

  /// As those of an errors::Phrase.
  static const char* words() noexcept;
  const char* values() const noexcept { return values_; }

 private:
  char values_[24];
  char message_[112];
};

class AlignedBuffer {
 public:
  static constexpr std::align_val_t kAlignment{64};

  /// Uninitialised. Throws OutOfMemory if there is no room.
  explicit AlignedBuffer(std::size_t bytes)
      : data_(static_cast<std::byte*>(::operator new(bytes, kAlignment, std::nothrow))) {
    if (!data_) throw OutOfMemory(bytes);
  }

  std::byte* data() noexcept { return data_.get(); }
  const std::byte* data() const noexcept { return data_.get(); }

 private:
  struct Free {
    void operator()(std::byte* data) const noexcept { ::operator delete(data, kAlignment); }
  };
  std::unique_ptr<std::byte, Free> data_;
};

}  // namespace playground::tensor
