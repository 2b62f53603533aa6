// Lengths of vectors and distances between them.
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/reductions.hpp"
#include "operations/reductions_dims.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/reduction.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;
using OptionalScalar = std::optional<Scalar>;
using OptionalDType = std::optional<DType>;

std::vector<std::int64_t> dims_of(const Reduced& reduced) {
  std::vector<std::int64_t> dims;
  for (std::size_t dim = 0; dim < reduced.size(); ++dim) {
    if (reduced[dim]) dims.push_back(static_cast<std::int64_t>(dim));
  }
  return dims;
}

void require_floating(const Variable& self) {
  if (tensor::is_floating(self.dtype())) return;
  errors::raise("norm(): input dtype should be either floating point or complex. Got {} instead.",
                tensor::scalar_type_name(self.dtype()));
}

Variable norm_over(const Variable& self, double p, const Reduced& reduced, bool keepdim,
                   std::string_view node) {
  Variable y = result_of(ops::vector_norm(self.value(), reduced, p), self, reduced, keepdim);
  if (needs_history({self})) {
    record(y, node, {self}, {Saved(self), Saved::output(y)}, [p, reduced](Backward& b) {
      const Variable x = b.saved(0);
      const Variable grad =
          norm_gradient(with_ones(b.grad(), x.shape(), reduced), x,
                        with_ones(b.saved(1), x.shape(), reduced), p, dims_of(reduced));
      if (grad) b.give(0, grad);
    });
  }
  return y;
}

double order_of(const OptionalScalar& p) { return p ? p->number : 2; }

Variable norm_scalar(const Variable& self, const Scalar& p) {
  require_floating(self);
  return norm_over(self, p.number, Reduced(self.rank(), true), false, "NormBackward0");
}
Variable norm_dim(const Variable& self, const OptionalScalar& p, const Dims& dims, bool keepdim) {
  require_floating(self);
  return norm_over(self, order_of(p), reduced_dims(self, dims), keepdim, "NormBackward1");
}
void require_floating_result(DType dtype) {
  if (tensor::is_floating(dtype)) return;
  errors::raise(
      "norm(): the desired output dtype should be either floating point or complex. Got {} "
      "instead.",
      tensor::scalar_type_name(dtype));
}
Variable norm_dtype(const Variable& self, const OptionalScalar& p, DType dtype) {
  require_floating_result(dtype);
  return norm_over(to_dtype(self, dtype), order_of(p), Reduced(self.rank(), true), false,
                   "NormBackward2");
}
Variable norm_dim_dtype(const Variable& self, const OptionalScalar& p, const Dims& dims,
                        bool keepdim, DType dtype) {
  require_floating_result(dtype);
  return norm_over(to_dtype(self, dtype), order_of(p), reduced_dims(self, dims), keepdim,
                   "NormBackward3");
}

// norm(2) over one dimension or none; a matrix's is the root of a sum, as PyTorch has it.
Variable frobenius_norm_dim(const Variable& self, const Dims& dims, bool keepdim) {
  if (dims.size() > 2) {
    errors::raise("Expected at most 2 dimensions, but got {} dimensions instead.",
                  static_cast<std::int64_t>(dims.size()));
  }
  if (dims.size() <= 1) {
    require_floating(self);
    return norm_over(self, 2, reduced_dims(self, dims), keepdim, "NormBackward1");
  }
  return sqrt(sum(mul(self, self), dims, keepdim));
}
Variable frobenius_norm(const Variable& self) {
  require_floating(self);
  return norm_over(self, 2, Reduced(self.rank(), true), false, "NormBackward1");
}

