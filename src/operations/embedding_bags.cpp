// Rows of a table, looked up by their numbers and put together bag by bag: their sum, their mean or
// the largest of each column.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "maths/fused.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/embedding.hpp"
#include "operations/indexing.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::record;
using autograd::Saved;
using Integers = std::vector<std::int64_t>;
using V = const Variable&;

// As PyTorch numbers them.
enum class Mode : std::uint8_t { kSum, kMean, kMax };

Tensor tensor_of(const Integers& values) {
  return Tensor::of(Shape({static_cast<std::int64_t>(values.size())}), values);
}

std::span<const std::int64_t> integers(V x) { return x.value().values<std::int64_t>(); }

// Which bag each index is in.
Integers bags_of(std::span<const std::int64_t> offsets, std::size_t indices, bool has_last) {
  if (!offsets.empty() && offsets.front() != 0) {
    errors::raise(
        "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from "
        "position 0. However, got {}\n[ torch.LongTensor{} ]",
        offsets.front());
  }
  if (!offsets.empty() && offsets.back() > static_cast<std::int64_t>(indices)) {
    errors::raise("offsets[-1] can not be greater than input's length {} but got offsets[-1] of {}",
                  static_cast<std::int64_t>(indices), offsets.back());
  }
  Integers bags(indices);
  std::size_t bag = 0;
  const std::size_t count = offsets.size() - (has_last ? 1 : 0);
  for (std::size_t i = 0; i < indices; ++i) {
    while (bag + 1 < count && offsets[bag + 1] <= static_cast<std::int64_t>(i)) ++bag;
    bags[i] = static_cast<std::int64_t>(bag);
  }
  return bags;
}

// Of which PyTorch has no kernel that looks at each index by itself.
bool is_fast(V weight, std::int64_t padding_idx) {
  return weight.dtype() == DType::kFloat32 && padding_idx < 0;
}

void require_rows(std::span<const std::int64_t> indices, V weight, Mode mode,
                  std::int64_t padding_idx) {
  const std::int64_t rows = weight.shape()[0];
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (indices[i] >= 0 && indices[i] < rows) continue;
    if (mode != Mode::kMax && is_fast(weight, padding_idx)) {
      errors::raise(
          "[enforce fail at embedding_lookup_idx.cc:214] 0 <= idx && idx < data_size. Index {} is "
          "out of bounds: {}, range 0 to {}",
          static_cast<std::int64_t>(i), indices[i], rows);
    }
    errors::raise("embedding_bag: Expected idx >= 0 && idx < num_embeddings but found idx to be {}",
                  indices[i]);
  }
}

/// What is put together, and whose rows the largest are.
struct Bagged {
  Tensor output;       // [bags, columns]
  Tensor max_indices;  // the same, of the largest
};

template <class T>
void add_row(std::span<const T> row, T factor, bool is_fused, std::span<T> sum) {
  for (std::size_t j = 0; j < row.size(); ++j) {
    if constexpr (std::is_same_v<T, float>) {
      if (is_fused) {
        sum[j] = maths::fused<T>(factor, row[j], sum[j]);
        continue;
      }
    }
    sum[j] += factor * row[j];
  }
}

Bagged bagged(V weight, std::span<const std::int64_t> indices, const Integers& bags,
              const Integers& sizes, Mode mode, V factors, std::int64_t padding_idx) {
  const auto count = static_cast<std::int64_t>(sizes.size());
  const Shape shape({count, weight.shape()[1]});
  Bagged all{tensor::full(shape, 0, weight.dtype()), tensor::full(shape, 0, DType::kInt64)};
  const Tensor table = tensor::contiguous(weight.value());
  const auto columns = static_cast<std::size_t>(shape[1]);
  tensor::with_floating_type(weight.dtype(), "embedding_bag", [&]<class T>(T) {
    const std::span<const T> rows = table.values<T>();
    const std::span<T> output = all.output.values<T>();
    const std::span<std::int64_t> largest = all.max_indices.values<std::int64_t>();
    const Tensor weights =
        factors ? tensor::contiguous(factors.value()) : Tensor(Shape({0}), weight.dtype());
    std::vector<bool> is_begun(sizes.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
      if (indices[i] == padding_idx) continue;
      const auto bag = static_cast<std::size_t>(bags[i]);
      const auto row = rows.subspan(static_cast<std::size_t>(indices[i]) * columns, columns);
      const auto result = output.subspan(bag * columns, columns);
      if (mode != Mode::kMax) {
        add_row<T>(row, factors ? weights.values<T>()[i] : T(1), is_fast(weight, padding_idx),
                   result);
        continue;
      }
      for (std::size_t j = 0; j < columns; ++j) {
        if (is_begun[bag] && !(row[j] > result[j])) continue;
        result[j] = row[j];
        largest[bag * columns + j] = indices[i];
      }
      is_begun[bag] = true;
    }
    if (mode != Mode::kMean) return;
    for (std::size_t bag = 0; bag < sizes.size(); ++bag) {
      for (T& value : output.subspan(bag * columns, columns)) {
        value /= static_cast<T>(std::max<std::int64_t>(sizes[bag], 1));
      }
    }
  });
  return all;
}

