#include "tensor/tensor.hpp"

#include <cfloat>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "errors/error.hpp"

namespace playground::tensor {
namespace {

template <class To, class From>
To convert(From value) noexcept {
  if constexpr (std::is_floating_point_v<From> && std::is_same_v<To, std::int64_t>) {
    // The bounds are exact in float and double; a cast outside them is undefined.
    constexpr From kBound = From(9223372036854775808.0);
    if (!(value >= -kBound && value < kBound)) return std::numeric_limits<std::int64_t>::min();
  }
  return static_cast<To>(value);
}

}  // namespace

Tensor::Tensor(Shape shape, DType dtype)
    : shape_(std::move(shape)), dtype_(dtype), buffer_(shape_.size() * item_size(dtype)) {}

Tensor Tensor::clone() const {
  Tensor copy(shape_, dtype_);
  std::memcpy(copy.buffer_.data(), buffer_.data(), size() * item_size(dtype_));
  return copy;
}

void require_in_range(double value, DType dtype) {
  const bool fits = dtype == DType::kInt64     ? value >= -0x1p63 && value < 0x1p63
                    : dtype == DType::kFloat32 ? !(std::abs(value) > FLT_MAX) || std::isinf(value)
                                               : true;
  if (fits) return;
  errors::fail(errors::Kind::kValue, "value cannot be converted to type {0} without overflow"_words,
               dtype == DType::kInt64 ? "int64_t" : "float");
}

Tensor full(Shape shape, double value, DType dtype) {
  require_in_range(value, dtype);
  Tensor tensor(std::move(shape), dtype);
  with_type(dtype, [&]<class T>(T) { std::ranges::fill(tensor.values<T>(), convert<T>(value)); });
  return tensor;
}

Tensor to(const Tensor& x, DType dtype) {
  Tensor y(x.shape(), dtype);
  with_type(x.dtype(), [&]<class From>(From) {
    with_type(dtype, [&]<class To>(To) {
      std::ranges::transform(x.values<From>(), y.values<To>().begin(), convert<To, From>);
    });
  });
  return y;
}

bool equal(const Tensor& a, const Tensor& b) noexcept {
  if (a.dtype() != b.dtype() || a.shape() != b.shape()) return false;
  return with_type(a.dtype(),
                   [&]<class T>(T) { return std::ranges::equal(a.values<T>(), b.values<T>()); });
}

}  // namespace playground::tensor
