// From a dtype to the C++ type of its elements: the one place where code for several dtypes is
// chosen.
#pragma once

#include <cstdint>
#include <string_view>

#include "tensor/dtype.hpp"

namespace playground::tensor {

/// Throws an Error (kDType), in PyTorch's words: "bernoulli_scalar_cpu_" not implemented for
/// 'Long'.
[[noreturn]] void fail_not_implemented(std::string_view kernel, DType dtype);

/// Calls `use(T{})` with the C++ type of any dtype.
template <class Use>
decltype(auto) with_type(DType dtype, Use&& use) {
  switch (dtype) {
    case DType::kFloat32:
      return use(float{});
    case DType::kFloat64:
      return use(double{});
    case DType::kInt64:
      return use(std::int64_t{});
    case DType::kInt32:
      return use(std::int32_t{});
    case DType::kBool:
      break;
  }
  return use(bool{});
}

/// The same for floating dtypes alone. For another it fails as the kernel of PyTorch does.
template <class Use>
decltype(auto) with_floating_type(DType dtype, std::string_view kernel, Use&& use) {
  if (dtype == DType::kFloat32) return use(float{});
  if (dtype != DType::kFloat64) fail_not_implemented(kernel, dtype);
  return use(double{});
}

}  // namespace playground::tensor
