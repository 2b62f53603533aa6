// Singular values, and what they tell of a matrix: its norms and its pseudo-inverse.
#include <cmath>
#include <cstdint>
#include <optional>
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
#include "ops/singular_values.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;
using OptionalDims = std::optional<Dims>;
using OptionalDType = std::optional<DType>;
using Three = std::tuple<Variable, Variable, Variable>;

// Source  torch/csrc/autograd/FunctionsManual.cpp, svd_backward, of real matrices.
Variable svd_gradient(Backward& b) {
  const Variable u = b.saved(0);
  const Variable s = b.saved(1);
  const Variable v = b.saved(2);
  const std::int64_t m = u.shape()[u.rank() - 2];
  const std::int64_t n = v.shape()[v.rank() - 2];
  const std::int64_t k = s.shape()[s.rank() - 1];
  const Variable eye = identity(k, s.dtype(), s.device());
  Variable inner;  // what is between u and vᵀ
  const auto add_to = [](Variable& sum, const Variable& x) { sum = sum ? add(sum, x) : x; };
  if (b.has_grad(1)) add_to(inner, mul(unsqueeze(b.grad(1), -1), eye));
  if (b.has_grad(0) || b.has_grad(2)) {
    const Variable column = unsqueeze(s, -1);
    const Variable row = unsqueeze(s, -2);
    // s_j² - s_i², and 1 on the diagonal, where what is divided is 0.
    const Variable gaps = add(mul(sub(row, column), add(row, column)), eye);
    const auto skew = [](const Variable& x) { return sub(x, transposed(x)); };
    if (b.has_grad(0)) {
      add_to(inner, mul(div(skew(matmul(transposed(u), b.grad(0))), gaps), row));
    }
    if (b.has_grad(2)) {
      add_to(inner, mul(column, div(skew(matmul(transposed(v), b.grad(2))), gaps)));
    }
  }
  Variable grad = matmul(matmul(u, inner), transposed(v));
  const auto beside = [](const Variable& basis, const Variable& x) {
    return sub(x, matmul(basis, matmul(transposed(basis), x)));
  };
  const Variable row = unsqueeze(s, -2);
  if (b.has_grad(0) && m > k) {
    grad = add(grad, matmul(div(beside(u, b.grad(0)), row), transposed(v)));
  }
  if (b.has_grad(2) && n > k) {
    grad = add(grad, matmul(u, transposed(div(beside(v, b.grad(2)), row))));
  }
  return grad;
}

void require_matrix(const Variable& a, std::string_view name) {
  if (a.rank() < 2) {
    errors::raise("{}: The input tensor A must have at least 2 dimensions.", name);
  }
  if (tensor::is_floating(a.dtype())) return;
  errors::raise("{}: Expected a floating point or complex tensor as input. Got {}", name,
                tensor::scalar_type_name(a.dtype()));
}

/// u, s and v of reduced shapes.
Three svd_of(const Variable& a, std::string_view name) {
  require_matrix(a, name);
  ops::SVD parts = ops::svd(a.value());
  Variable u(std::move(parts.u), a.device());
  Variable s(std::move(parts.s), a.device());
  Variable v(std::move(parts.v), a.device());
  const Variable results[] = {u, s, v};
  record(std::span<const Variable>(results), "LinalgSvdBackward0", autograd::Variables{a},
         {Saved::output(u, 0), Saved::output(s, 1), Saved::output(v, 2)},
         [](Backward& b) { b.give(0, svd_gradient(b)); });
  return {std::move(u), std::move(s), std::move(v)};
}

// `compute_uv` without u and v gives zeros, as PyTorch's deprecated function does.
Three svd(const Variable& self, bool some, bool compute_uv) {
  auto [u, s, v] = svd_of(self, "linalg.svd");
  if (!some && self.shape()[self.rank() - 2] != self.shape()[self.rank() - 1]) {
    errors::raise("svd: some=False is not there for matrices that are not square");
  }
  if (compute_uv) return {u, s, v};
  return {mul(u.detach(), Scalar(0)), s, mul(v.detach(), Scalar(0))};
}

