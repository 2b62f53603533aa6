// What adds a product of matrices to something: addmm and its kin.
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/linear_algebra_factors.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/matrix_product.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

/// Of self + mat1 mat2.
void require_dtypes_of_sum(const Variable& self, const Variable& mat1, const Variable& mat2) {
  if (self.dtype() != mat2.dtype()) errors::raise("self and mat2 must have the same dtype");
  if (mat1.dtype() != mat2.dtype()) errors::raise("mat1 and mat2 must have the same dtype");
  if (mat1.dtype() == DType::kBool) {
    errors::raise("\"addmm_impl_cpu_\" not implemented for 'Bool'");
  }
}

/// beta x, of the shape [m, n] or [stack, m, n] that x is broadcast to, to which products are
/// added. Whole numbers have whole factors.
Tensor start_of_sum(const Variable& x, const Shape& shape, const Scalar& beta) {
  const autograd::GradMode off(false);
  if (beta.number == 0) return tensor::full(shape, 0, x.dtype());
  const bool is_whole = !tensor::is_floating(x.dtype());
  const Variable scaled = times(x, is_whole ? whole(beta) : beta);
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
  const Variable scaled = times(a, is_whole ? whole(alpha) : alpha);
  ops::add_product(scaled.value(), b.value(), sum);
  return Variable(std::move(sum), self.device());
}

/// Throws Raised, in PyTorch's words, unless x can be expanded to the shape.
void require_expandable(const Variable& x, const Shape& shape) {
  const autograd::GradMode off(false);
  expand(x, shape.extents());
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

}  // namespace

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

std::span<const Row> product_sum_rows() {
  static constexpr Row kRows[] = {
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
  return kRows;
}

}  // namespace playground::operations