Variable dist(const Variable& self, const Variable& other, const Scalar& p) {
  const Variable difference = [&] {
    const autograd::GradMode off(false);
    return sub(self, other);
  }();
  require_floating(difference);
  const Reduced all(difference.rank(), true);
  Variable y(ops::vector_norm(tensor::contiguous(difference.value()), all, p.number),
             self.device());
  record(y, "DistBackward0", {self, other}, {Saved(self), Saved(other), Saved::output(y)},
         [p = p.number](Backward& b) {
           const Variable difference = sub(b.saved(0), b.saved(1));
           const Variable grad = norm_gradient(b.grad(), difference, b.saved(2), p, {});
           if (!grad) return;
           b.give(0, grad);
           b.give(1, neg(grad));
         });
  return y;
}

Variable cosine_similarity(const Variable& x1, const Variable& x2, std::int64_t dim, double eps) {
  const DType common = result_type({x1, x2});
  if (!tensor::is_floating(common)) {
    errors::raise("expected common dtype to be floating point, yet common dtype is {}",
                  tensor::scalar_type_name(common));
  }
  const auto scaled = [&](const Variable& x, const Variable& length) {
    return div(x, clamp(length, Scalar(eps), std::nullopt));
  };
  const Variable a_length = vector_norm(to_dtype(x1, common), 2, {dim}, true);
  const Variable b_length = vector_norm(to_dtype(x2, common), 2, {dim}, true);
  return sum(mul(scaled(x1, a_length), scaled(x2, b_length)), {dim});
}

// The distances of each row of x1 from each of x2: [..., n, m] and [..., k, m] give [..., n, k].
Variable cdist(const Variable& x1, const Variable& x2, double p, std::optional<std::int64_t>) {
  if (!tensor::is_floating(x1.dtype()) || !tensor::is_floating(x2.dtype())) {
    const bool is_first = !tensor::is_floating(x1.dtype());
    errors::raise("cdist only supports floating-point dtypes, {} got: {}", is_first ? "X1" : "X2",
                  tensor::scalar_type_name(is_first ? x1.dtype() : x2.dtype()));
  }
  if (x1.rank() < 2) errors::raise("X1 must have at least two dimensions");
  if (x2.rank() < 2) errors::raise("X2 must have at least two dimensions");
  const std::int64_t columns = x1.shape()[x1.rank() - 1];
  if (columns != x2.shape()[x2.rank() - 1]) {
    errors::raise("X1 and X2 must have the same number of columns. X1: {} X2: {}", columns,
                  x2.shape()[x2.rank() - 1]);
  }
  if (p < 0) errors::raise("cdist only supports non-negative p values");
  const auto differences = [](const Variable& a, const Variable& b) {
    return sub(unsqueeze(a, -2), unsqueeze(b, -3));
  };
  Variable y = [&] {
    const autograd::GradMode off(false);
    return vector_norm(differences(x1, x2), p, {-1}, false);
  }();
  record(y, "CdistBackward0", {x1, x2}, {Saved(x1), Saved(x2), Saved::output(y)},
         [p, differences](Backward& b) {
           const Variable difference = differences(b.saved(0), b.saved(1));
           Variable grad = norm_gradient(unsqueeze(b.grad(), -1), difference,
                                         unsqueeze(b.saved(2), -1), p, {-1});
           if (!grad) return;
           if (b.wants(0)) b.give(0, sum(grad, {-2}));
           if (b.wants(1)) b.give(1, neg(sum(grad, {-3})));
         });
  return y;
}

}  // namespace

// Source  torch/csrc/autograd/FunctionsManual.cpp, norm_backward. grad and norm have an extent of 1
// for each reduced dimension.
Variable norm_gradient(const Variable& grad, const Variable& x, const Variable& norm, double p,
                       const Dims& dims) {
  const Variable zero = of_number(0, x.device());
  if (p == 0) return Variable();  // none
  if (p == 1) return mul(sign(x), grad);
  if (p == 2) return mul(grad, masked_fill(div(x, norm), eq(norm, zero), 0));
  if (std::isinf(p)) {
    const Variable size = abs(x);
    const Variable is_number = eq(size, size);
    const Variable is_extreme =
        to_dtype(where(is_number, eq(size, norm), ne(size, size)), x.dtype());
    const Variable count = sum(is_extreme, dims, true);
    return mul(sign(x), mul(div(grad, count), is_extreme));
  }
  if (p < 1) {
    const Variable slope = mul(sign(x), masked_fill(pow(abs(x), Scalar(p - 1)), eq(x, zero), 0));
    return mul(mul(slope, grad), pow(norm, Scalar(1 - p)));
  }
  const Variable slope =
      p < 2 ? mul(sign(x), pow(abs(x), Scalar(p - 1))) : mul(x, pow(abs(x), Scalar(p - 2)));
  const Variable scale = div(grad, pow(norm, Scalar(p - 1)));
  return mul(slope, masked_fill(scale, eq(norm, zero), 0));
}

