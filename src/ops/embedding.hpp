// Rows of a matrix, chosen by whole numbers; and the sums over what each row was chosen for.
#pragma once

#include <cstdint>

#include "tensor/tensor.hpp"

namespace playground::ops {

using tensor::Tensor;

/// y[i, …] = weight[indices[i], …], for each element i of the indices, of any shape.
///
/// weight   [rows, …] of any dtype; indices  int64
/// Throws Raised (IndexError), in PyTorch's words, for an index that is no row.
Tensor chosen_rows(const Tensor& weight, const Tensor& indices);

/// Of y: the gradient of the weight, [rows, columns].
///
/// grad                 [indices…, columns], floating
/// padding_idx          a row that gets none; negative for none
/// scale_grad_by_freq   whether each row's is divided by how often it was chosen
Tensor chosen_rows_backward(const Tensor& grad, const Tensor& indices, std::int64_t rows,
                            std::int64_t padding_idx, bool scale_grad_by_freq);

/// Makes those rows that are chosen, and whose norm is above max_norm, so short.
///
/// weight  [rows, columns], floating, contiguous
/// Source  at::native::embedding_renorm_cpu_.
void shorten_rows(Tensor& weight, const Tensor& indices, double max_norm, double norm_type);

}  // namespace playground::ops
