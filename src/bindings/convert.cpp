#include "bindings/convert.hpp"

namespace playground::bindings {

tensor::Shape to_shape(const Bytes& extents) {
  // The cast is undefined beyond 2^63. 2^62 stands for larger extents, and fits into no memory
  // either.
  constexpr double kLargest = 0x1p62;
  std::vector<std::int64_t> whole;
  for (const double number : numbers_in<double>(extents)) {
    whole.push_back(static_cast<std::int64_t>(number < kLargest ? number : kLargest));
  }
  return tensor::Shape(std::move(whole));
}

tensor::DType to_dtype(int index) { return static_cast<tensor::DType>(index); }

tensor::Tensor* owned(tensor::Tensor&& x) { return new tensor::Tensor(contiguous(x)); }

ByteView view(std::span<const std::byte> bytes) {
  static std::span<const std::byte> last;
  static_assert(sizeof last == 2 * sizeof(std::size_t));
  last = bytes;
  return reinterpret_cast<ByteView>(&last);
}

ByteView view_of_copy(std::span<const std::byte> bytes) {
  static std::vector<std::byte> copy;
  copy.assign(bytes.begin(), bytes.end());
  return view(copy);
}

}  // namespace playground::bindings
