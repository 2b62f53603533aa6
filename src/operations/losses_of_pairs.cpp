// Losses that compose other operations: of two inputs that should be near or far, and of
// distributions.
#include <numbers>
#include <string_view>
#include <vector>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/losses.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

Variable number(double value, const Variable& beside) {
  return of_number(Scalar(value), beside.device());
}

/// x log(x), which is 0 at 0.
Variable x_log_x(const Variable& x) {
  const Variable positive = masked_fill(x, eq(x, number(0, x)), 1);
  return mul(positive, log(positive));
}

// target log(target) - target input, or, of a target that is a logarithm, e^target (target -
// input).
Variable kl_div(const Variable& self, const Variable& target, std::int64_t reduction,
                bool log_target) {
  const Variable losses =
      log_target ? mul(exp(target), sub(target, self)) : sub(x_log_x(target), mul(target, self));
  return reduced_loss(losses, reduction_of(reduction));
}

Variable poisson_nll_loss(const Variable& input, const Variable& target, bool log_input, bool full,
                          double eps, std::int64_t reduction) {
  Variable loss = log_input ? sub(exp(input), mul(target, input))
                            : sub(input, mul(target, log(add(input, Scalar(eps)))));
  if (full) {
    // Stirling's approximation of log target!
    const Variable stirling = add(sub(mul(target, log(target)), target),
                                  mul(log(mul(target, Scalar(2 * std::numbers::pi))), Scalar(0.5)));
    loss = add(loss, masked_fill(stirling, le(target, number(1, target)), 0));
  }
  return reduced_loss(loss, reduction_of(reduction));
}

Variable hinge_embedding_loss(const Variable& self, const Variable& target, double margin,
                              std::int64_t reduction) {
  const Variable zeros = zeros_like(self);
  const Variable far = at_least(add(neg(self), Scalar(margin)), 0);
  const Variable of_far = where(ne(target, number(1, target)), far, zeros);
  const Variable of_near = where(ne(target, number(-1, target)), self, zeros);
  return reduced_loss(add(of_far, of_near), reduction_of(reduction));
}

Variable margin_ranking_loss(const Variable& input1, const Variable& input2, const Variable& target,
                             double margin, std::int64_t reduction) {
  const Variable losses = at_least(add(mul(neg(target), sub(input1, input2)), Scalar(margin)), 0);
  return reduced_loss(losses, reduction_of(reduction));
}

Variable cosine_embedding_loss(const Variable& input1, const Variable& input2,
                               const Variable& target, double margin, std::int64_t reduction) {
  if (target.rank() > 1) {
    errors::raise("0D or 1D target tensor expected, multi-target not supported");
  }
  const std::size_t rank = target.rank() + 1;
  if (input1.rank() != rank || input2.rank() != rank) {
    errors::raise(
        "{}D target tensor expects {}D input tensors, but found inputs with sizes {} and "
        "{}.",
        static_cast<std::int64_t>(target.rank()), static_cast<std::int64_t>(rank),
        to_string(input1.shape()), to_string(input2.shape()));
  }
  const auto dim = static_cast<std::int64_t>(target.rank());
  const auto square = [dim](const Variable& x) {
    return add(sum(mul(x, x), {dim}), Scalar(1e-12));
  };
  const Variable product = sum(mul(input1, input2), {dim});
  const Variable cosine = div(product, sqrt(mul(square(input1), square(input2))));
  const Variable zeros = zeros_like(cosine);
  const Variable near = add(neg(cosine), Scalar(1));
  const Variable far = at_least(add(cosine, Scalar(-margin)), 0);
  const Variable losses = add(where(eq(target, number(1, target)), near, zeros),
                              where(eq(target, number(-1, target)), far, zeros));
  return reduced_loss(losses, reduction_of(reduction));
}

Variable triplet_margin_loss(const Variable& anchor, const Variable& positive,
                             const Variable& negative, double margin, double p, double eps,
                             bool swap, std::int64_t reduction) {
  if (anchor.rank() != positive.rank() || positive.rank() != negative.rank()) {
    errors::raise(
        "The anchor, positive, and negative tensors are expected to have the same number "
        "of dimensions, but got: anchor {}D, positive {}D, and negative {}D inputs",
        static_cast<std::int64_t>(anchor.rank()), static_cast<std::int64_t>(positive.rank()),
        static_cast<std::int64_t>(negative.rank()));
  }
  const Variable near = pairwise_distance(anchor, positive, p, eps, false);
  Variable far = pairwise_distance(anchor, negative, p, eps, false);
  if (swap) far = minimum(far, pairwise_distance(positive, negative, p, eps, false));
  const Variable losses = at_least(sub(add(near, Scalar(margin)), far), 0);
  return reduced_loss(losses, reduction_of(reduction));
}

}  // namespace

std::span<const Row> pair_loss_rows() {
  static constexpr Row kRows[] = {
      row<&kl_div>("kl_div(Tensor self, Tensor target, int reduction=Mean, *, bool "
                   "log_target=False) -> Tensor",
                   Where::kFunction),
      row<&poisson_nll_loss>("poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool "
                             "full, float eps, int reduction) -> Tensor",
                             Where::kFunction),
      row<&hinge_embedding_loss>("hinge_embedding_loss(Tensor self, Tensor target, float "
                                 "margin=1.0, int reduction=Mean) -> Tensor",
                                 Where::kFunction),
      row<&margin_ranking_loss>("margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, "
                                "float margin=0.0, int reduction=Mean) -> Tensor",
                                Where::kFunction),
      row<&cosine_embedding_loss>(
          "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, "
          "int reduction=Mean) -> Tensor",
          Where::kFunction),
      row<&triplet_margin_loss>(
          "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, "
          "float p=2, float eps=1e-06, bool swap=False, int reduction=Mean) -> Tensor",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