Variable singular_values(const Variable& a, const std::optional<std::string>&) {
  return std::get<1>(svd_of(a, "linalg.svdvals"));
}

Variable pinverse(const Variable& self, double rcond) {
  if (self.rank() < 2 || !tensor::is_floating(self.dtype())) {
    errors::raise(
        "linalg.pinv({}{{}}): expected a tensor with 2 or more dimensions of float, "
        "double, cfloat or cdouble types",
        tensor::scalar_type_name(self.dtype()), to_string(self.shape()));
  }
  Variable y = [&] {
    const autograd::GradMode off(false);
    const auto [u, s, v] = svd_of(self, "linalg.pinv");
    const Variable bound = mul(amax(s, {-1}, true), Scalar(rcond));
    const Variable inverse = masked_fill(reciprocal(s), le(s, bound), 0);
    return matmul(mul(v, unsqueeze(inverse, -2)), transposed(u));
  }();
  // Source  torch/csrc/autograd/FunctionsManual.cpp, pinv_backward.
  record(y, "LinalgPinvBackward0", {self}, {Saved(self), Saved::output(y)}, [](Backward& b) {
    const Variable a = b.saved(0);
    const Variable inverse = b.saved(1);
    const Variable turned = transposed(inverse);
    const Variable grad = transposed(b.grad());
    if (a.shape()[a.rank() - 2] <= a.shape()[a.rank() - 1]) {
      const Variable k = matmul(grad, inverse);
      const Variable product = matmul(k, turned);
      const Variable first = sub(product, transposed(matmul(inverse, k)));
      const Variable second = matmul(matmul(a, inverse), product);
      const Variable third = matmul(matmul(turned, inverse), sub(grad, matmul(k, a)));
      return b.give(0, add(sub(first, second), third));
    }
    const Variable k = matmul(inverse, grad);
    const Variable product = matmul(turned, k);
    const Variable first = sub(product, transposed(matmul(k, inverse)));
    const Variable second = matmul(matmul(sub(grad, matmul(a, k)), inverse), turned);
    const Variable third = matmul(matmul(product, inverse), a);
    b.give(0, sub(add(first, second), third));
  });
  return y;
}

/// The two dimensions of a matrix as the last ones.
Variable with_matrix_last(const Variable& a, std::size_t rows, std::size_t columns) {
  Dims order;
  for (std::size_t dim = 0; dim < a.rank(); ++dim) {
    if (dim != rows && dim != columns) order.push_back(static_cast<std::int64_t>(dim));
  }
  order.push_back(static_cast<std::int64_t>(rows));
  order.push_back(static_cast<std::int64_t>(columns));
  return permute(a, order);
}

struct MatrixDims {
  std::size_t rows;
  std::size_t columns;
};
MatrixDims matrix_dims(const Variable& a, const Dims& dim) {
  require_matrix(a, "linalg.matrix_norm");
  if (dim.size() != 2) {
    errors::raise("linalg.matrix_norm: dim must be a 2-tuple. Got {}",
                  dim.empty() ? std::int64_t{0} : dim[0]);
  }
  const MatrixDims dims{wrapped(dim[0], a.rank()), wrapped(dim[1], a.rank())};
  if (dims.rows == dims.columns) {
    errors::raise("linalg.matrix_norm: dims must be different. Got ({}, {})", dim[0], dim[1]);
  }
  return dims;
}

/// With an extent of 1 in the two dimensions, if they are kept.
Variable kept(const Variable& norm, const MatrixDims& dims, bool keepdim) {
  if (!keepdim) return norm;
  const auto low = static_cast<std::int64_t>(std::min(dims.rows, dims.columns));
  const auto high = static_cast<std::int64_t>(std::max(dims.rows, dims.columns));
  return unsqueeze(unsqueeze(norm, low), high);
}

