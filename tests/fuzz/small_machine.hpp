// What a fuzzer runs on. To be included once in a program: it replaces the operators new and delete
// of which tensors have their elements, and nothing else. A small machine is soon out of memory,
// which no input may be harmed by, and is quick to fill.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>

void* operator new(std::size_t bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  constexpr std::size_t kRoom = 1 << 18;
  void* memory = nullptr;
  if (bytes > kRoom || posix_memalign(&memory, static_cast<std::size_t>(alignment), bytes) != 0) {
    return nullptr;
  }
  return memory;
}

void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }

/// Ends the program, which is harm, unless the claim holds.
inline void require(bool holds, std::string_view claim) {
  if (holds) return;
  std::fprintf(stderr, "not true: %.*s\n", static_cast<int>(claim.size()), claim.data());
  std::abort();
}
