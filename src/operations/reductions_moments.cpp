// Variances and standard deviations, and the same with the mean beside them.
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/reductions_dims.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/reduction.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

/// What is divided by is n - correction.
using Correction = std::optional<std::int64_t>;

void require_floating(const Variable& self, std::string_view name) {
  if (tensor::is_floating(self.dtype())) return;
  errors::raise("{} only support floating point and complex dtypes", name);
}

// d variance / d x = 2 (x - mean) / (n - correction).
Variable variance_gradient(const Variable& grad, const Variable& x, const Reduced& reduced,
                           double correction) {
  const auto count = static_cast<double>(ops::reduced_count(x.shape(), reduced));
  const Variable scaled = mul(grad, Scalar(2 / (count - correction)));
  std::vector<std::int64_t> dims;
  for (std::size_t dim = 0; dim < reduced.size(); ++dim) {
    if (reduced[dim]) dims.push_back(static_cast<std::int64_t>(dim));
  }
  return mul(spread(scaled, x.shape(), reduced), sub(x, mean(x, dims, true)));
}

// That of the deviation, by that of the variance: 0 where the deviation is 0.
Variable deviation_gradient(const Variable& grad, const Variable& deviation) {
  const Variable twice = mul(deviation, Scalar(2));
  return masked_fill(div(grad, twice), eq(deviation, of_number(0, deviation.device())), 0);
}

Variable root(const Variable& x) {
  const autograd::GradMode off(false);
  return sqrt(x);
}

Variable spread_of(const Variable& self, const Reduced& reduced, double correction, bool keepdim,
                   bool is_deviation) {
  require_floating(self, "std and var");
  ops::Moments moments = ops::moments(self.value(), reduced, correction);
  Variable y = result_of(std::move(moments.variance), self, reduced, keepdim);
  if (is_deviation) y = root(y);
  std::vector<Saved> saved{Saved(self)};
  if (is_deviation) saved.push_back(Saved::output(y));
  record(y, is_deviation ? "StdBackward0" : "VarBackward0", {self}, saved,
         [reduced, correction, is_deviation](Backward& b) {
           Variable grad = b.grad();
           if (is_deviation) grad = deviation_gradient(grad, b.saved(1));
           b.give(0, variance_gradient(grad, b.saved(0), reduced, correction));
         });
  return y;
}

using Pair = std::tuple<Variable, Variable>;

Pair spread_and_mean(const Variable& self, const Reduced& reduced, double correction, bool keepdim,
                     bool is_deviation) {
  require_floating(self, is_deviation ? "std_mean" : "var_mean");
  ops::Moments moments = ops::moments(self.value(), reduced, correction);
  Variable y = result_of(std::move(moments.variance), self, reduced, keepdim);
  if (is_deviation) y = root(y);
  Variable centre = result_of(std::move(moments.mean), self, reduced, keepdim);
  const Variable results[] = {y, centre};
  std::vector<Saved> saved{Saved(self)};
  if (is_deviation) saved.push_back(Saved::output(y));
  record(std::span<const Variable>(results), is_deviation ? "StdMeanBackward0" : "VarMeanBackward0",
         autograd::Variables{self}, saved, [reduced, correction, is_deviation](Backward& b) {
           const Variable x = b.saved(0);
           Variable total;
           if (b.has_grad(0)) {
             Variable grad = b.grad(0);
             if (is_deviation) grad = deviation_gradient(grad, b.saved(1));
             total = variance_gradient(grad, x, reduced, correction);
           }
           if (b.has_grad(1)) {
             const auto count = static_cast<double>(ops::reduced_count(x.shape(), reduced));
             const Variable share = spread(div(b.grad(1), Scalar(count)), x.shape(), reduced);
             total = total ? add(total, share) : share;
           }
           if (total) b.give(0, total);
         });
  return {std::move(y), std::move(centre)};
}

double correction_of(bool unbiased) { return unbiased ? 1 : 0; }
double correction_of(Correction correction) { return static_cast<double>(correction.value_or(1)); }

template <bool kDeviation>
Variable all(const Variable& self, bool unbiased) {
  return spread_of(self, Reduced(self.rank(), true), correction_of(unbiased), false, kDeviation);
}
template <bool kDeviation>
Variable dims(const Variable& self, const OptionalDims& dims, bool unbiased, bool keepdim) {
  return spread_of(self, reduced_dims(self, dims), correction_of(unbiased), keepdim, kDeviation);
}
template <bool kDeviation>
Variable corrected(const Variable& self, const OptionalDims& dims, Correction correction,
                   bool keepdim) {
  return spread_of(self, reduced_dims(self, dims), correction_of(correction), keepdim, kDeviation);
}
template <bool kDeviation>
Pair all_with_mean(const Variable& self, bool unbiased) {
  return spread_and_mean(self, Reduced(self.rank(), true), correction_of(unbiased), false,
                         kDeviation);
}
template <bool kDeviation>
Pair dims_with_mean(const Variable& self, const OptionalDims& dims, bool unbiased, bool keepdim) {
  return spread_and_mean(self, reduced_dims(self, dims), correction_of(unbiased), keepdim,
                         kDeviation);
}
template <bool kDeviation>
Pair corrected_with_mean(const Variable& self, const OptionalDims& dims, Correction correction,
                         bool keepdim) {
  return spread_and_mean(self, reduced_dims(self, dims), correction_of(correction), keepdim,
                         kDeviation);
}

