// The element types a tensor can have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace playground::tensor {

enum class DType { kFloat32, kFloat64, kInt64 };

template <class T>
inline constexpr DType dtype_of = [] {
  static_assert(std::is_same_v<T, float> || std::is_same_v<T, double> ||
                std::is_same_v<T, std::int64_t>);
  if constexpr (std::is_same_v<T, float>) return DType::kFloat32;
  if constexpr (std::is_same_v<T, double>) return DType::kFloat64;
  return DType::kInt64;
}();

/// "float32", "float64" or "int64": what follows "torch." in a printed dtype.
constexpr std::string_view name(DType dtype) noexcept {
  switch (dtype) {
    case DType::kFloat32:
      return "float32";
    case DType::kFloat64:
      return "float64";
    case DType::kInt64:
      return "int64";
  }
  return "";
}

/// "Float", "Double" or "Long": the name PyTorch's error messages use.
constexpr std::string_view scalar_type_name(DType dtype) noexcept {
  switch (dtype) {
    case DType::kFloat32:
      return "Float";
    case DType::kFloat64:
      return "Double";
    case DType::kInt64:
      return "Long";
  }
  return "";
}

/// Size of one element in bytes.
constexpr std::size_t item_size(DType dtype) noexcept {
  return dtype == DType::kFloat32 ? sizeof(float) : sizeof(double);
}

/// Calls `use(T{})` with the C++ type of `dtype`.
template <class Use>
decltype(auto) with_type(DType dtype, Use&& use) {
  switch (dtype) {
    case DType::kFloat32:
      return use(float{});
    case DType::kFloat64:
      return use(double{});
    case DType::kInt64:
      break;
  }
  return use(std::int64_t{});
}

}  // namespace playground::tensor
