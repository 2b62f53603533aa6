// All operations there are, by their name: each family of them lists its rows in a file of its own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "operations/row.hpp"

namespace playground::operations {

/// The overloads of a name, in the order in which PyTorch tries them; none if there is no such
/// operation.
std::span<const Row* const> overloads(std::string_view name);

/// The names of all that have the place.
std::vector<std::string_view> names(Where where);

/// Calls the overload that takes these arguments, as `torch.name(…)` does.
///
/// names  of the last arguments, which were given by name
/// Throws Raised: TypeError, in the words of PyTorch's argument parser, if none takes them, and
/// what the operation itself throws.
Value call(std::string_view name, Values arguments, std::span<const std::string_view> names = {},
           bool is_method = false);

/// The rows of each file that has operations.
std::span<const Row> arithmetic_rows();
std::span<const Row> power_rows();
std::span<const Row> mixture_rows();
std::span<const Row> function_rows();
std::span<const Row> gamma_rows();
std::span<const Row> choice_rows();
std::span<const Row> conversion_rows();
std::span<const Row> dtype_rows();
std::span<const Row> comparison_rows();
std::span<const Row> smooth_activation_rows();
std::span<const Row> straight_activation_rows();
std::span<const Row> creation_rows();
std::span<const Row> range_rows();
std::span<const Row> triangle_rows();
std::span<const Row> view_rows();
std::span<const Row> repeating_rows();
std::span<const Row> joining_rows();
std::span<const Row> indexing_rows();
std::span<const Row> ordering_rows();
std::span<const Row> set_rows();
std::span<const Row> scan_rows();
std::span<const Row> reduction_rows();
std::span<const Row> extreme_rows();
std::span<const Row> moment_rows();
std::span<const Row> norm_rows();
std::span<const Row> linear_algebra_rows();
std::span<const Row> product_sum_rows();
std::span<const Row> contraction_rows();
std::span<const Row> einsum_rows();
std::span<const Row> decomposition_rows();
std::span<const Row> spectrum_rows();
std::span<const Row> softmax_rows();
std::span<const Row> loss_rows();
std::span<const Row> class_loss_rows();
std::span<const Row> margin_loss_rows();
std::span<const Row> pair_loss_rows();
std::span<const Row> normalization_rows();
std::span<const Row> channel_norm_rows();
std::span<const Row> length_norm_rows();
std::span<const Row> optimiser_rows();
std::span<const Row> embedding_bag_rows();
std::span<const Row> convolution_rows();
std::span<const Row> pooling_rows();
std::span<const Row> padding_rows();
std::span<const Row> resampling_rows();
std::span<const Row> recurrent_rows();
std::span<const Row> embedding_rows();
std::span<const Row> dropout_rows();
std::span<const Row> draw_rows();

}  // namespace playground::operations
