// Other dtypes and other devices, and what is written over all elements.
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "ops/elementwise.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using V = const Variable&;

// A copy, recorded.
Variable copied_to(V self, DType dtype, Device device) {
  Variable y(ops::converted(self.value(), dtype), device);
  record(y, "ToCopyBackward0", {self}, {},
         [dtype = self.dtype(), device = self.device()](Backward& b) {
           const Variable grad = b.grad();
           const bool is_there = grad.dtype() == dtype && grad.device() == device;
           b.give(0, is_there ? grad : copied_to(grad, dtype, device));
         });
  return y;
}

Variable moved(V self, DType dtype, Device device, bool copy) {
  const bool is_there = self.dtype() == dtype && self.device() == device;
  return is_there && !copy ? self : copied_to(self, dtype, device);
}

// Their last argument, which is not asked for, is an order in memory, which the copy has anyway.
Variable to_device(V self, std::optional<Device> device, std::optional<DType> dtype, bool,
                   bool copy) {
  return moved(self, dtype.value_or(self.dtype()), device.value_or(self.device()), copy);
}
Variable to_dtype_alone(V self, DType dtype, bool, bool copy) {
  return moved(self, dtype, self.device(), copy);
}
Variable to_other(V self, V other, bool, bool copy) {
  return moved(self, other.dtype(), other.device(), copy);
}
Variable type_as(V self, V other) { return moved(self, other.dtype(), other.device(), false); }

// `src` in the shape, dtype and place of self.
Variable copy(V self, V src, bool) {
  Tensor value = src.value();
  if (value.dtype() != self.dtype()) value = to(value, self.dtype());
  if (value.shape() != self.shape()) {
    if (ops::broadcast_shape(std::array{self.value(), value}) != self.shape()) {
      return Variable(std::move(value), self.device());  // which does not fit
    }
    value = expand(value, self.shape().extents());
  }
  Variable y(value.clone(), self.device());
  record(y, "CopyBackwards", {self, src}, {}, [device = src.device()](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, zeros_like(grad));
    if (!b.wants(1)) return;
    b.give(1, grad.device() == device ? grad : copied_to(grad, grad.dtype(), device));
  });
  return y;
}

// A tensor like self that has one value everywhere.
Tensor filled_like(V self, const Tensor& value) {
  return expand(to(value, self.dtype()), self.shape().extents()).clone();
}

Variable filled(V self, const Scalar& value, const char* node) {
  if (value.is_floating()) tensor::require_in_range(value.number, self.dtype());
  Variable y(filled_like(self, of_number(value).value()), self.device());
  record(y, node, {self}, {}, [](Backward& b) { b.give(0, zeros_like(b.grad())); });
  return y;
}

Variable filled(V self, V value, const char* node) {
  if (value.rank() != 0) {
    errors::raise("fill_ only supports 0-dimension value tensor but got tensor with {} dimensions.",
                  value.rank());
  }
  Variable y(filled_like(self, value.value()), self.device());
  record(y, node, {self, value}, {}, [](Backward& b) {
    if (b.wants(0)) b.give(0, zeros_like(b.grad()));
    if (b.wants(1)) b.give(1, sum(b.grad()));
  });
  return y;
}

// PyTorch counts those in place as other overloads.
Variable fill(V self, const Scalar& value) { return filled(self, value, "FillBackward0"); }
Variable fill_tensor(V self, V value) { return filled(self, value, "FillBackward1"); }
Variable fill_in_place(V self, const Scalar& value) { return filled(self, value, "FillBackward2"); }
Variable fill_tensor_in_place(V self, V value) { return filled(self, value, "FillBackward3"); }

Variable zero(V self) {
  Variable y(tensor::full(self.shape(), 0, self.dtype()), self.device());
  record(y, "ZeroBackward0", {self}, {}, [](Backward& b) { b.give(0, zeros_like(b.grad())); });
  return y;
}

}  // namespace

Variable of_number(const Scalar& scalar, Device device) {
  Tensor value({}, scalar.is_floating()                    ? DType::kFloat64
                   : scalar.kind == Scalar::Kind::kInteger ? DType::kInt64
                                                           : DType::kBool);
  if (scalar.is_floating()) {
    value.values<double>()[0] = scalar.number;
  } else if (scalar.kind == Scalar::Kind::kInteger) {
    value.values<std::int64_t>()[0] = scalar.integer;
  } else {
    value.values<bool>()[0] = scalar.integer != 0;
  }
  Variable x(std::move(value), device);
  x.set_is_number();
  return x;
}

Variable to_dtype(V x, DType dtype) { return moved(x, dtype, x.device(), false); }

std::span<const Row> conversion_rows() {
  static constexpr Row kRows[] = {
      row<&to_device>(
          "to.device(Tensor(a) self, Device? device=None, ScalarType? dtype=None, bool "
          "non_blocking=False, bool copy=False, *, MemoryFormat? memory_format=None) -> "
          "Tensor(a)",
          Where::kMethod),
      row<&to_dtype_alone>(
          "to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool "
          "copy=False, *, MemoryFormat? memory_format=None) -> Tensor(a)",
          Where::kMethod),
      row<&to_other>("to.other(Tensor(a) self, Tensor other, bool non_blocking=False, bool "
                     "copy=False, *, MemoryFormat? memory_format=None) -> Tensor(a)",
                     Where::kMethod),
      row<&type_as>("type_as(Tensor self, Tensor other) -> Tensor", Where::kMethod),
      row_in_place<&copy>(
          "copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)"),
      row_in_place<&fill_in_place>("fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)"),
      row_in_place<&fill_tensor_in_place>(
          "fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)"),
      row<&fill>("fill.Scalar(Tensor self, Scalar value) -> Tensor", Where::kFunction),
      row<&fill_tensor>("fill.Tensor(Tensor self, Tensor value) -> Tensor", Where::kFunction),
      row_in_place<&zero>("zero_(Tensor(a!) self) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
