#include "tensor/out_of_memory.hpp"

#include <algorithm>
#include <string_view>

#include "errors/words.hpp"

namespace playground::tensor {
namespace {

constexpr errors::Words<1> kWords =
    "DefaultCPUAllocator: can't allocate memory: you tried to allocate {0} bytes"_words;

char* append(std::string_view text, char* end) { return std::ranges::copy(text, end).out; }

}  // namespace

OutOfMemory::OutOfMemory(std::size_t bytes) noexcept {
  char* end = append("[", values_);
  char* const first_digit = end;
  for (; bytes > 0 || end == first_digit; bytes /= 10) *end++ = static_cast<char>('0' + bytes % 10);
  std::reverse(first_digit, end);
  const std::string_view digits(first_digit, end);

  const std::string_view words = kWords.text();
  const std::size_t place = words.find('{');
  char* message_end = append(words.substr(0, place), message_);
  message_end = append(digits, message_end);
  *append(words.substr(place + 3), message_end) = '\0';
  *append("]", end) = '\0';
}

const char* OutOfMemory::words() noexcept { return kWords.text(); }

}  // namespace playground::tensor
