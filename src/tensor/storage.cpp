#include "tensor/storage.hpp"

#include "tensor/memory_limit.hpp"
#include "tensor/out_of_memory.hpp"

namespace playground::tensor {

Storage::Storage(std::size_t bytes) {
  MemoryLimit::check(bytes);
  void* const block = ::operator new(sizeof(Shared) + bytes, kAlignment, std::nothrow);
  if (!block) throw OutOfMemory(bytes);
  shared_ = new (block) Shared{bytes, 1};
}

Storage::Storage(const Storage& other) noexcept : shared_(other.shared_) { ++shared_->handles; }

Storage::~Storage() {
  if (shared_ != nullptr && --shared_->handles == 0) ::operator delete(shared_, kAlignment);
}

}  // namespace playground::tensor
