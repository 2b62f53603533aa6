#include "tensor/memory_limit.hpp"

#include "tensor/out_of_memory.hpp"

namespace playground::tensor {

constinit thread_local std::size_t MemoryLimit::most_ = std::numeric_limits<std::size_t>::max();

void MemoryLimit::check(std::size_t bytes) {
  if (bytes > most_) throw OutOfMemory(bytes);
}

}  // namespace playground::tensor
