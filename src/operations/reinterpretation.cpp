#include "operations/reinterpretation.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "errors/raised.hpp"

namespace playground::operations {

using errors::raise;

// Source  aten/src/ATen/native/TensorConversions.cpp, view_dtype.
Variable view_of_dtype(const Variable& self, DType dtype) {
  Variable y = self.detach();
  if (dtype == self.dtype()) return y;
  if (dtype == DType::kBool) {
    raise(errors::Exception::kNotImplementedError, "view(torch.bool) of PyTorch is not there");
  }
  const Tensor& x = self.value();
  std::vector<std::int64_t> extents = x.shape().extents();
  tensor::Strides strides = x.strides();
  std::int64_t offset = x.offset();
  const auto own = static_cast<std::int64_t>(tensor::item_size(self.dtype()));
  const auto other = static_cast<std::int64_t>(tensor::item_size(dtype));
  const std::string_view from = tensor::scalar_type_name(self.dtype());
  const std::string_view to = tensor::scalar_type_name(dtype);
  if (own != other) {
    if (extents.empty()) {
      raise("self.dim() cannot be 0 to view {} as {} (different element sizes)", from, to);
    }
    if (strides.back() != 1) {
      raise("self.stride(-1) must be 1 to view {} as {} (different element sizes), but got {}",
            from, to, strides.back());
    }
  }
  if (own > other) {
    const std::int64_t ratio = own / other;
    for (std::int64_t& stride : strides) stride *= ratio;
    strides.back() = 1;
    extents.back() *= ratio;
    offset *= ratio;
  } else if (own < other) {
    const std::int64_t ratio = other / own;
    const auto require = [&](bool holds, std::string_view what, std::int64_t got) {
      if (holds) return;
      raise("{} must be divisible by {} to view {} as {} (different element sizes), but got {}",
            what, ratio, from, to, got);
    };
    require(extents.back() % ratio == 0, "self.size(-1)", extents.back());
    require(offset % ratio == 0, "self.storage_offset()", offset);
    for (std::size_t dim = 0; dim + 1 < strides.size(); ++dim) {
      require(strides[dim] % ratio == 0, errors::filled("self.stride({})", {dim}), strides[dim]);
      strides[dim] /= ratio;
    }
    extents.back() /= ratio;
    offset /= ratio;
  }
  y.value() = x.viewed_as(dtype, Shape(std::move(extents)), std::move(strides), offset);
  return y;
}

}  // namespace playground::operations
