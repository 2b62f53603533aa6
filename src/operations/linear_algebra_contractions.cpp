// Sums of products over chosen dimensions, which come down to products of matrices.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/joining.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/reduction.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;

std::int64_t extent(const Variable& x, std::size_t dim) { return x.shape()[dim]; }

Variable inner(const Variable& self, const Variable& other) {
  if (self.rank() == 0 || other.rank() == 0) return mul(self, other);
  if (extent(self, self.rank() - 1) != extent(other, other.rank() - 1)) {
    errors::raise(
        "inner() the last dimension must match on both input tensors but got shapes {} "
        "and {}",
        to_string(self.shape()), to_string(other.shape()));
  }
  return tensordot(self, other, {-1}, {-1});
}

Variable kron(const Variable& self, const Variable& other) {
  const std::size_t rank = std::max(self.rank(), other.rank());
  Dims a_shape;
  Dims b_shape;
  Dims shape;
  for (std::size_t i = 0; i < rank; ++i) {
    const auto extent_of = [&](const Variable& x) {
      const std::size_t missing = rank - x.rank();
      return i < missing ? 1 : extent(x, i - missing);
    };
    const std::int64_t a = extent_of(self);
    const std::int64_t b = extent_of(other);
    a_shape.insert(a_shape.end(), {a, 1});
    b_shape.insert(b_shape.end(), {1, b});
    shape.push_back(a * b);
  }
  return unsafe_view(mul(reshape(self, a_shape), reshape(other, b_shape)), Shape(shape));
}

// y[..., o] = sum over i, j of x1[..., i] weight[o, i, j] x2[..., j].
Variable bilinear(const Variable& input1, const Variable& input2, const Variable& weight,
                  const Variable& bias) {
  if (input1.rank() != input2.rank()) {
    errors::raise("bilinear(): input dimensions do not match: got {} and {}",
                  static_cast<std::int64_t>(input1.rank()),
                  static_cast<std::int64_t>(input2.rank()));
  }
  const std::size_t last = wrapped_strictly(-1, input1.rank());
  const std::size_t columns1 = wrapped_strictly(1, weight.rank());
  const std::size_t columns2 = wrapped_strictly(2, weight.rank());
  if (bias) wrapped_strictly(0, bias.rank());
  for (std::size_t dim = 0; dim < last; ++dim) {
    if (extent(input1, dim) == extent(input2, dim)) continue;
    errors::raise("bilinear(): input batch dimensions do not match at dim {}: got {} and {}",
                  static_cast<std::int64_t>(dim), extent(input1, dim), extent(input2, dim));
  }
  if (extent(input1, last) != extent(weight, columns1)) {
    errors::raise("bilinear(): input1 size does not match weight size: got {} but expected {}",
                  extent(input1, last), extent(weight, columns1));
  }
  if (extent(input2, last) != extent(weight, columns2)) {
    errors::raise("bilinear(): input2 size does not match weight size: got {} but expected {}",
                  extent(input2, last), extent(weight, columns2));
  }
  if (bias && (bias.rank() != 1 || extent(bias, 0) != extent(weight, 0))) {
    errors::raise("bilinear(): bias size does not match weight size: got {} but expected {}",
                  extent(bias, 0), extent(weight, 0));
  }
  if (weight.rank() > 3) errors::raise("number of dimensions must match");
  Dims shape(input1.shape().extents().begin(), input1.shape().extents().end() - 1);
  shape.push_back(extent(weight, 0));
  const Variable rows1 = reshape(input1, {-1, extent(input1, last)});
  const Variable rows2 = reshape(input2, {-1, extent(input2, last)});
  const Variable halves = tensordot(rows1, weight, {1}, {1});  // [rows, o, j]
  const Variable y = reshape(sum(mul(halves, unsqueeze(rows2, 1)), {2}), shape);
  return bias ? add(y, bias) : y;
}