// By how often each row is chosen. As PyTorch's loop looks it up: of the i-th row that is chosen,
// in their order, it takes how often the row is chosen that is i-th with repeats.
Tensor scales_by_frequency(std::span<const std::int64_t> indices, std::int64_t rows, DType dtype) {
  Integers sorted(indices.begin(), indices.end());
  std::ranges::sort(sorted);
  const auto row_of = [](std::int64_t index) { return static_cast<std::size_t>(index); };
  Integers counts(row_of(rows));
  for (const std::int64_t index : sorted) ++counts[row_of(index)];
  std::vector<double> scale_of(row_of(rows), 1);
  std::size_t distinct = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i] == sorted[i - 1]) continue;
    scale_of[row_of(sorted[i])] = 1 / static_cast<double>(counts[row_of(sorted[distinct++])]);
  }
  std::vector<double> scales;
  for (const std::int64_t index : indices) scales.push_back(scale_of[row_of(index)]);
  return to(Tensor::of(Shape({static_cast<std::int64_t>(scales.size()), 1}), scales), dtype);
}

using Result = std::tuple<Variable, Variable, Variable, Variable>;

// padding_idx  of which no row is taken; negative for none
Result embedding_bag_of(V weight, V indices, V offsets, bool scale_grad_by_freq,
                        std::int64_t mode_number, bool sparse, V per_sample_weights,
                        bool include_last_offset, std::int64_t padding_idx) {
  require_indices(indices, 1, "embedding_bag");
  require_indices(offsets, 1, "embedding_bag");
  if (mode_number < 0 || mode_number > 2) errors::raise("mode has to be one of sum, mean or max");
  const auto mode = static_cast<Mode>(mode_number);
  if (per_sample_weights) {
    if (mode != Mode::kSum) {
      errors::raise("embedding_bag: per_sample_weights only supported with mode='sum'");
    }
    if (per_sample_weights.dtype() != weight.dtype()) {
      errors::raise(
          "Expected tensor for argument #1 'weight' to have the same type as tensor for argument "
          "#1 'per_sample_weights'; but type torch.{}Tensor does not equal torch.{}Tensor (while "
          "checking arguments for embedding_bag)",
          scalar_type_name(weight.dtype()), scalar_type_name(per_sample_weights.dtype()));
    }
    if (per_sample_weights.rank() != 1 || per_sample_weights.size() != indices.size()) {
      errors::raise("embedding_bag: expected per_sample_weights of the shape of the indices");
    }
  }
  if (weight.rank() != 2 || indices.rank() != 1 || offsets.rank() != 1) {
    errors::raise(
        "embedding_bag: expected a matrix of weights, and vectors of indices and offsets");
  }
  if (include_last_offset && offsets.size() == 0) {
    errors::raise("include_last_offset: number of offsets should be at least 1");
  }
  if (sparse && autograd::needs_history({weight})) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "sparse gradients of an embedding are not there: leave sparse=True out");
  }
  const Variable places(tensor::contiguous(to(indices.value(), DType::kInt64)), indices.device());
  const Variable starts(tensor::contiguous(to(offsets.value(), DType::kInt64)), offsets.device());
  const std::span<const std::int64_t> chosen = integers(places);
  const Integers bags = bags_of(integers(starts), chosen.size(), include_last_offset);
  require_rows(chosen, weight, mode, padding_idx);
  Integers sizes(starts.size() - (include_last_offset ? 1 : 0));
  if (sizes.empty() && !bags.empty()) errors::raise("offsets has to have at least one bag");
  for (std::size_t i = 0; i < bags.size(); ++i) {
    if (chosen[i] != padding_idx) ++sizes[static_cast<std::size_t>(bags[i])];
  }

  Bagged all = bagged(weight, chosen, bags, sizes, mode, per_sample_weights, padding_idx);
  Variable y(std::move(all.output), weight.device());
  const Variable bag_of(tensor_of(bags), weight.device());
  const Variable size_of(tensor_of(sizes), weight.device());
  const Variable max_of(std::move(all.max_indices), weight.device());
  const std::int64_t rows = weight.shape()[0];
  record(y, "EmbeddingBagBackward0", {weight, per_sample_weights},
         {saved_if(bool(per_sample_weights), weight),
          saved_if(bool(per_sample_weights), per_sample_weights)},
         [=](Backward& b) {
           Variable grad = b.grad();
           if (mode == Mode::kMax) {
             // A bag of nothing has no largest.
             const Variable is_empty = unsqueeze(eq(size_of, of_number(0)), 1);
             const Variable table(tensor::full(Shape({rows, grad.shape()[1]}), 0, grad.dtype()),
                                  grad.device());
             b.give(0, scatter_add(table, 0, max_of, masked_fill(grad, is_empty, 0)));
             return;
           }
           if (mode == Mode::kMean) {
             const Variable counts = to_dtype(maximum(size_of, of_number(1)), grad.dtype());
             grad = div(grad, unsqueeze(counts, 1));
           }
           Variable of_rows = index_select(grad, 0, bag_of);
           if (b.wants(1)) {
             const Variable taken = index_select(b.saved(0), 0, places);
             Variable slopes = sum(mul(of_rows, taken), {1});
             if (padding_idx >= 0) {
               slopes = masked_fill(slopes, eq(places, of_number(padding_idx)), 0);
             }
             b.give(1, slopes);
           }
           if (!b.wants(0)) return;
           if (per_sample_weights) of_rows = mul(of_rows, unsqueeze(b.saved(1), 1));
           if (scale_grad_by_freq) {
             const Tensor scales = scales_by_frequency(integers(places), rows, of_rows.dtype());
             of_rows = mul(of_rows, Variable(scales, of_rows.device()));
           }
           b.give(0, embedding_dense_backward(of_rows, places, rows, padding_idx, false));
         });

  // What PyTorch leaves out where it needs it not.
  const bool has_sizes = mode != Mode::kSum || autograd::needs_history({weight});
  const Variable told_sizes =
      has_sizes ? size_of
                : Variable(tensor::full(Shape({static_cast<std::int64_t>(starts.size())}), 0,
                                        DType::kInt64));
  const bool has_bags = mode != Mode::kSum || !is_fast(weight, padding_idx);
  const Variable told_bags = has_bags ? bag_of : Variable(Tensor(Shape({0}), DType::kInt64));
  return {y, told_bags, told_sizes, mode == Mode::kMax ? max_of : told_sizes};
}

