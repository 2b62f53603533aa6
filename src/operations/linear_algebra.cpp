// Products of two matrices, of stacks of them and with vectors, and what adds something to one.
#include "operations/linear_algebra.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/kernels/reduce.hpp"
#include "ops/matrix_product.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::is_grad_enabled;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

/// The last two dimensions exchanged; recorded only if it must be.
Variable turned(const Variable& x) {
  if (is_grad_enabled()) return transposed(x);
  return Variable(tensor::transpose(x.value(), x.rank() - 2, x.rank() - 1), x.device());
}

Variable times(const Variable& x, const Scalar& factor) {
  return factor.number == 1 ? x : mul(x, factor);
}

void require_one_dtype(const Variable& a, const Variable& b, std::string_view name) {
  if (a.dtype() != b.dtype()) {
    errors::raise("expected scalar type {} but found {}", tensor::scalar_type_name(a.dtype()),
                  tensor::scalar_type_name(b.dtype()));
  }
  if (a.dtype() == DType::kBool) errors::raise("\"{}\" not implemented for 'Bool'", name);
}

/// Of self + mat1 mat2.
void require_dtypes_of_sum(const Variable& self, const Variable& mat1, const Variable& mat2) {
  if (self.dtype() != mat2.dtype()) errors::raise("self and mat2 must have the same dtype");
  if (mat1.dtype() != mat2.dtype()) errors::raise("mat1 and mat2 must have the same dtype");
  if (mat1.dtype() == DType::kBool) {
    errors::raise("\"addmm_impl_cpu_\" not implemented for 'Bool'");
  }
}

void require_factors(const Variable& mat1, const Variable& mat2) {
  if (mat1.shape()[1] == mat2.shape()[0]) return;
  errors::raise("mat1 and mat2 shapes cannot be multiplied ({})", shapes_of_factors(mat1, mat2));
}

/// Whether the columns of a matrix follow each other, as in the transposed one.
bool is_turned(const Variable& x) {
  const tensor::Strides strides = x.value().strides();
  return strides[0] == 1 && strides[1] == x.shape()[0] && x.shape()[0] != 1;
}

// The gradients of a product of two matrices, in the memory order of the factors: so that of a
// weight, which linear() turns, comes out row after row.
Variable gradient_of_left(const Variable& grad, const Variable& right, bool left_is_turned) {
  return left_is_turned ? turned(mm(right, turned(grad))) : mm(grad, turned(right));
}
Variable gradient_of_right(const Variable& grad, const Variable& left, bool right_is_turned) {
  return right_is_turned ? turned(mm(turned(grad), left)) : mm(turned(left), grad);
}

/// beta x, of the shape [m, n] or [stack, m, n] that x is broadcast to, to which products are
/// added. Whole numbers have whole factors.
Tensor start_of_sum(const Variable& x, const Shape& shape, const Scalar& beta) {
  const autograd::GradMode off(false);
  if (beta.number == 0) return tensor::full(shape, 0, x.dtype());
  const bool is_whole = !tensor::is_floating(x.dtype());
  const Variable scaled =
      times(x, is_whole ? Scalar(static_cast<std::int64_t>(beta.number)) : beta);
  const Tensor from = tensor::contiguous(scaled.value());
  // A row that is repeated: a bias.
  if (from.size() == static_cast<std::size_t>(shape[shape.rank() - 1]) &&
      from.shape().rank() == 1) {
    Tensor sum(shape, x.dtype());
    const std::size_t bytes = from.size() * tensor::item_size(x.dtype());
    const std::size_t count = sum.size() * tensor::item_size(x.dtype());
    for (std::size_t at = 0; at < count; at += bytes) {
      std::memcpy(sum.data() + at, from.data(), bytes);
    }
    return sum;
  }
  return tensor::expand(from, shape.extents()).clone();
}

/// start_of_sum + alpha a b.
Variable sum_with_product(const Variable& self, const Variable& a, const Variable& b,
                          const Shape& shape, const Scalar& beta, const Scalar& alpha) {
  Tensor sum = start_of_sum(self, shape, beta);
  const autograd::GradMode off(false);
  const bool is_whole = !tensor::is_floating(self.dtype());
  const Variable scaled =
      times(a, is_whole ? Scalar(static_cast<std::int64_t>(alpha.number)) : alpha);
  ops::add_product(scaled.value(), b.value(), sum);
  return Variable(std::move(sum), self.device());
}

/// Throws Raised, in PyTorch's words, unless x can be expanded to the shape.
void require_expandable(const Variable& x, const Shape& shape) {
  const autograd::GradMode off(false);
  expand(x, shape.extents());
}

void require_stacks(const Variable& batch1, const Variable& batch2) {
  if (batch1.rank() != 3) errors::raise("batch1 must be a 3D tensor");
  if (batch2.rank() != 3) errors::raise("batch2 must be a 3D tensor");
}
void require_batches(const Variable& batch1, const Variable& batch2) {
  require_stacks(batch1, batch2);
  const Shape& a = batch1.shape();
  const Shape& b = batch2.shape();
  if (a[0] == b[0] && a[2] == b[1]) return;
  errors::raise(
      "Expected size for first two dimensions of batch2 tensor to be: [{}, {}] but got: [{}, {}].",
      a[0], a[2], b[0], b[1]);
}