// The cheapest order of the products, by what each would cost.
// Source  Cormen et al., "Introduction to Algorithms", 15.2.
Variable product_of_chain(const std::vector<Variable>& matrices,
                          const std::vector<std::vector<std::size_t>>& split, std::size_t first,
                          std::size_t last) {
  if (first == last) return matrices[first];
  const std::size_t middle = split[first][last];
  return mm(product_of_chain(matrices, split, first, middle),
            product_of_chain(matrices, split, middle + 1, last));
}
Variable product_of_chain(const std::vector<Variable>& matrices) {
  const std::size_t count = matrices.size();
  std::vector<std::vector<double>> cost(count, std::vector<double>(count, 0));
  std::vector<std::vector<std::size_t>> split(count, std::vector<std::size_t>(count, 0));
  for (std::size_t length = 1; length < count; ++length) {
    for (std::size_t i = 0; i + length < count; ++i) {
      const std::size_t j = i + length;
      std::optional<double> best;
      for (std::size_t k = i; k < j; ++k) {
        const double all = cost[i][k] + cost[k + 1][j] +
                           static_cast<double>(extent(matrices[i], 0)) *
                               static_cast<double>(extent(matrices[k], 1)) *
                               static_cast<double>(extent(matrices[j], 1));
        if (best && all >= *best) continue;
        best = all;
        split[i][j] = k;
      }
      cost[i][j] = *best;
    }
  }
  return product_of_chain(matrices, split, 0, count - 1);
}

Variable multi_dot(const Variables& tensors) {
  if (tensors.size() < 2) {
    errors::raise("multi_dot(): expected at least 2 tensors but got {}",
                  static_cast<std::int64_t>(tensors.size()));
  }
  std::vector<Variable> matrices(tensors);
  const std::size_t last = matrices.size() - 1;
  Dims shape;
  // A vector at the start is a row, and one at the end is a column.
  if (matrices[0].rank() == 1) {
    matrices[0] = unsqueeze(matrices[0], 0);
  } else if (matrices[0].rank() == 2) {
    shape.push_back(extent(matrices[0], 0));
  } else {
    errors::raise("multi_dot(): the first tensor must be 1D or 2D but got {}D",
                  static_cast<std::int64_t>(matrices[0].rank()));
  }
  if (matrices[last].rank() == 1) {
    matrices[last] = unsqueeze(matrices[last], 1);
  } else if (matrices[last].rank() == 2) {
    shape.push_back(extent(matrices[last], 1));
  } else {
    errors::raise("multi_dot(): the last tensor must be 1D or 2D but got {}D",
                  static_cast<std::int64_t>(matrices[last].rank()));
  }
  for (std::size_t i = 1; i < last; ++i) {
    if (matrices[i].rank() == 2) continue;
    errors::raise("multi_dot(): tensor {} must be 2D but got {}D", static_cast<std::int64_t>(i),
                  static_cast<std::int64_t>(matrices[i].rank()));
  }
  for (std::size_t i = 0; i < last; ++i) {
    if (extent(matrices[i], 1) == extent(matrices[i + 1], 0)) continue;
    errors::raise("multi_dot(): tensors {} and {} with shapes {} and {} cannot be multiplied",
                  static_cast<std::int64_t>(i), static_cast<std::int64_t>(i + 1),
                  to_string(tensors[i].shape()), to_string(tensors[i + 1].shape()));
  }
  return view(product_of_chain(matrices), shape);
}

Variable chain_matmul(const Variables& matrices) {
  if (matrices.empty()) errors::raise("chain_matmul(): Expected one or more matrices");
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    if (matrices[i].rank() == 2) continue;
    errors::raise("Tensor for argument #{} 'matrices' is expected to be 2D",
                  static_cast<std::int64_t>(i));
  }
  return matrices.size() == 1 ? matrices[0] : multi_dot(matrices);
}

Variable power(const Variable& self, std::uint64_t n) {
  if (n == 1) return clone(self);
  if (n == 2) return matmul(self, self);
  if (n == 3) return matmul(matmul(self, self), self);
  Variable square = self;
  Variable result;
  for (std::uint64_t bits = n;;) {
    if (bits % 2 != 0) result = result ? matmul(result, square) : square;
    bits /= 2;
    if (bits == 0) return result;
    square = matmul(square, square);
  }
}

