#include "ops/eye.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "errors/error.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {

tensor::Tensor eye(std::int64_t rows, std::int64_t columns, tensor::DType dtype) {
  for (const auto& [name, extent] : {std::pair("n", rows), std::pair("m", columns)}) {
    if (extent >= 0) continue;
    errors::fail(errors::Kind::kValue, "{0} must be greater or equal to 0, got {1}"_words, name,
                 extent);
  }
  tensor::Tensor x = tensor::full({rows, columns}, 0, dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    const auto values = x.values<T>();
    const auto length = static_cast<std::size_t>(std::min(rows, columns));
    for (std::size_t i = 0; i < length; ++i) {
      values[i * static_cast<std::size_t>(columns) + i] = 1;
    }
  });
  return x;
}

}  // namespace playground::ops