Variable baddbmm(const Variable& self, const Variable& batch1, const Variable& batch2,
                 const Scalar& beta, const Scalar& alpha) {
  require_stacks(batch1, batch2);
  const Shape shape({batch1.shape()[0], batch1.shape()[1], batch2.shape()[2]});
  require_expandable(self, shape);
  require_batches(batch1, batch2);
  require_one_dtype(batch1, batch2, "baddbmm");
  const Variable start = to_dtype(self, batch1.dtype());
  Variable y = sum_with_product(start, batch1, batch2, shape, beta, alpha);
  record(y, "BaddbmmBackward0", {self, batch1, batch2}, {Saved(batch1), Saved(batch2)},
         [beta, alpha](Backward& b) {
           const Variable grad = b.grad();
           b.give(0, times(grad, beta));
           if (b.wants(1)) b.give(1, times(bmm(grad, turned(b.saved(1))), alpha));
           if (b.wants(2)) b.give(2, times(bmm(turned(b.saved(0)), grad), alpha));
         });
  return y;
}

Variable addbmm(const Variable& self, const Variable& batch1, const Variable& batch2,
                const Scalar& beta, const Scalar& alpha) {
  require_stacks(batch1, batch2);
  const Shape shape({batch1.shape()[1], batch2.shape()[2]});
  require_expandable(self, shape);
  require_batches(batch1, batch2);
  require_dtypes_of_sum(self, batch1, batch2);
  // The products of all stacks are one of matrices that lie side by side.
  const std::size_t order[] = {1, 0, 2};
  const std::int64_t depth = batch1.shape()[0] * batch1.shape()[2];
  const Tensor left =
      tensor::reshape(tensor::permute(batch1.value(), order), Shape({shape[0], depth}));
  const Tensor right = tensor::reshape(batch2.value(), Shape({depth, shape[1]}));
  Variable y = sum_with_product(self, Variable(left, self.device()), Variable(right, self.device()),
                                shape, beta, alpha);
  record(y, "AddbmmBackward0", {self, batch1, batch2}, {Saved(batch1), Saved(batch2)},
         [beta, alpha](Backward& b) {
           const Variable grad = b.grad();
           b.give(0, times(grad, beta));
           const Variable batch1 = b.saved(0);
           const Variable batch2 = b.saved(1);
           const Variable each =
               expand(unsqueeze(grad, 0), {batch1.shape()[0], grad.shape()[0], grad.shape()[1]});
           if (b.wants(1)) b.give(1, times(bmm(each, turned(batch2)), alpha));
           if (b.wants(2)) b.give(2, times(bmm(turned(batch1), each), alpha));
         });
  return y;
}

void require_vector(const Variable& mat, const Variable& vec, std::int64_t size) {
  if (mat.rank() != 2 || vec.rank() != 1) {
    errors::raise("vector + matrix @ vector expected, got 1, {}, {}",
                  static_cast<std::int64_t>(mat.rank()), static_cast<std::int64_t>(vec.rank()));
  }
  if (mat.shape()[1] == vec.shape()[0] && (size == mat.shape()[0] || size == 1)) return;
  errors::raise("size mismatch, got {}, {}x{},{}", size, mat.shape()[0], mat.shape()[1],
                vec.shape()[0]);
}

Variable addmv(const Variable& self, const Variable& mat, const Variable& vec, const Scalar& beta,
               const Scalar& alpha) {
  require_vector(mat, vec, self.rank() == 0 ? 1 : self.shape()[0]);
  require_one_dtype(mat, vec, "addmv_impl_cpu");
  const Shape shape({mat.shape()[0]});
  const Variable column(tensor::unsqueeze(vec.value(), 1), vec.device());
  // As a column, to which each row of the matrix adds a number.
  const Tensor start = tensor::expand(to_dtype(self, mat.dtype()).value(), shape.extents());
  Variable y = sum_with_product(Variable(tensor::unsqueeze(start, 1), self.device()), mat, column,
                                Shape({shape[0], 1}), beta, alpha);
  y = Variable(tensor::view(y.value(), shape), self.device());
  record(y, "AddmvBackward0", {self, mat, vec}, {Saved(mat), Saved(vec)},
         [beta, alpha](Backward& b) {
           const Variable grad = b.grad();
           b.give(0, times(grad, beta));
           if (b.wants(1)) b.give(1, times(outer(grad, b.saved(1)), alpha));
           if (b.wants(2)) b.give(2, times(mv(turned(b.saved(0)), grad), alpha));
         });
  return y;
}