Result embedding_bag(V weight, V indices, V offsets, bool scale_grad_by_freq, std::int64_t mode,
                     bool sparse, V per_sample_weights, bool include_last_offset) {
  return embedding_bag_of(weight, indices, offsets, scale_grad_by_freq, mode, sparse,
                          per_sample_weights, include_last_offset, -1);
}

Result embedding_bag_padded(V weight, V indices, V offsets, bool scale_grad_by_freq,
                            std::int64_t mode, bool sparse, V per_sample_weights,
                            bool include_last_offset, std::optional<std::int64_t> padding_idx) {
  const std::int64_t rows = weight.rank() > 0 ? weight.shape()[0] : 0;
  std::int64_t padding = padding_idx.value_or(-1);
  if (padding_idx) {
    if (padding < -rows || padding >= rows) {
      errors::raise(
          "padding_idx must be within the number of embeddings, -{} through {}, but got {}", rows,
          rows - 1, padding);
    }
    if (padding < 0) padding += rows;
  }
  return embedding_bag_of(weight, indices, offsets, scale_grad_by_freq, mode, sparse,
                          per_sample_weights, include_last_offset, padding);
}

}  // namespace

std::span<const Row> embedding_bag_rows() {
  static constexpr Row kRows[] = {
      row<&embedding_bag>(
          "embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool "
          "scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? "
          "per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, "
          "Tensor)",
          Where::kFunction),
      row<&embedding_bag_padded>(
          "embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool "
          "scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool "
          "include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
