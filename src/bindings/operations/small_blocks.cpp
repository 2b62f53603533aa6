// operator new and delete of this module. A call of an operation makes and drops a dozen small
// blocks, so those come from lists of free ones, a list for each size; what is larger comes from
// malloc. Memory that a list has it keeps.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kStep = 16;      // sizes are multiples of it
constexpr std::size_t kLargest = 512;  // of what comes from a list
constexpr std::size_t kPageBits = 16;  // a page has blocks of one size
constexpr std::size_t kPage = std::size_t{1} << kPageBits;
constexpr std::size_t kPages = (std::uint64_t{1} << 32) / kPage;

struct Block {
  Block* next;
};

struct List {
  Block* free = nullptr;
  // Of the last page, what has never been used.
  char* rest = nullptr;
  char* end = nullptr;
};

std::array<List, kLargest / kStep> lists;
// For every page of the memory, the size of its blocks in steps; 0 where malloc's are.
std::array<std::uint8_t, kPages> steps_of_page;

void* take(std::size_t size) noexcept {
  const std::size_t steps = (size + kStep - 1) / kStep;
  List& list = lists[steps - 1];
  if (Block* const block = list.free) {
    list.free = block->next;
    return block;
  }
  const std::size_t bytes = steps * kStep;
  if (static_cast<std::size_t>(list.end - list.rest) < bytes) {
    auto* const page = static_cast<char*>(std::aligned_alloc(kPage, kPage));
    if (!page) return nullptr;
    list.rest = page;
    list.end = page + kPage;
    steps_of_page[reinterpret_cast<std::uintptr_t>(page) >> kPageBits] =
        static_cast<std::uint8_t>(steps);
  }
  void* const block = list.rest;
  list.rest += bytes;
  return block;
}

void* allocated(std::size_t size, std::size_t alignment) noexcept {
  // Blocks of a multiple of the alignment lie at one, since pages do.
  const std::size_t rounded = (std::max<std::size_t>(size, 1) + alignment - 1) & ~(alignment - 1);
  if (rounded <= kLargest) return take(rounded);
  return alignment <= kStep ? std::malloc(size) : std::aligned_alloc(alignment, rounded);
}

void* allocated_or_thrown(std::size_t size, std::size_t alignment) {
  void* const block = allocated(size, alignment);
  if (!block) throw std::bad_alloc();
  return block;
}

void give_back(void* address) noexcept {
  const std::size_t steps = steps_of_page[reinterpret_cast<std::uintptr_t>(address) >> kPageBits];
  if (steps == 0) return std::free(address);
  auto* const block = static_cast<Block*>(address);
  List& list = lists[steps - 1];
  block->next = list.free;
  list.free = block;
}

}  // namespace

void* operator new(std::size_t size) { return allocated_or_thrown(size, 1); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocated(size, 1); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocated_or_thrown(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return allocated(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* address) noexcept { give_back(address); }
void operator delete(void* address, std::size_t) noexcept { give_back(address); }
void operator delete(void* address, std::align_val_t) noexcept { give_back(address); }
void operator delete(void* address, std::size_t, std::align_val_t) noexcept { give_back(address); }
