#include "operations/promotion.hpp"

#include <array>
#include <optional>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "tensor/device.hpp"

namespace playground::operations {
namespace {

// bool, integers, floating numbers.
int kind(DType dtype) noexcept { return is_floating(dtype) ? 2 : dtype == DType::kBool ? 0 : 1; }

using Said = std::optional<DType>;

Said promoted(Said a, Said b) noexcept {
  if (!a) return b;
  if (!b) return a;
  return promote_types(*a, *b);
}

// The dtype of those with more say, unless those with less are of a higher kind.
Said combined(Said more, Said less) noexcept {
  if (!more) return less;
  if (!less || kind(*more) >= kind(*less)) return more;
  return promote_types(*more, *less);
}

}  // namespace

DType promote_types(DType a, DType b) noexcept {
  if (kind(a) != kind(b)) return kind(a) > kind(b) ? a : b;
  return item_size(a) >= item_size(b) ? a : b;
}

bool can_cast(DType from, DType to) noexcept { return kind(from) <= kind(to); }

DType dtype_of_number(const Scalar& scalar) noexcept {
  if (scalar.is_floating()) return default_dtype();
  return scalar.kind == Scalar::Kind::kBool ? DType::kBool : DType::kInt64;
}

Scalar whole(const Scalar& scalar, DType dtype) {
  if (scalar.is_floating() || dtype == DType::kInt32) {
    tensor::require_in_range(scalar.number, dtype);
  }
  return scalar.is_floating() ? Scalar(static_cast<std::int64_t>(scalar.number)) : scalar;
}

DType result_type(VariableRefs tensors) noexcept {
  std::array<Said, 3> said;  // by tensors with dimensions, those without, numbers
  for (const Variable& x : tensors) {
    if (!x) continue;
    Said& which = said[x.is_number() ? 2 : x.rank() > 0 ? 0 : 1];
    const bool is_float_number = x.is_number() && is_floating(x.dtype());
    which = promoted(which, is_float_number ? default_dtype() : x.dtype());
  }
  return *combined(said[0], combined(said[1], said[2]));
}

DType floating_result_type(VariableRefs tensors) noexcept {
  const DType dtype = result_type(tensors);
  return is_floating(dtype) ? dtype : default_dtype();
}

Device common_device(VariableRefs tensors) {
  std::optional<Device> device;
  bool is_of_dimensions = false;
  for (const Variable& x : tensors) {
    if (!x) continue;
    const bool goes_along = x.rank() == 0 && !x.device().is_cuda();
    if (!device || (!is_of_dimensions && !goes_along)) {
      device = x.device();
      is_of_dimensions = !goes_along;
    } else if (!goes_along && x.device() != *device) {
      errors::raise(
          "Expected all tensors to be on the same device, but found at least two devices, {} and "
          "{}!",
          to_string(*device), to_string(x.device()));
    }
  }
  return device.value_or(Device{});
}

namespace {

DType type_of_tensors(const Variable& a, const Variable& b) { return result_type({a, b}); }
DType type_of_tensor_and_scalar(const Variable& a, const Scalar& b) {
  return result_type({a, of_number(b)});
}
DType type_of_scalar_and_tensor(const Scalar& a, const Variable& b) {
  return result_type({of_number(a), b});
}
DType type_of_scalars(const Scalar& a, const Scalar& b) {
  return result_type({of_number(a), of_number(b)});
}

}  // namespace

std::span<const Row> dtype_rows() {
  static constexpr Row kRows[] = {
      row<&can_cast>("can_cast(ScalarType from_, ScalarType to) -> bool", Where::kFunction),
      row<&promote_types>("promote_types(ScalarType type1, ScalarType type2) -> ScalarType",
                          Where::kFunction),
      row<&type_of_tensors>("result_type.Tensor(Tensor tensor, Tensor other) -> ScalarType",
                            Where::kFunction),
      row<&type_of_tensor_and_scalar>(
          "result_type.Scalar(Tensor tensor, Scalar other) -> ScalarType", Where::kFunction),
      row<&type_of_scalar_and_tensor>(
          "result_type.Scalar_Tensor(Scalar scalar, Tensor tensor) -> ScalarType",
          Where::kFunction),
      row<&type_of_scalars>(
          "result_type.Scalar_Scalar(Scalar scalar1, Scalar scalar2) -> ScalarType",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
