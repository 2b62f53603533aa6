// Tensors as numbers of the program outside, and what they are.
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "bindings/operations/core_functions.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "tensor/dispatch.hpp"
#include "text/print.hpp"

namespace playground::bindings {
namespace {

using operations::Device;
using operations::DType;
using operations::row;
using operations::Scalar;
using operations::Shape;
using operations::Tensor;
using operations::Variable;
using Integers = std::vector<std::int64_t>;

std::int64_t address(const Tensor& x) {
  return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(x.data()));
}

/// Of elements that whoever asks for it writes before anybody reads them.
Variable allocate(const Integers& shape, DType dtype, Device device) {
  return Variable(Tensor(Shape(shape), dtype), device);
}

/// Where the elements lie in row-major order without gaps, and how many bytes they are. Of a tensor
/// that lies otherwise it is a copy, which is there until the next call of this.
Integers memory(const Variable& x) {
  static std::optional<Tensor> shown;
  const Tensor& value = x.value();
  shown = value.is_contiguous() ? value : value.clone();
  return {address(*shown), static_cast<std::int64_t>(value.size() * item_size(value.dtype()))};
}

Integers shape(const Variable& x) { return x.shape().extents(); }
Integers stride(const Variable& x) { return x.value().strides(); }
DType dtype(const Variable& x) { return x.dtype(); }
std::string device(const Variable& x) { return to_string(x.device()); }
std::int64_t storage_offset(const Variable& x) { return x.value().offset(); }
std::int64_t data_ptr(const Variable& x) { return address(x.value()); }
std::int64_t version(const Variable& x) { return x.version().count(); }

Variable data(const Variable& x) { return x.data(); }
Variable set_data(Variable x, const Variable& other) {
  x.set_data(other);
  return {};
}

Scalar item(const Variable& x) {
  if (x.size() != 1) {
    errors::raise(errors::Exception::kValueError,
                  "only one element tensors can be converted to Python scalars");
  }
  return tensor::with_type(x.dtype(), [&x]<class T>(T element) {
    std::memcpy(&element, x.value().data(), sizeof element);
    if constexpr (std::is_same_v<T, bool>) return Scalar(element);
    if constexpr (std::is_integral_v<T>) return Scalar(static_cast<std::int64_t>(element));
    return Scalar(static_cast<double>(element));
  });
}

/// As print() shows it. `sci_mode` may be None.
std::string text(const Variable& x, std::int64_t precision, double threshold,
                 std::int64_t edge_items, std::int64_t line_width, std::optional<bool> sci_mode) {
  text::PrintedWith with;
  if (x.device().is_cuda()) with.device = to_string(x.device());
  with.default_dtype = operations::default_dtype();
  if (const auto node = x.grad_fn()) {
    // Without the namespace that some have.
    const std::string_view name = node->name();
    with.history = errors::filled("grad_fn=<{}>", {name.substr(name.rfind(':') + 1)});
  } else if (x.requires_grad()) {
    with.history = "requires_grad=True";
  }
  return text::print(
      x.value(), {static_cast<int>(precision), threshold, edge_items, line_width, sci_mode}, with);
}

constexpr CoreFunction kFunctions[] = {
    row<&allocate>("allocate"),
    row<&memory>("memory"),
    row<&shape>("shape"),
    row<&stride>("stride"),
    row<&dtype>("dtype"),
    row<&device>("device"),
    row<&storage_offset>("storage_offset"),
    row<&data_ptr>("data_ptr"),
    row<&version>("version"),
    row<&data>("data"),
    row<&set_data>("set_data"),
    row<&item>("item"),
    row<&text>("text"),
};

}  // namespace

std::span<const CoreFunction> tensor_functions() { return kFunctions; }

}  // namespace playground::bindings
