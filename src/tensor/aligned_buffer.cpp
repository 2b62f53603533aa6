#include "tensor/aligned_buffer.hpp"

#include <algorithm>
#include <string_view>

namespace playground::tensor {

// Without std::string: there may be no room for one.
OutOfMemory::OutOfMemory(std::size_t bytes) noexcept {
  constexpr std::string_view kBefore =
      "DefaultCPUAllocator: can't allocate memory: you tried to allocate ";
  constexpr std::string_view kAfter = " bytes";
  char* end = std::ranges::copy(kBefore, message_).out;
  char* const first_digit = end;
  for (; bytes > 0 || end == first_digit; bytes /= 10) *end++ = static_cast<char>('0' + bytes % 10);
  std::reverse(first_digit, end);
  *std::ranges::copy(kAfter, end).out = '\0';
}

}  // namespace playground::tensor
