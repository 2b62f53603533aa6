// Inverses, determinants, solutions, and matrices taken apart.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/factorization.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

void require_matrices(const Variable& x, std::string_view name, std::string_view argument = "A") {
  if (x.rank() < 2) {
    errors::raise("{}: The input tensor {} must have at least 2 dimensions.", name, argument);
  }
  if (!tensor::is_floating(x.dtype())) {
    errors::raise("{}: Expected a floating point or complex tensor as input. Got {}", name,
                  tensor::scalar_type_name(x.dtype()));
  }
}

/// "(Batch element 1): " for a matrix of a stack.
std::string place(const Variable& x, const ops::Failure& failure) {
  if (x.rank() == 2) return "";
  return "(Batch element " + std::to_string(failure.matrix) + "): ";
}

/// 1 where column - row is at most `most`, or at least `least`; of [n, n].
Variable triangle(std::int64_t n, DType dtype, Device device, bool is_lower, double diagonal) {
  Tensor mask = tensor::full(Shape({n, n}), 0, DType::kFloat64);
  const std::span<double> values = mask.values<double>();
  for (std::int64_t i = 0; i < n; ++i) {
    for (std::int64_t j = 0; j < n; ++j) {
      if (i == j || (is_lower ? j < i : j > i)) {
        values[static_cast<std::size_t>(i * n + j)] = i == j ? diagonal : 1;
      }
    }
  }
  return Variable(tensor::to(mask, dtype), device);
}

Variable inverse_of(const Variable& a) {
  ops::Factored factored = ops::inverse(a.value());
  if (factored.failure) {
    errors::raise(
        "linalg.inv: {}The diagonal element {} is zero, the inversion could not be "
        "completed because the input matrix is singular.",
        place(a, *factored.failure), factored.failure->element);
  }
  Variable y(std::move(factored.result), a.device());
  record(y, "LinalgInvExBackward0", {a}, {Saved::output(y)}, [](Backward& b) {
    const Variable turned = transposed(b.saved(0));
    b.give(0, neg(matmul(turned, matmul(b.grad(), turned))));
  });
  return y;
}

/// What is left of a stack's matrices, with two dimensions of 1.
Variable beside_matrices(const Variable& x) { return unsqueeze(unsqueeze(x, -1), -1); }

Variable det(const Variable& a) {
  require_matrices(a, "linalg.det");
  require_square(a, "linalg.det");
  Variable y(ops::determinant(a.value()).value, a.device());
  record(y, "LinalgDetBackward0", {a}, {Saved(a), Saved::output(y)}, [](Backward& b) {
    const Variable a = b.saved(0);
    const Variable grad = beside_matrices(b.grad());
    if (autograd::is_grad_enabled()) {
      const Variable det = beside_matrices(b.saved(1));
      return b.give(0, mul(mul(grad, det), transposed(inverse_of(a))));
    }
    b.give(0, mul(grad, Variable(ops::cofactors(a.value()), a.device())));
  });
  return y;
}

std::tuple<Variable, Variable> slogdet(const Variable& a) {
  require_matrices(a, "linalg.slogdet");
  require_square(a, "linalg.slogdet");
  ops::Determinant determinant = ops::determinant(a.value());
  Variable sign(std::move(determinant.sign), a.device());
  Variable log_size(std::move(determinant.log_size), a.device());
  const Variable results[] = {sign, log_size};
  record(std::span<const Variable>(results), "LinalgSlogdetBackward0", autograd::Variables{a},
         {Saved(a)}, [](Backward& b) {
           if (!b.has_grad(1)) return;
           b.give(0, mul(beside_matrices(b.grad(1)), transposed(inverse_of(b.saved(0)))));
         });
  return {std::move(sign), std::move(log_size)};
}

Variable logdet(const Variable& a) {
  require_matrices(a, "logdet");
  require_square(a, "logdet");
  const auto [sign, log_size] = slogdet(a);
  const Variable nan = of_number(std::nan(""), a.device());
  return where(eq(sign, of_number(-1, a.device())), to_dtype(nan, a.dtype()), log_size);
}

// A vector, or a stack of them, is told by its shape.
bool is_vector(const Variable& a, const Variable& b) {
  const std::vector<std::int64_t>& extents = a.shape().extents();
  return b.rank() == 1 ||
         (a.rank() - 1 == b.rank() &&
          std::equal(b.shape().extents().begin(), b.shape().extents().end(), extents.begin()));
}

