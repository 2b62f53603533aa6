// Views: tensors that share the elements of another, without copying any. Dimensions count from 0;
// dimensions.hpp reads those that users write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tensor/tensor.hpp"

namespace playground::tensor {

/// Tensor.permute: dimension i of the view is dimension dims[i] of x. Each occurs once.
Tensor permute(const Tensor& x, std::span<const std::size_t> dims);

Tensor transpose(const Tensor& x, std::size_t one, std::size_t other);

/// Tensor.select: x without the dimension, at one place of it, counted from the end if negative.
///
/// Throws an Error (kValue), in PyTorch's words, if there is no such place.
Tensor select(const Tensor& x, std::size_t dim, std::int64_t index);

/// x[start:end:step] in one dimension; bounds beyond the tensor's are taken to them, as in Python.
///
/// Throws an Error (kValue), in PyTorch's words, for a step that is not positive.
Tensor slice(const Tensor& x, std::size_t dim, std::int64_t start, std::int64_t end,
             std::int64_t step = 1);

/// Tensor.expand: a dimension of 1 becomes any other, and dimensions are added in front; -1 leaves
/// one as it is.
///
/// Throws an Error (kValue), in PyTorch's words, if x cannot have these sizes.
Tensor expand(const Tensor& x, std::vector<std::int64_t> sizes);

/// x without those dimensions that are 1: all, or one if it is.
Tensor squeeze(const Tensor& x);
Tensor squeeze(const Tensor& x, std::size_t dim);

/// x with a dimension of 1 before `dim`, which is at most the rank.
Tensor unsqueeze(const Tensor& x, std::size_t dim);

/// Tensor.view: the same elements in another shape of as many.
///
/// Throws an Error (kValue), in PyTorch's words, if no strides reach them.
Tensor view(const Tensor& x, Shape shape);

/// Tensor.reshape: view(), or of a copy where there is no view.
Tensor reshape(const Tensor& x, Shape shape);

/// The dimensions in the order in which memory has them, the one with the largest strides first;
/// 0, 1, … for a row-major tensor. What it returns of a tensor with gaps is PyTorch's order, too.
///
/// Source  at::infer_dense_strides, and TensorIterator's reorder_dimensions.
std::vector<std::size_t> memory_order(const Tensor& x);

/// Throws an Error (kValue), in PyTorch's words, if two elements lie in one place, so that x cannot
/// be written to.
///
/// Source  at::assert_no_internal_overlap, which looks at expanded dimensions only.
void require_no_overlap(const Tensor& x);

}  // namespace playground::tensor