Variable matrix_power(const Variable& self, std::int64_t n) {
  if (self.rank() < 2) {
    errors::raise("linalg.matrix_power: The input tensor A must have at least 2 dimensions.");
  }
  require_square(self, "linalg.matrix_power");
  if (n == 0) {
    const Variable eye = identity(self.shape()[self.rank() - 1], self.dtype(), self.device());
    Variable y(tensor::expand(eye.value(), self.shape().extents()).clone(), self.device());
    record(y, "CopyBackwards", {self}, {}, [](Backward& b) { b.give(0, zeros_like(b.grad())); });
    return y;
  }
  if (n == -1) return inverse(self);
  const auto size = static_cast<std::uint64_t>(n);
  return n < 0 ? power(inverse(self), 0 - size) : power(self, size);
}

Variable trace(const Variable& self) {
  if (self.rank() != 2) {
    errors::raise("trace: expected a matrix, but got tensor with dim {}",
                  static_cast<std::int64_t>(self.rank()));
  }
  const std::int64_t count = std::min(self.shape()[0], self.shape()[1]);
  const tensor::Strides strides = self.value().strides();
  const Tensor diagonal =
      self.value().as_strided(Shape({count}), {strides[0] + strides[1]}, self.value().offset());
  const bool is_floating = tensor::is_floating(self.dtype());
  Variable y(ops::sum(is_floating ? diagonal : tensor::to(diagonal, DType::kInt64), {true}),
             self.device());
  record(y, "TraceBackward0", {self}, {}, [shape = self.shape()](Backward& b) {
    const Variable grad = b.grad();
    const std::int64_t size = std::max(shape[0], shape[1]);
    Variable eye = identity(size, grad.dtype(), grad.device());
    eye = slice(slice(eye, 0, 0, shape[0]), 1, 0, shape[1]);
    b.give(0, mul(eye, grad));
  });
  return y;
}

// The next and the one after it, around three places.
Variable turned_by(const Variable& x, std::int64_t dim, std::int64_t first) {
  return cat({narrow(x, dim, first, 3 - first), narrow(x, dim, 0, first)}, dim);
}

Variable cross_product(const Variable& self, const Variable& other, std::int64_t dim) {
  if (self.rank() != other.rank()) {
    errors::raise("linalg.cross: inputs must have the same number of dimensions.");
  }
  const std::size_t at = wrapped(dim, self.rank());
  if (self.rank() == 0) {
    errors::raise(errors::Exception::kIndexError,
                  "Dimension specified as {} but tensor has no dimensions", dim);
  }
  if (self.shape()[at] != 3 || other.shape()[at] != 3) {
    errors::raise("linalg.cross: inputs dimension {} must have length 3. Got {} and {}", dim,
                  self.shape()[at], other.shape()[at]);
  }
  Variable y = [&] {
    const autograd::GradMode off(false);
    return sub(mul(turned_by(self, dim, 1), turned_by(other, dim, 2)),
               mul(turned_by(self, dim, 2), turned_by(other, dim, 1)));
  }();
  record(y, "LinalgCrossBackward0", {self, other}, {Saved(self), Saved(other)}, [dim](Backward& b) {
    if (b.wants(0)) b.give(0, cross_product(b.saved(1), b.grad(), dim));
    if (b.wants(1)) b.give(1, cross_product(b.grad(), b.saved(0), dim));
  });
  return y;
}

Variable cross(const Variable& self, const Variable& other, std::optional<std::int64_t> dim) {
  if (dim) return cross_product(self, other, *dim);
  // The first dimension of three.
  for (std::size_t at = 0; at < self.rank(); ++at) {
    if (self.shape()[at] == 3) {
      return cross_product(self, other, static_cast<std::int64_t>(at));
    }
  }
  errors::raise("no dimension of size 3 in input");
}

}  // namespace

Variable outer(const Variable& self, const Variable& vec2) {
  if (self.rank() != 1) {
    errors::raise("outer: Expected 1-D argument self, but got {}-D",
                  static_cast<std::int64_t>(self.rank()));
  }
  if (vec2.rank() != 1) {
    errors::raise("outer: Expected 1-D argument vec2, but got {}-D",
                  static_cast<std::int64_t>(vec2.rank()));
  }
  return mul(reshape(self, {self.shape()[0], 1}), vec2);
}