Variable solved(const Variable& a, const Variable& b) {
  const bool is_column = is_vector(a, b);
  const Variable right = is_column ? unsqueeze(b, -1) : b;
  require_matrices(right, "linalg.solve");
  const std::size_t rows = a.rank() - 2;
  if (a.shape()[rows] != right.shape()[right.rank() - 2]) {
    const auto text = [](const Variable& x) {
      return "(" + std::to_string(x.shape()[x.rank() - 2]) + "x" +
             std::to_string(x.shape()[x.rank() - 1]);
    };
    errors::raise("linalg.solve: Incompatible shapes of A and B for the equation AX = B {} and {})",
                  text(a), text(right).substr(1));
  }
  // Fewer dimensions are those of a matrix that is the same for all.
  const std::vector<std::int64_t> batch = broadcast_batch(stack_shape(a), stack_shape(right));
  const auto spread = [&batch](const Variable& x) {
    std::vector<std::int64_t> shape = batch;
    shape.insert(shape.end(), x.shape().extents().end() - 2, x.shape().extents().end());
    return tensor::expand(x.value(), shape);
  };
  const Tensor left = spread(a);
  const Tensor beside = spread(right);
  ops::Factored factored = ops::solution(left, beside);
  if (factored.failure) {
    errors::raise("torch.linalg.solve: {}The solver failed because the input matrix is singular.",
                  place(a, *factored.failure));
  }
  Tensor solution = std::move(factored.result);
  if (is_column) solution = tensor::squeeze(solution, solution.shape().rank() - 1);
  Variable x(std::move(solution), a.device());
  record(x, "LinalgSolveExBackward0", {a, b}, {Saved(a), Saved::output(x)},
         [is_column](Backward& b) {
           const auto matrix = [is_column](const Variable& v) {
             return is_column ? unsqueeze(v, -1) : v;
           };
           const Variable grad = solved(transposed(b.saved(0)), matrix(b.grad()));
           if (b.wants(0)) b.give(0, neg(matmul(grad, transposed(matrix(b.saved(1))))));
           if (b.wants(1)) b.give(1, is_column ? squeeze(grad, -1) : grad);
         });
  return x;
}

Variable solve(const Variable& a, const Variable& b, bool left) {
  require_matrices(a, "linalg.solve");
  require_square(a, "linalg.solve");
  if (a.dtype() != b.dtype()) {
    errors::raise(
        "linalg.solve: Expected A and B to have the same dtype, but found A of type {} "
        "and B of type {} instead",
        tensor::scalar_type_name(a.dtype()), tensor::scalar_type_name(b.dtype()));
  }
  if (left) return solved(a, b);
  return transposed(solved(transposed(a), transposed(b)));
}

Variable cholesky_of(const Variable& a, bool upper, std::string_view name) {
  require_matrices(a, name);
  require_square(a, name);
  const Tensor lower = upper ? tensor::transpose(a.value(), a.rank() - 2, a.rank() - 1) : a.value();
  ops::Factored factored = ops::cholesky(lower);
  if (factored.failure) {
    errors::raise(
        "{}: {}The factorization could not be completed because the input is not "
        "positive-definite (the leading minor of order {} is not positive-definite).",
        name, place(a, *factored.failure), factored.failure->element);
  }
  Variable l(std::move(factored.result), a.device());
  if (upper)
    l = Variable(tensor::contiguous(tensor::transpose(l.value(), a.rank() - 2, a.rank() - 1)),
                 a.device());
  record(l, "LinalgCholeskyExBackward0", {a}, {Saved::output(l)}, [upper](Backward& b) {
    // L⁻ᵀ sym(tril(Lᵀ grad), with half of the diagonal) L⁻¹
    const Variable l = upper ? transposed(b.saved(0)) : b.saved(0);
    const Variable grad = upper ? transposed(b.grad()) : b.grad();
    const std::int64_t n = l.shape()[l.rank() - 1];
    const Variable mask = triangle(n, l.dtype(), l.device(), true, 0.5);
    const Variable phi = mul(matmul(transposed(l), grad), mask);
    const Variable symmetric = mul(add(phi, transposed(phi)), Scalar(0.5));
    const Variable inner = transposed(solved(transposed(l), symmetric));
    b.give(0, transposed(solved(transposed(l), inner)));
  });
  return l;
}
Variable cholesky(const Variable& self, bool upper) { return cholesky_of(self, upper, "cholesky"); }
Variable linalg_cholesky(const Variable& self, bool upper) {
  return cholesky_of(self, upper, "linalg.cholesky");
}

