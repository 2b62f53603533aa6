// Products of two matrices, of stacks of them and with vectors.
#include "operations/linear_algebra.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/linear_algebra_factors.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/kernels/reduce.hpp"
#include "ops/matrix_product.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

Variable inner_product(const Variable& self, const Variable& other, std::string_view name,
                       std::string_view node) {
  if (self.rank() != 1 || other.rank() != 1) {
    errors::raise("1D tensors expected, but got {}D and {}D tensors",
                  static_cast<std::int64_t>(self.rank()), static_cast<std::int64_t>(other.rank()));
  }
  if (self.dtype() != other.dtype()) {
    errors::raise("dot : expected both vectors to have same dtype, but found {} and {}",
                  tensor::scalar_type_name(self.dtype()), tensor::scalar_type_name(other.dtype()));
  }
  if (self.size() != other.size()) {
    const auto n = static_cast<std::int64_t>(self.size());
    const auto m = static_cast<std::int64_t>(other.size());
    errors::raise(
        "inconsistent tensor size, expected tensor [{}] and src [{}] to have the same "
        "number of elements, but got {} and {} elements respectively",
        n, m, n, m);
  }
  if (self.dtype() == DType::kBool) errors::raise("\"{}\" not implemented for 'Bool'", name);
  Tensor result(Shape(), self.dtype());
  if (tensor::is_floating(self.dtype())) {
    const Tensor a = tensor::contiguous(self.value());
    const Tensor b = tensor::contiguous(other.value());
    tensor::with_floating_type(self.dtype(), name, [&]<class T>(T) {
      result.values<T>()[0] = ops::dot(a.values<T>(), b.values<T>());
    });
  } else {
    const Tensor product = ops::matrix_product(tensor::unsqueeze(self.value(), 0),
                                               tensor::unsqueeze(other.value(), 1));
    result = tensor::view(product, Shape());
  }
  Variable y(std::move(result), self.device());
  record(y, node, {self, other}, {Saved(self), Saved(other)}, [](Backward& b) {
    if (b.wants(0)) b.give(0, mul(b.grad(), b.saved(1)));
    if (b.wants(1)) b.give(1, mul(b.grad(), b.saved(0)));
  });
  return y;
}

Variable vdot(const Variable& self, const Variable& other) {
  return inner_product(self, other, "vdot", "VdotBackward0");
}

/// The only row of a product, as PyTorch takes it in place.
Variable row_of(const Variable& x) {
  Variable y(tensor::squeeze(x.value(), 0), x.device());
  record(y, "SqueezeBackward3", {x}, {}, [](Backward& b) { b.give(0, unsqueeze(b.grad(), 0)); });
  return y;
}

/// Whether a stack times a matrix or a vector is one product of matrices, without a copy.
/// Source  at::native::should_fold, PyTorch 1.13.
bool should_fold(const Variable& stack, std::size_t other_rank) {
  if (stack.rank() < 3 || other_rank > 2) return false;
  if (stack.rank() > 3 || other_rank == 1) return true;
  const tensor::Strides strides = stack.value().strides();
  const bool rows_are_turned = strides[2] != 1 && strides[0] == stack.shape()[1] * stack.shape()[2];
  return !rows_are_turned;
}

Variable folded_product(const Variable& self, const Variable& other) {
  const bool is_turned = other.rank() > self.rank();
  const Variable stack = is_turned ? transposed(other) : self;
  const Variable matrix = !is_turned ? other : self.rank() == 2 ? transposed(self) : self;
  std::vector<std::int64_t> shape(stack.shape().extents().begin(),
                                  stack.shape().extents().end() - 1);
  std::int64_t rows = 1;
  for (const std::int64_t extent : shape) rows *= extent;
  const std::int64_t depth = stack.shape()[stack.rank() - 1];
  const Variable folded = reshape(stack, {rows, depth});
  if (matrix.rank() == 1) return unsafe_view(mv(folded, matrix), Shape(shape));
  shape.push_back(matrix.shape()[1]);
  const Variable y = unsafe_view(mm(folded, matrix), Shape(shape));
  return is_turned ? contiguous(transposed(y)) : y;
}

Variable stacked_product(const Variable& self, const Variable& other) {
  const std::int64_t rows = self.rank() > 1 ? self.shape()[self.rank() - 2] : 1;
  const std::int64_t depth = self.shape()[self.rank() - 1];
  const std::int64_t other_depth = other.shape()[other.rank() > 1 ? other.rank() - 2 : 0];
  const std::int64_t columns = other.rank() > 1 ? other.shape()[other.rank() - 1] : 1;
  const std::vector<std::int64_t> batch = broadcast_batch(stack_shape(self), stack_shape(other));
  std::int64_t count = 1;
  for (const std::int64_t extent : batch) count *= extent;
  const auto stack = [&](const Variable& x, std::int64_t n, std::int64_t m) {
    std::vector<std::int64_t> shape = batch;
    shape.push_back(n);
    shape.push_back(m);
    return reshape(expand(x, shape), {count, n, m});
  };
  const Variable left = stack(self, rows, depth);
  const Variable right =
      stack(other.rank() == 1 ? unsqueeze(other, 1) : other, other_depth, columns);
  std::vector<std::int64_t> shape = batch;
  if (self.rank() > 1) shape.push_back(rows);
  if (other.rank() > 1) shape.push_back(columns);
  return unsafe_view(bmm(left, right), Shape(shape));
}

}  // namespace

Variable unsafe_view(const Variable& x, const Shape& shape) {
  Variable y(tensor::view(x.value(), shape), x.device());
  record(y, "UnsafeViewBackward0", {x}, {},
         [own = x.shape()](Backward& b) { b.give(0, reshape(b.grad(), own.extents())); });
  return y;
}

