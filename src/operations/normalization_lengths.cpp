// What limits or takes out the length of slices: renorm and weight_norm.
#include <cstdint>
#include <tuple>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;

Dims dims_but(const Variable& x, std::size_t kept) {
  Dims dims;
  for (std::size_t dim = 0; dim < x.rank(); ++dim) {
    if (dim != kept) dims.push_back(static_cast<std::int64_t>(dim));
  }
  return dims;
}

/// What is added to a length that is divided by.
constexpr double kRenormEpsilon = 1e-7;

Variable renorm(const Variable& self, const Scalar& p, std::int64_t dim, const Scalar& maxnorm) {
  if (p.number <= 0) errors::raise("renorm: non-positive-norm not supported");
  if (maxnorm.number < 0) {
    errors::raise("renorm: expected maxnorm to be >= 0 but got {}", maxnorm.number);
  }
  if (self.rank() < 2) {
    errors::raise("renorm: input needs at least 2 dimensions, got {} dimensions",
                  static_cast<std::int64_t>(self.rank()));
  }
  const Dims others = dims_but(self, wrapped(dim, self.rank()));
  const auto is_longer = [maxnorm](const Variable& norm) {
    return gt(norm, of_number(maxnorm, norm.device()));
  };
  Variable y = [&] {
    const autograd::GradMode off(false);
    const Variable norm = vector_norm(self, p.number, others, true);
    const Variable factor =
        mul(reciprocal(add(norm, Scalar(kRenormEpsilon))), Scalar(maxnorm.number));
    return mul(self, masked_fill(factor, logical_not(is_longer(norm)), 1));
  }();
  record(y, "RenormBackward0", {self}, {Saved(self)},
         [p = p.number, others, maxnorm = maxnorm.number, is_longer](Backward& b) {
           const Variable grad = b.grad();
           const Variable self = b.saved(0);
           const Variable norm = vector_norm(self, p, others, true);
           const Variable inverse = reciprocal(add(norm, Scalar(kRenormEpsilon)));
           const Variable product = sum(mul(self, grad), others, true);
           const Variable of_norm = norm_gradient(product, self, norm, p, others);
           const Variable limited =
               mul(mul(inverse, Scalar(maxnorm)), sub(grad, mul(inverse, of_norm)));
           b.give(0, where(is_longer(norm), limited, grad));
         });
  return y;
}

/// v g / |v|, each slice of v along the dimension having a length of its own.
std::tuple<Variable, Variable> weight_norm_interface(const Variable& v, const Variable& g,
                                                     std::int64_t dim) {
  const Dims others = dims_but(v, wrapped(dim, v.rank()));
  Variable norm;
  Variable w = [&] {
    const autograd::GradMode off(false);
    norm = vector_norm(v, 2, others, true);
    return mul(v, div(g, norm));
  }();
  record(w, "WeightNormInterfaceBackward0", {v, g}, {Saved(v), Saved(g)}, [others](Backward& b) {
    const Variable grad = b.grad();
    const Variable v = b.saved(0);
    const Variable g = b.saved(1);
    const Variable norm = vector_norm(v, 2, others, true);
    const Variable product = sum(mul(grad, v), others, true);
    if (b.wants(0)) {
      const Variable along = mul(v, div(product, mul(norm, norm)));
      b.give(0, mul(div(g, norm), sub(grad, along)));
    }
    if (b.wants(1)) b.give(1, div(product, norm));
  });
  return {w, norm};
}

Variable weight_norm(const Variable& v, const Variable& g, std::int64_t dim) {
  return std::get<0>(weight_norm_interface(v, g, dim));
}

Variable norm_except_dim(const Variable& v, std::int64_t pow, std::int64_t dim) {
  if (dim == -1) return vector_norm(v, static_cast<double>(pow), {}, false);
  return vector_norm(v, static_cast<double>(pow), dims_but(v, wrapped(dim, v.rank())), true);
}

}  // namespace

std::span<const Row> length_norm_rows() {
  static constexpr Row kRows[] = {
      row<&renorm>("renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor"),
      row_in_place<&renorm>(
          "renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)"),
      row<&weight_norm>("_weight_norm(Tensor v, Tensor g, int dim=0) -> Tensor", Where::kFunction),
      row<&weight_norm_interface>(
          "_weight_norm_interface(Tensor v, Tensor g, int dim=0) -> (Tensor, Tensor)",
          Where::kFunction),
      row<&norm_except_dim>("norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor",
                            Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
