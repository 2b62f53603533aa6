#include "tensor/tensor.hpp"

#include <array>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "errors/error.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::tensor {
namespace {

template <class To, class From>
To converted(From value) noexcept {
  if constexpr (std::is_same_v<To, bool>) {
    return value != 0;
  } else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To>) {
    // The bounds are exact in double; a cast outside them is undefined.
    constexpr auto kLowest = static_cast<double>(std::numeric_limits<To>::min());
    if (!(value > kLowest - (sizeof(To) < 8) && value < -kLowest)) {
      return std::numeric_limits<To>::min();
    }
  }
  return static_cast<To>(value);
}

// What every element is read as before it is converted, and which holds it exactly.
template <class T>
using Wide = std::conditional_t<std::is_floating_point_v<T>, double, std::int64_t>;

template <class From>
void convert_into(Tensor& y, std::size_t first, std::span<const From> values) {
  with_type(y.dtype(), [&]<class To>(To) {
    std::ranges::transform(values, y.values<To>().subspan(first).begin(), converted<To, From>);
  });
}

bool lies_without_gaps(const Shape& shape, const Strides& strides) noexcept {
  if (shape.size() == 0) return true;
  std::int64_t expected = 1;
  for (std::size_t dim = shape.rank(); dim-- > 0;) {
    if (shape[dim] == 1) continue;
    if (strides[dim] != expected) return false;
    expected *= shape[dim];
  }
  return true;
}

}  // namespace

Strides row_major_strides(const Shape& shape) {
  Strides strides(shape.rank(), 1);
  for (std::size_t dim = shape.rank(); dim-- > 1;) {
    // Those of no elements may be beyond int64, where PyTorch's wrap around, too.
    const auto extent = static_cast<std::uint64_t>(std::max<std::int64_t>(shape[dim], 1));
    strides[dim - 1] = static_cast<std::int64_t>(static_cast<std::uint64_t>(strides[dim]) * extent);
  }
  return strides;
}

Tensor::Tensor(Shape shape, DType dtype)
    : shape_(std::move(shape)), dtype_(dtype), storage_(shape_.size() * item_size(dtype)) {}

Tensor::Tensor(const Tensor&) = default;
Tensor::Tensor(Tensor&&) noexcept = default;
Tensor& Tensor::operator=(const Tensor&) = default;
Tensor& Tensor::operator=(Tensor&&) noexcept = default;
Tensor::~Tensor() = default;

Tensor::Tensor(Shape shape, DType dtype, Storage storage, Strides strides, std::int64_t offset)
    : shape_(std::move(shape)),
      dtype_(dtype),
      is_contiguous_(lies_without_gaps(shape_, strides)),
      storage_(std::move(storage)),
      offset_(offset),
      strides_(std::move(strides)) {}

bool Tensor::is_same(const Tensor& other) const noexcept {
  return is_view_of_same(other) && offset_ == other.offset_ && dtype_ == other.dtype_ &&
         shape_ == other.shape_ && strides_ == other.strides_;
}

Tensor Tensor::as_strided(Shape shape, Strides strides, std::int64_t offset) const {
  return Tensor(std::move(shape), dtype_, storage_, std::move(strides), offset);
}

Tensor Tensor::viewed_as(DType dtype, Shape shape, Strides strides, std::int64_t offset) const {
  return Tensor(std::move(shape), dtype, storage_, std::move(strides), offset);
}

Tensor Tensor::clone() const {
  Tensor copy(shape_, dtype_);
  if (is_contiguous_) {
    if (size() > 0) std::memcpy(copy.data(), data(), size() * item_size(dtype_));
  } else {
    Walk(*this).read(copy.data(), size());
  }
  return copy;
}

void require_in_range(double value, DType dtype) {
  const auto is_in = [&](double bound) { return value >= -bound && value < bound; };
  switch (dtype) {
    case DType::kFloat32:
      if (!(std::abs(value) > FLT_MAX) || std::isinf(value)) return;
      break;
    case DType::kInt64:
      if (is_in(0x1p63)) return;
      break;
    case DType::kInt32:
      if (is_in(0x1p31)) return;
      break;
    case DType::kFloat64:
    case DType::kBool:
      return;
  }
  errors::fail(errors::Kind::kValue, "value cannot be converted to type {0} without overflow"_words,
               dtype == DType::kInt64   ? "int64_t"
               : dtype == DType::kInt32 ? "int"
                                        : "float");
}

Tensor full(Shape shape, double value, DType dtype) {
  require_in_range(value, dtype);
  alignas(double) std::array<std::byte, sizeof(double)> element{};
  with_type(dtype, [&]<class T>(T) {
    const T rounded = converted<T>(value);
    std::memcpy(element.data(), &rounded, sizeof rounded);
  });
  Tensor x(std::move(shape), dtype);
  const auto item = static_cast<std::int64_t>(item_size(dtype));
  copy_strided(x.data(), item, element.data(), 0, x.size(), item_size(dtype));
  return x;
}

Tensor empty_like(const Tensor& x) { return empty_like(x, x.dtype()); }

Tensor empty_like(const Tensor& x, DType dtype) {
  Tensor y(x.shape(), dtype);
  if (x.is_contiguous()) return y;
  const auto order = memory_order(x);
  Strides strides(order.size(), 1);
  std::int64_t stride = 1;
  for (std::size_t i = order.size(); i-- > 0;) {
    strides[order[i]] = stride;
    stride *= std::max<std::int64_t>(x.shape()[order[i]], 1);
  }
  return y.as_strided(x.shape(), std::move(strides), 0);
}

Tensor contiguous(const Tensor& x) { return x.is_contiguous() ? x : x.clone(); }

// By blocks of what each element is first, so that there is a loop for each dtype and not for each
// pair of them.
Tensor to(const Tensor& x, DType dtype) {
  if (x.dtype() == dtype) return x.clone();
  const Tensor flat = contiguous(x);
  Tensor y(x.shape(), dtype);
  with_type(x.dtype(), [&]<class From>(From) {
    std::array<Wide<From>, 256> block;
    const auto values = flat.values<From>();
    for (std::size_t first = 0; first < values.size(); first += block.size()) {
      const auto part = values.subspan(first, std::min(block.size(), values.size() - first));
      std::ranges::copy(part, block.begin());
      convert_into(y, first, std::span<const Wide<From>>(block).first(part.size()));
    }
  });
  return y;
}

bool equal(const Tensor& a, const Tensor& b) {
  if (a.dtype() != b.dtype() || a.shape() != b.shape()) return false;
  if (!a.is_contiguous() || !b.is_contiguous()) return equal(contiguous(a), contiguous(b));
  return with_type(a.dtype(),
                   [&]<class T>(T) { return std::ranges::equal(a.values<T>(), b.values<T>()); });
}

}  // namespace playground::tensor
