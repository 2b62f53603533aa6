// Tensors as PyTorch before 0.4 and libtorch print them: columns of numbers, and below them the
// type and the size.
//
//    1  2                                     (0 ,.,.) =
//    3  4                                       1  2
//   [torch.FloatTensor of size 2x2]             ...
//   [ CPUFloatType{2,2} ]                     [torch.FloatTensor of size 2x1x2]
//
// A factor may stand above, as in "1.00000e-03 *", and wide ones are cut into "Columns 0 to 9".
#pragma once

#include <string_view>

#include "tensor/tensor.hpp"
#include "text/call.hpp"
#include "text/reader.hpp"

namespace playground::text {

bool is_column_print(std::string_view text);

/// All that is left. Throws ParseError.
tensor::Tensor read_column_print(const Reader& reader, const ParseOptions& options);

}  // namespace playground::text