void require_norm_dtype(const Variable& self, DType dtype, std::string_view name) {
  if (!tensor::is_floating(dtype)) {
    errors::raise("{}: dtype should be floating point or complex, but got {}", name,
                  tensor::scalar_type_name(dtype));
  }
  if (self.dtype() == DType::kFloat64 && dtype == DType::kFloat32) {
    errors::raise(
        "{}: the dtype of the input ({}) should be convertible without narrowing to the specified "
        "dtype ({})",
        name, tensor::scalar_type_name(self.dtype()), tensor::scalar_type_name(dtype));
  }
}

Variable vector_norm(const Variable& self, double p, const Dims& dims, bool keepdim) {
  require_floating(self);
  return norm_over(self, p, reduced_dims(self, dims), keepdim, "NormBackward1");
}

Variable linalg_vector_norm(const Variable& self, const Scalar& ord,
                            const std::optional<Dims>& dims, bool keepdim,
                            std::optional<DType> dtype) {
  if (!tensor::is_floating(self.dtype())) {
    errors::raise(
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got "
        "{}",
        tensor::scalar_type_name(self.dtype()));
  }
  if (dtype) require_norm_dtype(self, *dtype, "linalg.vector_norm");
  const Variable x = dtype ? to_dtype(self, *dtype) : self;
  const Reduced reduced = reduced_dims(self, dims);
  const bool has_no_identity = ord.number < 0 || std::isinf(ord.number);
  if (has_no_identity && ops::reduced_count(self.shape(), reduced) == 0 && self.size() == 0) {
    errors::raise(
        "linalg.vector_norm cannot compute the {} norm on an empty tensor because the "
        "operation does not have an identity",
        ord.number);
  }
  return norm_over(x, ord.number, reduced, keepdim, "LinalgVectorNormBackward0");
}

Variable pairwise_distance(const Variable& x1, const Variable& x2, double p, double eps,
                           bool keepdim) {
  return vector_norm(add(sub(x1, x2), Scalar(eps)), p, {-1}, keepdim);
}

std::span<const Row> norm_rows() {
  static constexpr Row kRows[] = {
      row<&norm_dtype>("norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> "
                       "Tensor"),
      row<&norm_scalar>("norm.Scalar(Tensor self, Scalar p=2) -> Tensor"),
      row<&norm_dim_dtype>("norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool "
                           "keepdim, *, ScalarType dtype) -> Tensor"),
      row<&norm_dim>("norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) "
                     "-> Tensor"),
      row<&frobenius_norm>("frobenius_norm(Tensor self) -> Tensor", Where::kFunction),
      row<&frobenius_norm_dim>(
          "frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor",
          Where::kFunction),
      row<&linalg_vector_norm>("linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, "
                               "bool keepdim=False, *, ScalarType? dtype=None) -> Tensor",
                               Where::kInner),
      row<&dist>("dist(Tensor self, Tensor other, Scalar p=2) -> Tensor"),
      row<&cdist>("cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor",
                  Where::kFunction),
      row<&cosine_similarity>(
          "cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor",
          Where::kFunction),
      row<&pairwise_distance>("pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, "
                              "bool keepdim=False) -> Tensor",
                              Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