Shape stack_shape(const Variable& x) {
  const std::vector<std::int64_t>& extents = x.shape().extents();
  const std::ptrdiff_t own = std::min<std::ptrdiff_t>(2, std::ssize(extents));
  return Shape(std::vector<std::int64_t>(extents.begin(), extents.end() - own));
}

std::vector<std::int64_t> broadcast_batch(const Shape& a, const Shape& b) {
  const std::size_t rank = std::max(a.rank(), b.rank());
  std::vector<std::int64_t> extents(rank);
  for (std::size_t i = 0; i < rank; ++i) {
    const std::size_t from_end = rank - i;
    const std::int64_t x = from_end > a.rank() ? 1 : a[a.rank() - from_end];
    const std::int64_t y = from_end > b.rank() ? 1 : b[b.rank() - from_end];
    if (x != y && x != 1 && y != 1) {
      errors::raise(
          "The size of tensor a ({}) must match the size of tensor b ({}) at "
          "non-singleton dimension {}",
          x, y, static_cast<std::int64_t>(i));
    }
    extents[i] = x == 1 ? y : x;
  }
  return extents;
}

Variable mm(const Variable& self, const Variable& mat2) {
  if (self.rank() != 2) errors::raise("self must be a matrix");
  if (mat2.rank() != 2) errors::raise("mat2 must be a matrix");
  require_factors(self, mat2);
  require_one_dtype(self, mat2, "addmm_impl_cpu_");
  Variable y(ops::matrix_product(self.value(), mat2.value()), self.device());
  if (needs_history({self, mat2})) {
    const bool left_is_turned = is_turned(self);
    const bool right_is_turned = is_turned(mat2);
    record(y, "MmBackward0", {self, mat2}, {Saved(self), Saved(mat2)},
           [left_is_turned, right_is_turned](Backward& b) {
             if (b.wants(0)) b.give(0, gradient_of_left(b.grad(), b.saved(1), left_is_turned));
             if (b.wants(1)) b.give(1, gradient_of_right(b.grad(), b.saved(0), right_is_turned));
           });
  }
  return y;
}

Variable bmm(const Variable& self, const Variable& mat2) {
  require_batches(self, mat2);
  require_one_dtype(self, mat2, "bmm");
  Variable y(ops::stacked_product(self.value(), mat2.value()), self.device());
  record(y, "BmmBackward0", {self, mat2}, {Saved(self), Saved(mat2)}, [](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, bmm(grad, turned(b.saved(1))));
    if (b.wants(1)) b.give(1, bmm(turned(b.saved(0)), grad));
  });
  return y;
}

Variable mv(const Variable& self, const Variable& vec) {
  require_vector(self, vec, self.rank() == 2 ? self.shape()[0] : 0);
  require_one_dtype(self, vec, "addmv_impl_cpu");
  const Tensor product = ops::matrix_product(self.value(), tensor::unsqueeze(vec.value(), 1));
  Variable y(tensor::view(product, Shape({self.shape()[0]})), self.device());
  record(y, "MvBackward0", {self, vec}, {Saved(self), Saved(vec)}, [](Backward& b) {
    const Variable grad = b.grad();
    if (b.wants(0)) b.give(0, outer(grad, b.saved(1)));
    if (b.wants(1)) b.give(1, mv(turned(b.saved(0)), grad));
  });
  return y;
}

Variable dot(const Variable& self, const Variable& tensor) {
  return inner_product(self, tensor, "dot", "DotBackward0");
}

Variable matmul(const Variable& self, const Variable& other) {
  const std::size_t a = self.rank();
  const std::size_t b = other.rank();
  if (a == 0 || b == 0) {
    errors::raise("both arguments to matmul need to be at least 1D, but they are {}D and {}D",
                  static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
  }
  if (a == 1 && b == 1) return dot(self, other);
  if (a == 2 && b == 1) return mv(self, other);
  if (a == 1 && b == 2) return row_of(mm(unsqueeze(self, 0), other));
  if (a == 2 && b == 2) return mm(self, other);
  if (should_fold(self, b) || should_fold(other, a)) return folded_product(self, other);
  return stacked_product(self, other);
}

Variable linear(const Variable& input, const Variable& weight, const Variable& bias) {
  const Variable turned = t(weight);
  if (!bias) return matmul(input, turned);
  if (input.rank() == 2) return addmm(bias, input, turned);
  if (input.rank() == 3 && input.value().is_contiguous() && turned.rank() == 2) {
    const Shape& shape = input.shape();
    const Variable rows = view(input, {shape[0] * shape[1], shape[2]});
    return view(addmm(bias, rows, turned), {shape[0], shape[1], turned.shape()[1]});
  }
  return add(matmul(input, turned), bias);
}

std::span<const Row> linear_algebra_rows() {
  static constexpr Row kRows[] = {
      row<&matmul>("matmul(Tensor self, Tensor other) -> Tensor"),
      row<&matmul>("linalg_matmul(Tensor self, Tensor other) -> Tensor", Where::kInner),
      row<&mm>("mm(Tensor self, Tensor mat2) -> Tensor"),
      row<&bmm>("bmm(Tensor self, Tensor mat2) -> Tensor"),
      row<&mv>("mv(Tensor self, Tensor vec) -> Tensor"),
      row<&dot>("dot(Tensor self, Tensor tensor) -> Tensor"),
      row<&vdot>("vdot(Tensor self, Tensor other) -> Tensor"),
      row<&linear>("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor",
                   Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
