#include "bindings/convert.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace playground::bindings {

using emscripten::typed_memory_view;
using emscripten::val;

tensor::Shape to_shape(const val& extents) {
  const std::vector<double> numbers = emscripten::convertJSArrayToNumberVector<double>(extents);
  // Beyond 2^63 the cast is undefined; such a shape fits into no memory, as the largest does not.
  constexpr double kLargest = 0x1p62;
  std::vector<std::int64_t> whole;
  for (const double number : numbers) {
    whole.push_back(static_cast<std::int64_t>(number < kLargest ? number : kLargest));
  }
  return tensor::Shape(std::move(whole));
}

tensor::DType to_dtype(int index) { return static_cast<tensor::DType>(index); }

val view(tensor::Tensor& x) {
  return tensor::with_type(x.dtype(), [&]<class T>(T) {
    return val(typed_memory_view(x.size(), x.values<T>().data()));
  });
}

val copy(std::span<const std::byte> bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return val(typed_memory_view(bytes.size(), data)).call<val>("slice");
}

}  // namespace playground::bindings