Variable tensordot(const Variable& self, const Variable& other, const Dims& dims_self,
                   const Dims& dims_other) {
  if (dims_self.size() != dims_other.size()) {
    errors::raise("both dimension lists should have same length");
  }
  for (const auto& [x, dims] : {std::pair(&self, &dims_self), std::pair(&other, &dims_other)}) {
    wrapped_dims(*dims, x->rank());  // each once
  }
  Variable a = self;
  Variable b = other;
  std::vector<bool> a_is_summed(self.rank(), false);
  std::vector<bool> b_is_summed(other.rank(), false);
  Dims a_summed;
  Dims b_summed;
  std::int64_t summed_size = 1;
  for (std::size_t i = 0; i < dims_self.size(); ++i) {
    const std::size_t a_dim = wrapped_strictly(dims_self[i], self.rank());
    const std::size_t b_dim = wrapped_strictly(dims_other[i], other.rank());
    a_is_summed[a_dim] = true;
    b_is_summed[b_dim] = true;
    a_summed.push_back(static_cast<std::int64_t>(a_dim));
    b_summed.push_back(static_cast<std::int64_t>(b_dim));
    const std::int64_t a_extent = extent(a, a_dim);
    const std::int64_t b_extent = extent(b, b_dim);
    // A single one stands for all.
    if (b_extent == 1) {
      a = sum(a, {a_summed.back()}, true);
    } else if (a_extent == 1) {
      b = sum(b, {b_summed.back()}, true);
    } else if (a_extent == b_extent) {
      summed_size *= a_extent;
    } else {
      errors::raise(
          "contracted dimensions need to match, but first has size {} in dim {} and "
          "second has size {} in dim {}",
          a_extent, dims_self[i], b_extent, dims_other[i]);
    }
  }
  Dims shape;
  Dims a_order;
  Dims b_order = b_summed;
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  for (std::size_t dim = 0; dim < a.rank(); ++dim) {
    if (a_is_summed[dim]) continue;
    a_order.push_back(static_cast<std::int64_t>(dim));
    rows *= extent(a, dim);
    shape.push_back(extent(a, dim));
  }
  a_order.insert(a_order.end(), a_summed.begin(), a_summed.end());
  for (std::size_t dim = 0; dim < b.rank(); ++dim) {
    if (b_is_summed[dim]) continue;
    b_order.push_back(static_cast<std::int64_t>(dim));
    columns *= extent(b, dim);
    shape.push_back(extent(b, dim));
  }
  const Variable left = reshape(permute(a, a_order), {rows, summed_size});
  const Variable right = reshape(permute(b, b_order), {summed_size, columns});
  return reshape(mm(left, right), shape);
}

std::span<const Row> contraction_rows() {
  static constexpr Row kRows[] = {
      row<&outer>("outer(Tensor self, Tensor vec2) -> Tensor"),
      row<&outer>("ger(Tensor self, Tensor vec2) -> Tensor"),
      row<&inner>("inner(Tensor self, Tensor other) -> Tensor"),
      row<&tensordot>("tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> "
                      "Tensor",
                      Where::kFunction),
      row<&kron>("kron(Tensor self, Tensor other) -> Tensor"),
      row<&bilinear>("bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> "
                     "Tensor",
                     Where::kFunction),
      row<&chain_matmul>("chain_matmul(Tensor[] matrices) -> Tensor", Where::kFunction),
      row<&multi_dot>("linalg_multi_dot(Tensor[] tensors) -> Tensor", Where::kInner),
      row<&matrix_power>("matrix_power(Tensor self, int n) -> Tensor"),
      row<&matrix_power>("linalg_matrix_power(Tensor self, int n) -> Tensor", Where::kInner),
      row<&trace>("trace(Tensor self) -> Tensor"),
      row<&cross>("cross(Tensor self, Tensor other, int? dim=None) -> Tensor"),
      row<&cross_product>("linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor",
                          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
