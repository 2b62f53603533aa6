#include "operations/creation.hpp"

#include <algorithm>
#include <utility>

#include "errors/raised.hpp"
#include "operations/table.hpp"
#include "operations/tensor_options.hpp"
#include "operations/views.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using errors::raise;

namespace {

DType the_default_dtype = DType::kFloat32;

}  // namespace

DType default_dtype() noexcept { return the_default_dtype; }
void set_default_dtype(DType dtype) noexcept { the_default_dtype = dtype; }

Shape shape_of(const std::vector<std::int64_t>& size) {
  for (const std::int64_t extent : size) {
    if (extent >= 0) continue;
    raise("Trying to create tensor with negative dimension {}: {}", extent, std::span(size));
  }
  return Shape(size);
}

DType dtype_of(const Scalar& value) noexcept {
  if (value.kind == Scalar::Kind::kBool) return DType::kBool;
  return value.is_floating() ? default_dtype() : DType::kInt64;
}

Variable full(const Shape& shape, const Scalar& value, DType dtype, Device device) {
  const bool is_exact = !value.is_floating() && dtype == DType::kInt64;
  if (!is_exact) return Variable(tensor::full(shape, value.number, dtype), device);
  Tensor y(shape, dtype);
  std::ranges::fill(y.values<std::int64_t>(), value.integer);
  return Variable(std::move(y), device);
}

Tensor zeros_laid_as(const Tensor& x, DType dtype) {
  const Tensor zeros = tensor::full(x.shape(), 0, dtype);
  if (x.is_contiguous()) return zeros;
  return zeros.as_strided(x.shape(), tensor::empty_like(x).strides(), 0);
}

Variable zeros_like(const Variable& self) {
  return Variable(zeros_laid_as(self.value(), self.dtype()), self.device());
}

Variable ones_like(const Variable& self) {
  const Tensor ones = tensor::full(self.shape(), 1, self.dtype());
  return Variable(
      ones.as_strided(self.shape(), zeros_laid_as(self.value(), self.dtype()).strides(), 0),
      self.device());
}

namespace {

Variable filled(const Integers& size, const Scalar& value, MaybeDType dtype, MaybeDevice device) {
  return full(shape_of(size), value, dtype.value_or(default_dtype()), device.value_or(Device()));
}

// The memory of torch.empty may hold anything: here it is zeros, so that runs repeat.
Variable zeros(const Integers& size, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
               MaybePinned /*pinned*/) {
  return filled(size, 0, dtype, device);
}
Variable empty(const Integers& size, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
               MaybePinned /*pinned*/, Layout /*format*/) {
  return filled(size, 0, dtype, device);
}
Variable ones(const Integers& size, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
              MaybePinned /*pinned*/) {
  return filled(size, 1, dtype, device);
}
Variable full_of(const Integers& size, const Scalar& fill_value, MaybeDType dtype,
                 Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  return filled(size, fill_value, dtype.value_or(dtype_of(fill_value)), device);
}
Variable scalar_tensor(const Scalar& s, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
                       MaybePinned /*pinned*/) {
  return filled({}, s, dtype, device);
}

Variable filled_like(const Variable& self, const Scalar& value, MaybeDType dtype,
                     MaybeDevice device) {
  const DType own = dtype.value_or(self.dtype());
  const Tensor y = full(self.shape(), value, own).value();
  const tensor::Strides strides = zeros_laid_as(self.value(), own).strides();
  return Variable(y.as_strided(self.shape(), strides, 0), device.value_or(self.device()));
}
Variable zeros_as(const Variable& self, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
                  MaybePinned /*pinned*/, Layout /*format*/) {
  return filled_like(self, 0, dtype, device);
}
Variable ones_as(const Variable& self, MaybeDType dtype, Layout /*layout*/, MaybeDevice device,
                 MaybePinned /*pinned*/, Layout /*format*/) {
  return filled_like(self, 1, dtype, device);
}
Variable full_as(const Variable& self, const Scalar& fill_value, MaybeDType dtype,
                 Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/, Layout /*format*/) {
  return filled_like(self, fill_value, dtype, device);
}

Variable new_filled(const Variable& self, const Integers& size, const Scalar& value,
                    MaybeDType dtype, MaybeDevice device) {
  return filled(size, value, dtype.value_or(self.dtype()), device.value_or(self.device()));
}
Variable new_zeros(const Variable& self, const Integers& size, MaybeDType dtype, Layout /*layout*/,
                   MaybeDevice device, MaybePinned /*pinned*/) {
  return new_filled(self, size, 0, dtype, device);
}
Variable new_ones(const Variable& self, const Integers& size, MaybeDType dtype, Layout /*layout*/,
                  MaybeDevice device, MaybePinned /*pinned*/) {
  return new_filled(self, size, 1, dtype, device);
}
Variable new_full(const Variable& self, const Integers& size, const Scalar& fill_value,
                  MaybeDType dtype, Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  return new_filled(self, size, fill_value, dtype, device);
}

constexpr auto kF = Where::kFunction;
constexpr auto kM = Where::kMethod;

constexpr Row kRows[] = {
    row<&zeros>("zeros(SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&ones>("ones(SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&empty>("empty.memory_format(SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS
                ", MemoryFormat? memory_format=None) -> Tensor",
                kF),
    row<&full_of>("full(SymInt[] size, Scalar fill_value, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor",
                  kF),
    row<&scalar_tensor>("scalar_tensor(Scalar s, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&zeros_as>("zeros_like(Tensor self, " PLAYGROUND_TENSOR_OPTIONS
                   ", MemoryFormat? memory_format=None) -> Tensor",
                   kF),
    row<&ones_as>("ones_like(Tensor self, " PLAYGROUND_TENSOR_OPTIONS
                  ", MemoryFormat? memory_format=None) -> Tensor",
                  kF),
    row<&zeros_as>("empty_like(Tensor self, " PLAYGROUND_TENSOR_OPTIONS
                   ", MemoryFormat? memory_format=None) -> Tensor",
                   kF),
    row<&full_as>("full_like(Tensor self, Scalar fill_value, " PLAYGROUND_TENSOR_OPTIONS
                  ", MemoryFormat? memory_format=None) -> Tensor",
                  kF),
    row<&new_zeros>(
        "new_zeros(Tensor self, SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kM),
    row<&new_zeros>(
        "new_empty(Tensor self, SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kM),
    row<&new_ones>("new_ones(Tensor self, SymInt[] size, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor",
                   kM),
    row<&new_full>(
        "new_full(Tensor self, SymInt[] size, Scalar fill_value, " PLAYGROUND_TENSOR_OPTIONS
        ") -> Tensor",
        kM),
};

}  // namespace

std::span<const Row> creation_rows() { return kRows; }

}  // namespace playground::operations
