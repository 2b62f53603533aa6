// The texts that most figures have for their input. A figure's own module reads these alone, and
// the whole core reads them as it does any other.
//
//   plain  := list | ('torch.ones' | 'torch.zeros') '(' count {',' count} [','] ')'
//   list   := '[' element {',' element} [','] ']'           all elements of one shape
//   element := list | number
//
// of at most 2^20 elements.
#pragma once

#include <optional>
#include <string_view>

#include "tensor/tensor.hpp"

namespace playground::text {

/// What parse() makes of the text; nothing if it is not plain, which is no error.
///
/// Throws tensor::OutOfMemory.
std::optional<tensor::Tensor> read_plain(std::string_view text);

/// Whether read_plain() reads the text.
bool is_plain(std::string_view text);

}  // namespace playground::text