Variable matrix_norm(const Variable& self, const Scalar& ord, const Dims& dim, bool keepdim,
                     OptionalDType dtype) {
  const MatrixDims dims = matrix_dims(self, dim);
  const double size = std::fabs(ord.number);
  if (size != 1 && size != 2 && !std::isinf(size)) {
    if (ord.is_floating()) {
      errors::raise("linalg.matrix_norm: Order {} not supported.", ord.number);
    }
    errors::raise("linalg.matrix_norm: Order {} not supported.", ord.integer);
  }
  if (dtype) require_norm_dtype(self, *dtype, "linalg.matrix_norm");
  const Variable a =
      with_matrix_last(dtype ? to_dtype(self, *dtype) : self, dims.rows, dims.columns);
  const Variable sizes = size == 2   ? std::get<1>(svd_of(a, "linalg.svdvals"))
                         : size == 1 ? vector_norm(a, 1, {-2}, false)
                                     : vector_norm(a, 1, {-1}, false);
  const Variable norm = ord.number > 0 ? amax(sizes, {-1}, false) : amin(sizes, {-1}, false);
  return kept(norm, dims, keepdim);
}

Variable matrix_norm_named(const Variable& self, const std::string& ord, const Dims& dim,
                           bool keepdim, OptionalDType dtype) {
  const MatrixDims dims = matrix_dims(self, dim);
  if (ord != "fro" && ord != "nuc") {
    errors::raise("linalg.matrix_norm: Order {} not supported.", ord);
  }
  if (dtype) require_norm_dtype(self, *dtype, "linalg.matrix_norm");
  const Variable a = dtype ? to_dtype(self, *dtype) : self;
  if (ord == "fro") return linalg_vector_norm(a, 2, dim, keepdim, std::nullopt);
  const Variable last = with_matrix_last(a, dims.rows, dims.columns);
  return kept(sum(std::get<1>(svd_of(last, "linalg.svdvals")), {-1}), dims, keepdim);
}

void require_vector_or_matrix(const Variable& self, const OptionalDims& dim) {
  if (dim) {
    if (dim->size() == 1 || dim->size() == 2) return;
    errors::raise("linalg.norm: If dim is specified, it must be of length 1 or 2. Got {}",
                  to_string(Shape(*dim)));
  }
  if (self.rank() == 1 || self.rank() == 2) return;
  errors::raise(
      "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got "
      "{}D.",
      static_cast<std::int64_t>(self.rank()));
}

Variable linalg_norm(const Variable& self, const std::optional<Scalar>& ord,
                     const OptionalDims& dim, bool keepdim, OptionalDType dtype) {
  if (ord) require_vector_or_matrix(self, dim);
  if (ord && ((dim && dim->size() == 2) || (!dim && self.rank() == 2))) {
    return matrix_norm(self, *ord, dim.value_or(Dims{0, 1}), keepdim, dtype);
  }
  return linalg_vector_norm(self, ord.value_or(Scalar(2)), dim, keepdim, dtype);
}

Variable linalg_norm_named(const Variable& self, const std::string& ord, const OptionalDims& dim,
                           bool keepdim, OptionalDType dtype) {
  require_vector_or_matrix(self, dim);
  return matrix_norm_named(self, ord, dim.value_or(Dims{0, 1}), keepdim, dtype);
}

}  // namespace

std::span<const Row> spectrum_rows() {
  static constexpr Row kRows[] = {
      row<&svd>("svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, "
                "Tensor V)"),
      row<&singular_values>("linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor",
                            Where::kInner),
      row<&pinverse>("pinverse(Tensor self, float rcond=1e-15) -> Tensor"),
      row<&matrix_norm>("linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2,-1], bool "
                        "keepdim=False, *, ScalarType? dtype=None) -> Tensor",
                        Where::kInner),
      row<&matrix_norm_named>(
          "linalg_matrix_norm.str_ord(Tensor self, str ord='fro', int[] dim=[-2,-1], bool "
          "keepdim=False, *, ScalarType? dtype=None) -> Tensor",
          Where::kInner),
      row<&linalg_norm>("linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool "
                        "keepdim=False, *, ScalarType? dtype=None) -> Tensor",
                        Where::kInner),
      row<&linalg_norm_named>("linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool "
                              "keepdim=False, *, ScalarType? dtype=None) -> Tensor",
                              Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
