// Which dtype a result has, and which device.
#pragma once

#include <initializer_list>

#include "operations/value.hpp"

namespace playground::operations {

/// torch.promote_types.
DType promote_types(DType a, DType b) noexcept;

/// torch.can_cast.
bool can_cast(DType from, DType to) noexcept;

/// The dtype of a number of the program: of a float the default dtype.
DType dtype_of_number(const Scalar& scalar) noexcept;

/// A number without what is behind the point, as tensors of integers take it.
///
/// Throws an Error, in PyTorch's words, for one that the dtype has not.
Scalar whole(const Scalar& scalar, DType dtype = DType::kInt64);

/// torch.result_type: tensors with dimensions have a say, then those without, then numbers, which
/// are heard only where they are of a higher kind. None are passed over.
///
/// Source  at::native::result_type of PyTorch 1.13.
DType result_type(VariableRefs tensors) noexcept;

/// result_type, or the default dtype instead of integers and bool.
DType floating_result_type(VariableRefs tensors) noexcept;

/// Where the result is: tensors without dimensions on the CPU go with those on a GPU.
///
/// Throws Raised, in PyTorch's words, for tensors on several devices.
Device common_device(VariableRefs tensors);

}  // namespace playground::operations
