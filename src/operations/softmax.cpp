#include "operations/softmax.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/kernels/softmax.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

// The kernels take rows: of another dimension, x is turned to have it last, and turned back.
template <class Rows>
Tensor by_rows(std::initializer_list<const Tensor*> operands, std::size_t dim, Rows rows) {
  const Shape& shape = (*operands.begin())->shape();
  const std::size_t rank = shape.rank();
  const bool is_turned = rank > 1 && dim + 1 != rank;
  std::vector<Tensor> turned;
  for (const Tensor* operand : operands) {
    turned.push_back(
        tensor::contiguous(is_turned ? tensor::transpose(*operand, dim, rank - 1) : *operand));
  }
  Tensor result(turned[0].shape(), turned[0].dtype());
  const auto columns = static_cast<std::size_t>(rank == 0 ? 1 : shape[dim]);
  if (result.size() > 0) rows(turned, columns, result);
  return is_turned ? tensor::contiguous(tensor::transpose(result, dim, rank - 1)) : result;
}

Tensor forward(const Tensor& x, std::size_t dim, bool is_log) {
  return by_rows({&x}, dim, [&](const std::vector<Tensor>& of, std::size_t columns, Tensor& y) {
    const std::string_view name =
        is_log ? "log_softmax_lastdim_kernel_impl" : "softmax_lastdim_kernel_impl";
    tensor::with_floating_type(x.dtype(), name, [&]<class T>(T) {
      const std::span<const T> from = of[0].values<T>();
      if (is_log) return ops::log_softmax<T>(from, columns, y.values<T>());
      ops::softmax<T>(from, columns, y.values<T>());
    });
  });
}

Tensor backward(const Tensor& grad, const Tensor& y, std::size_t dim, bool is_log) {
  const auto rows = [&](const std::vector<Tensor>& of, std::size_t columns, Tensor& result) {
    tensor::with_floating_type(y.dtype(), "softmax_backward", [&]<class T>(T) {
      const std::span<const T> grads = of[0].values<T>();
      const std::span<const T> values = of[1].values<T>();
      if (is_log) {
        return ops::log_softmax_backward<T>(grads, values, columns, result.values<T>());
      }
      ops::softmax_backward<T>(grads, values, columns, result.values<T>());
    });
  };
  return by_rows({&grad, &y}, dim, rows);
}

// The same by operations, whose own way back is there.
Variable recorded_gradient(const Variable& grad, const Variable& y, std::int64_t dim, bool is_log) {
  if (is_log) return sub(grad, mul(exp(y), sum(grad, {dim}, true)));
  return mul(y, sub(grad, sum(mul(grad, y), {dim}, true)));
}

Variable softmax_of(const Variable& self, std::int64_t dim, bool is_log) {
  const std::size_t at = wrapped(dim, self.rank());
  if (!tensor::is_floating(self.dtype())) {
    errors::raise("\"{}\" not implemented for '{}'",
                  is_log ? "log_softmax_lastdim_kernel_impl" : "softmax_lastdim_kernel_impl",
                  tensor::scalar_type_name(self.dtype()));
  }
  Variable y(forward(self.value(), at, is_log), self.device());
  if (needs_history({self})) {
    record(y, is_log ? "LogSoftmaxBackward0" : "SoftmaxBackward0", {self}, {Saved::output(y)},
           [at, is_log](Backward& b) {
             const Variable grad = b.grad();
             const Variable y = b.saved(0);
             if (autograd::is_grad_enabled()) {
               return b.give(0, recorded_gradient(grad, y, static_cast<std::int64_t>(at), is_log));
             }
             b.give(0, Variable(backward(grad.value(), y.value(), at, is_log), y.device()));
           });
  }
  return y;
}

using OptionalDType = std::optional<DType>;

Variable softmax_as(const Variable& self, std::int64_t dim, OptionalDType dtype) {
  return softmax_of(dtype ? to_dtype(self, *dtype) : self, dim, false);
}
Variable log_softmax_as(const Variable& self, std::int64_t dim, OptionalDType dtype) {
  return softmax_of(dtype ? to_dtype(self, *dtype) : self, dim, true);
}
// half_to_float is for GPUs.
Variable inner_softmax(const Variable& self, std::int64_t dim, bool) { return softmax(self, dim); }
Variable inner_log_softmax(const Variable& self, std::int64_t dim, bool) {
  return log_softmax(self, dim);
}

}  // namespace

Variable softmax(const Variable& self, std::int64_t dim) { return softmax_of(self, dim, false); }

Variable log_softmax(const Variable& self, std::int64_t dim) { return softmax_of(self, dim, true); }

std::span<const Row> softmax_rows() {
  static constexpr Row kRows[] = {
      row<&softmax_as>("softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor"),
      row<&log_softmax_as>(
          "log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor"),
      row<&inner_softmax>("_softmax(Tensor self, int dim, bool half_to_float) -> Tensor",
                          Where::kFunction),
      row<&inner_log_softmax>("_log_softmax(Tensor self, int dim, bool half_to_float) -> Tensor",
                              Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
