#include "operations/embedding.hpp"

#include <string>
#include <utility>

#include "autograd/in_place.hpp"
#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/embedding.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

Variable as_int64(const Variable& indices) {
  if (indices.dtype() == DType::kInt64) return indices;
  return Variable(to(indices.value(), DType::kInt64), indices.device());
}

Variable embedding_renorm_(const Variable& self, const Variable& indices, double max_norm,
                           double norm_type) {
  if (self.rank() != 2) {
    errors::raise(
        "Expected 2-dimensional tensor, but got {}-dimensional tensor for argument #1 'self' "
        "(while "
        "checking arguments for embedding_renorm_)",
        self.rank());
  }
  require_indices(indices, 2, "embedding_renorm_");
  Variable result(self.value().clone(), self.device());
  ops::shorten_rows(result.value(), as_int64(indices).value(), max_norm, norm_type);
  return autograd::assign(self, result);
}

}  // namespace

void require_indices(const Variable& indices, int argument, std::string_view operation) {
  if (indices.dtype() == DType::kInt64 || indices.dtype() == DType::kInt32) return;
  // PyTorch tells the type of a bool tensor by another of its names.
  const std::string type =
      indices.dtype() == DType::kBool
          ? "CPUBoolType"
          : "torch." + std::string(scalar_type_name(indices.dtype())) + "Tensor";
  errors::raise(
      "Expected tensor for argument #{} 'indices' to have one of the following scalar types: Long, "
      "Int; but got {} instead (while checking arguments for {})",
      argument, type, operation);
}

Variable embedding_dense_backward(const Variable& grad, const Variable& indices, std::int64_t rows,
                                  std::int64_t padding_idx, bool scale_grad_by_freq) {
  Variable y(ops::chosen_rows_backward(grad.value(), indices.value(), rows, padding_idx,
                                       scale_grad_by_freq),
             grad.device());
  record(y, "EmbeddingDenseBackwardBackward0", {grad}, {Saved(indices)},
         [padding_idx, scale_grad_by_freq](Backward& b) {
           if (scale_grad_by_freq) {
             errors::raise(
                 "double backward with respect to 'grad_output' is not supported with "
                 "scale_grad_by_freq");
           }
           const Variable places = b.saved(0);
           const Variable rows = embedding(b.grad(), places, padding_idx);
           if (padding_idx < 0) return b.give(0, rows);
           const Variable is_padding = eq(places, of_number(padding_idx));
           b.give(0, masked_fill(rows, unsqueeze(is_padding, -1), 0));
         });
  return y;
}

Variable embedding(const Variable& weight, const Variable& indices, std::int64_t padding_idx,
                   bool scale_grad_by_freq, bool sparse) {
  if (weight.rank() != 2) errors::raise("'weight' must be 2-D");
  require_indices(indices, 1, "embedding");
  const Variable places = as_int64(indices);
  Variable y(ops::chosen_rows(weight.value(), places.value()), weight.device());
  if (sparse && autograd::needs_history({weight})) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "sparse gradients of an embedding are not there: leave sparse=True out");
  }
  record(y, "EmbeddingBackward0", {weight}, {Saved(places)},
         [rows = weight.shape()[0], padding_idx, scale_grad_by_freq](Backward& b) {
           b.give(0, embedding_dense_backward(b.grad(), b.saved(0), rows, padding_idx,
                                              scale_grad_by_freq));
         });
  return y;
}

std::span<const Row> embedding_rows() {
  static constexpr Row kRows[] = {
      row<&embedding>("embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool "
                      "scale_grad_by_freq=False, bool sparse=False) -> Tensor",
                      Where::kFunction),
      row<&embedding_renorm_>(
          "embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> "
          "Tensor(a!)",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