std::tuple<Variable, Variable> qr_of(const Variable& a, bool is_complete) {
  require_matrices(a, "linalg.qr");
  const std::int64_t m = a.shape()[a.rank() - 2];
  const std::int64_t n = a.shape()[a.rank() - 1];
  ops::QR factors = ops::qr(a.value(), is_complete ? m : std::min(m, n));
  Variable q(std::move(factors.q), a.device());
  Variable r(std::move(factors.r), a.device());
  const Variable results[] = {q, r};
  record(std::span<const Variable>(results), "LinalgQrBackward0", autograd::Variables{a},
         {Saved::output(q, 0), Saved::output(r, 1)}, [m, n, is_complete](Backward& b) {
           if (m < n || (is_complete && m != n)) {
             errors::raise(
                 "The QR decomposition is not differentiable when mode='complete' and "
                 "nrows > ncols");
           }
           // (grad_q + q s) r⁻ᵀ, with s = t + tᵀ, half of its diagonal, of the upper triangle t of
           // grad_r rᵀ - qᵀ grad_q.
           const Variable q = b.saved(0);
           const Variable r = b.saved(1);
           Variable t = b.has_grad(1) ? matmul(b.grad(1), transposed(r)) : Variable();
           if (b.has_grad(0)) {
             const Variable of_q = neg(matmul(transposed(q), b.grad(0)));
             t = t ? add(t, of_q) : of_q;
           }
           t = mul(t, triangle(n, q.dtype(), q.device(), false, 0.5));
           Variable sum = matmul(q, add(t, transposed(t)));
           if (b.has_grad(0)) sum = add(sum, b.grad(0));
           b.give(0, transposed(solved(r, transposed(sum))));
         });
  return {std::move(q), std::move(r)};
}
std::tuple<Variable, Variable> linalg_qr(const Variable& a, const std::string& mode) {
  if (mode != "reduced" && mode != "complete") {
    errors::raise(
        "qr received unrecognized mode '{}' but expected one of 'reduced' (default), "
        "'r', or 'complete'",
        mode);
  }
  return qr_of(a, mode == "complete");
}
std::tuple<Variable, Variable> qr(const Variable& self, bool some) { return qr_of(self, !some); }

}  // namespace

void require_square(const Variable& x, std::string_view name) {
  const std::int64_t rows = x.shape()[x.rank() - 2];
  const std::int64_t columns = x.shape()[x.rank() - 1];
  if (rows == columns) return;
  errors::raise("{}: A must be batches of square matrices, but they are {} by {} matrices", name,
                rows, columns);
}

Variable inverse(const Variable& self) {
  require_matrices(self, "linalg.inv");
  require_square(self, "linalg.inv");
  return inverse_of(self);
}

Variable identity(std::int64_t size, DType dtype, Device device) {
  Tensor eye = tensor::full(Shape({size, size}), 0, DType::kFloat64);
  for (std::int64_t i = 0; i < size; ++i) {
    eye.values<double>()[static_cast<std::size_t>(i * size + i)] = 1;
  }
  return Variable(tensor::to(eye, dtype), device);
}

std::span<const Row> decomposition_rows() {
  static constexpr Row kRows[] = {
      row<&inverse>("inverse(Tensor self) -> Tensor"),
      row<&inverse>("linalg_inv(Tensor A) -> Tensor", Where::kInner),
      row<&det>("det(Tensor self) -> Tensor"),
      row<&det>("linalg_det(Tensor A) -> Tensor", Where::kInner),
      row<&slogdet>("slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)"),
      row<&slogdet>("linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)", Where::kInner),
      row<&logdet>("logdet(Tensor self) -> Tensor"),
      row<&solve>("linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor", Where::kInner),
      row<&cholesky>("cholesky(Tensor self, bool upper=False) -> Tensor"),
      row<&linalg_cholesky>("linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor",
                            Where::kInner),
      row<&linalg_qr>("linalg_qr(Tensor A, str mode='reduced') -> (Tensor Q, Tensor R)",
                      Where::kInner),
      row<&qr>("qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)"),
  };
  return kRows;
}

}  // namespace playground::operations