// The covariances of rows, of which a vector is one; weights say how often, or how much, each
// column counts.
Variable cov(const Variable& self, std::int64_t correction, const Variable& fweights,
             const Variable& aweights) {
  if (self.rank() > 2) {
    errors::raise(
        "cov(): expected input to have two or fewer dimensions but got an input with {} "
        "dimensions",
        static_cast<std::int64_t>(self.rank()));
  }
  if (self.dtype() == DType::kBool) {
    errors::raise("cov(): bool dtype is not supported for input");
  }
  const Variable rows = self.rank() < 2 ? reshape(self, {1, -1}) : self;
  const std::int64_t count = rows.shape()[1];
  const auto require_weights = [count](const Variable& weights, std::string_view name) {
    if (!weights) return;
    if (weights.rank() > 1) {
      errors::raise(
          "cov(): expected {} to have one or fewer dimensions but got {} with {} "
          "dimensions",
          name, name, static_cast<std::int64_t>(weights.rank()));
    }
    if (static_cast<std::int64_t>(weights.size()) == count) return;
    errors::raise(
        "cov(): expected {} to have the same numel as there are observations in the "
        "input but got {} != {}",
        name, static_cast<std::int64_t>(weights.size()), count);
  };
  require_weights(fweights, "fweights");
  require_weights(aweights, "aweights");
  Variable weights = fweights;
  if (aweights) weights = weights ? mul(fweights, aweights) : aweights;
  const Variable total =
      weights ? sum(weights) : of_number(Scalar(static_cast<double>(count)), self.device());
  const Variable average = weights ? div(sum(mul(rows, weights), {1}), total)
                                   : div(sum(rows, {1}), Scalar(static_cast<double>(count)));
  const Variable factor = [&] {
    const autograd::GradMode off(false);
    const Variable left = weights && aweights && correction != 0
                              ? sub(total, mul(div(sum(mul(weights, aweights)), total),
                                               Scalar(static_cast<double>(correction))))
                              : add(total, Scalar(-static_cast<double>(correction)));
    return clamp(left, 0, std::nullopt);
  }();
  const Variable distances = sub(rows, unsqueeze(average, 1));
  const Variable weighted = weights ? mul(distances, weights) : distances;
  const Variable result =
      div(mm(distances, transposed(to_dtype(weighted, distances.dtype()))), factor);
  return squeeze(result);
}

Variable corrcoef(const Variable& self) {
  if (self.rank() > 2) {
    errors::raise(
        "corrcoef(): expected input to have two or fewer dimensions but got an input "
        "with {} dimensions",
        static_cast<std::int64_t>(self.rank()));
  }
  const Variable covariances = cov(self, 1, Variable(), Variable());
  if (covariances.rank() == 0) return div(covariances, covariances);
  const Variable deviations = sqrt(diagonal(covariances));
  const Variable by_rows = div(covariances, reshape(deviations, {-1, 1}));
  return clamp(div(by_rows, reshape(deviations, {1, -1})), -1, 1);
}

}  // namespace

std::span<const Row> moment_rows() {
  static constexpr Row kRows[] = {
      row<&all<true>>("std(Tensor self, bool unbiased=True) -> Tensor"),
      row<&dims<true>>("std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) "
                       "-> Tensor"),
      row<&corrected<true>>("std.correction(Tensor self, int[1]? dim, *, int? correction, bool "
                            "keepdim=False) -> Tensor"),
      row<&all<false>>("var(Tensor self, bool unbiased=True) -> Tensor"),
      row<&dims<false>>("var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) "
                        "-> Tensor"),
      row<&corrected<false>>("var.correction(Tensor self, int[1]? dim, *, int? correction, bool "
                             "keepdim=False) -> Tensor"),
      row<&all_with_mean<true>>("std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)",
                                Where::kFunction),
      row<&dims_with_mean<true>>("std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool "
                                 "keepdim=False) -> (Tensor, Tensor)",
                                 Where::kFunction),
      row<&corrected_with_mean<true>>("std_mean.correction(Tensor self, int[1]? dim, *, int? "
                                      "correction, bool keepdim=False) -> (Tensor, Tensor)",
                                      Where::kFunction),
      row<&all_with_mean<false>>("var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)",
                                 Where::kFunction),
      row<&dims_with_mean<false>>("var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool "
                                  "keepdim=False) -> (Tensor, Tensor)",
                                  Where::kFunction),
      row<&corrected_with_mean<false>>("var_mean.correction(Tensor self, int[1]? dim, *, int? "
                                       "correction, bool keepdim=False) -> (Tensor, Tensor)",
                                       Where::kFunction),
      row<&cov>("cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? "
                "aweights=None) -> Tensor"),
      row<&corrcoef>("corrcoef(Tensor self) -> Tensor"),
  };
  return kRows;
}

}  // namespace playground::operations
