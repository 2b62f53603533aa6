// The element types a tensor can have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace playground::tensor {

/// By the numbers that the package knows.
enum class DType { kFloat32, kFloat64, kInt64, kInt32, kBool };

template <class T>
inline constexpr DType dtype_of = [] {
  if constexpr (std::is_same_v<T, float>) return DType::kFloat32;
  if constexpr (std::is_same_v<T, double>) return DType::kFloat64;
  if constexpr (std::is_same_v<T, std::int64_t>) return DType::kInt64;
  if constexpr (std::is_same_v<T, std::int32_t>) return DType::kInt32;
  static_assert(std::is_floating_point_v<T> || std::is_same_v<T, std::int64_t> ||
                std::is_same_v<T, std::int32_t> || std::is_same_v<T, bool>);
  return DType::kBool;
}();

/// "float32" and its like: what follows "torch." in a printed dtype.
constexpr std::string_view name(DType dtype) noexcept {
  switch (dtype) {
    case DType::kFloat32:
      return "float32";
    case DType::kFloat64:
      return "float64";
    case DType::kInt64:
      return "int64";
    case DType::kInt32:
      return "int32";
    case DType::kBool:
      break;
  }
  return "bool";
}

/// "Float" and its like: the name that PyTorch's error messages use.
constexpr std::string_view scalar_type_name(DType dtype) noexcept {
  switch (dtype) {
    case DType::kFloat32:
      return "Float";
    case DType::kFloat64:
      return "Double";
    case DType::kInt64:
      return "Long";
    case DType::kInt32:
      return "Int";
    case DType::kBool:
      break;
  }
  return "Bool";
}

constexpr bool is_floating(DType dtype) noexcept {
  return dtype == DType::kFloat32 || dtype == DType::kFloat64;
}

/// Size of one element in bytes: 8, 4 or 1.
constexpr std::size_t item_size(DType dtype) noexcept {
  if (dtype == DType::kFloat64 || dtype == DType::kInt64) return 8;
  return dtype == DType::kBool ? 1 : 4;
}

}  // namespace playground::tensor