Variable addr(const Variable& self, const Variable& vec1, const Variable& vec2, const Scalar& beta,
              const Scalar& alpha) {
  if (vec1.rank() != 1) {
    errors::raise("addr: Expected 1-D argument vec1, but got {}-D",
                  static_cast<std::int64_t>(vec1.rank()));
  }
  if (vec2.rank() != 1) {
    errors::raise("addr: Expected 1-D argument vec2, but got {}-D",
                  static_cast<std::int64_t>(vec2.rank()));
  }
  const Shape shape({vec1.shape()[0], vec2.shape()[0]});
  require_expandable(self, shape);
  Variable y = [&] {
    const autograd::GradMode off(false);
    const Variable product = times(outer(vec1, vec2), alpha);
    return beta.number == 0 ? product : add(times(expand(self, shape.extents()), beta), product);
  }();
  record(y, "AddrBackward0", {self, vec1, vec2}, {Saved(vec1), Saved(vec2)},
         [beta, alpha](Backward& b) {
           const Variable grad = b.grad();
           b.give(0, times(grad, beta));
           if (b.wants(1)) b.give(1, times(mv(grad, b.saved(1)), alpha));
           if (b.wants(2)) b.give(2, times(mv(turned(grad), b.saved(0)), alpha));
         });
  return y;
}

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

std::string shapes_of_factors(const Variable& a, const Variable& b) {
  const auto text = [](const Variable& x) {
    return std::to_string(x.shape()[0]) + "x" + std::to_string(x.shape()[1]);
  };
  return text(a) + " and " + text(b);
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

Variable addmm(const Variable& self, const Variable& mat1, const Variable& mat2, const Scalar& beta,
               const Scalar& alpha) {
  if (mat1.rank() != 2) {
    errors::raise("mat1 must be a matrix, got {}-D tensor", static_cast<std::int64_t>(mat1.rank()));
  }
  if (mat2.rank() != 2) {
    errors::raise("mat2 must be a matrix, got {}-D tensor", static_cast<std::int64_t>(mat2.rank()));
  }
  require_factors(mat1, mat2);
  const Shape shape({mat1.shape()[0], mat2.shape()[1]});
  const bool is_row = self.rank() == 1 && self.shape()[0] == shape[1];
  if (!is_row) require_expandable(self, shape);
  require_dtypes_of_sum(self, mat1, mat2);
  Variable y = sum_with_product(self, mat1, mat2, shape, beta, alpha);
  if (needs_history({self, mat1, mat2})) {
    const bool left_is_turned = is_turned(mat1);
    const bool right_is_turned = is_turned(mat2);
    record(y, "AddmmBackward0", {self, mat1, mat2}, {Saved(mat1), Saved(mat2)},
           [beta, alpha, left_is_turned, right_is_turned](Backward& b) {
             const Variable grad = b.grad();
             b.give(0, times(grad, beta));
             if (b.wants(1)) {
               b.give(1, times(gradient_of_left(grad, b.saved(1), left_is_turned), alpha));
             }
             if (b.wants(2)) {
               b.give(2, times(gradient_of_right(grad, b.saved(0), right_is_turned), alpha));
             }
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
  static constexpr Row kProducts[] = {
      row<&matmul>("matmul(Tensor self, Tensor other) -> Tensor"),
      row<&matmul>("linalg_matmul(Tensor self, Tensor other) -> Tensor", Where::kInner),
      row<&mm>("mm(Tensor self, Tensor mat2) -> Tensor"),
      row<&bmm>("bmm(Tensor self, Tensor mat2) -> Tensor"),
      row<&mv>("mv(Tensor self, Tensor vec) -> Tensor"),
      row<&dot>("dot(Tensor self, Tensor tensor) -> Tensor"),
      row<&vdot>("vdot(Tensor self, Tensor other) -> Tensor"),
      row<&linear>("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor",
                   Where::kInner),
      row<&addmm>("addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) "
                  "-> Tensor"),
      row_in_place<&addmm>("addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, "
                           "Scalar alpha=1) -> Tensor(a!)"),
      row<&addmv>("addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> "
                  "Tensor"),
      row_in_place<&addmv>("addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, "
                           "Scalar alpha=1) -> Tensor(a!)"),
      row<&addr>("addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> "
                 "Tensor"),
      row_in_place<&addr>("addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, "
                          "Scalar alpha=1) -> Tensor(a!)"),
      row<&addbmm>("addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar "
                   "alpha=1) -> Tensor"),
      row_in_place<&addbmm>("addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar "
                            "beta=1, Scalar alpha=1) -> Tensor(a!)"),
      row<&baddbmm>("baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar "
                    "alpha=1) -> Tensor"),
      row_in_place<&baddbmm>("baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar "
                             "beta=1, Scalar alpha=1) -> Tensor(a!)"),
  };
  static const std::vector<Row> kRows = [] {
    std::vector<Row> rows(std::begin(kProducts), std::end(kProducts));
    for (const std::span<const Row> more :
         {contraction_rows(), einsum_rows(), decomposition_rows(), spectrum_rows()}) {
      rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
  }();
  return kRows;
}

}  // namespace playground::operations
