// What is thrown if there is no memory for a tensor.
#pragma once

#include <cstddef>
#include <new>

namespace playground::tensor {

/// what() says in PyTorch's words how much was needed. It is no errors::Error, whose texts there
/// may be no room for either.
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

}  // namespace playground::tensor
