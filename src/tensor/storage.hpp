// The memory that tensors share which are views of one another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

namespace playground::tensor {

/// A handle to a memory; the last one releases it. std::shared_ptr would cost several times the
/// code, and could count between threads, of which there is one.
class Storage {
 public:
  /// Uninitialised; it begins on a cache line, so that every SIMD width loads aligned. Throws
  /// OutOfMemory if there is no room, or a MemoryLimit allows less.
  explicit Storage(std::size_t bytes);
  Storage(const Storage& other) noexcept;
  Storage(Storage&& other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
  Storage& operator=(Storage other) noexcept {
    std::swap(shared_, other.shared_);
    return *this;
  }
  ~Storage();

  std::byte* data() const noexcept { return reinterpret_cast<std::byte*>(shared_ + 1); }
  std::size_t bytes() const noexcept { return shared_->bytes; }

  /// Whether there is no other handle.
  bool is_only_handle() const noexcept { return shared_->handles == 1; }

  friend bool operator==(const Storage&, const Storage&) = default;

 private:
  static constexpr std::align_val_t kAlignment{64};

  // The bytes follow it, in the same block.
  struct alignas(static_cast<std::size_t>(kAlignment)) Shared {
    std::size_t bytes;
    std::uint32_t handles;
  };

  Shared* shared_;
};

}  // namespace playground::tensor
