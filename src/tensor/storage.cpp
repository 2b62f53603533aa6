#include "tensor/storage.hpp"

#include "tensor/memory_limit.hpp"

namespace playground::tensor {

Storage::Storage(std::size_t bytes) : shared_(nullptr) {
  MemoryLimit::check(bytes);
  shared_ = new Shared{AlignedBuffer(bytes), bytes};
}

Storage::Storage(const Storage& other) noexcept : shared_(other.shared_) { ++shared_->handles; }

Storage::~Storage() {
  if (shared_ != nullptr && --shared_->handles == 0) delete shared_;
}

}  // namespace playground::tensor
