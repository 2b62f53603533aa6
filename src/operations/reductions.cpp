#include "operations/reductions.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions_dims.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/reduction.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;
using OptionalDType = std::optional<DType>;

Variable cast(const Variable& result, OptionalDType dtype) {
  return dtype ? to_dtype(result, *dtype) : result;
}

Variable sum_over(const Variable& self, const Reduced& reduced, bool keepdim) {
  Variable y = result_of(ops::sum(self.value(), reduced), self, reduced, keepdim);
  if (needs_history({self})) {
    record(y, "SumBackward1", {self}, {}, [shape = self.shape(), reduced](Backward& b) {
      b.give(0, spread(b.grad(), shape, reduced));
    });
  }
  return y;
}

Variable sum_all(const Variable& self, OptionalDType dtype) {
  const Variable x = summand(self, dtype);
  Variable y(ops::sum(x.value()), x.device());
  if (needs_history({x})) {
    record(y, "SumBackward0", {x}, {},
           [shape = x.shape()](Backward& b) { b.give(0, expand(b.grad(), shape.extents())); });
  }
  return cast(y, dtype);
}
Variable sum_dim(const Variable& self, const OptionalDims& dims, bool keepdim,
                 OptionalDType dtype) {
  return cast(sum_over(summand(self, dtype), reduced_dims(self, dims), keepdim), dtype);
}

// The dtype is told apart as the argument or as that of the input.
Variable averaged(const Variable& self, OptionalDType dtype) {
  const DType of = dtype.value_or(self.dtype());
  if (!tensor::is_floating(of)) {
    errors::raise(
        "mean(): could not infer output dtype. {} dtype must be either a floating point "
        "or complex dtype. Got: {}",
        dtype ? "Optional" : "Input", tensor::scalar_type_name(of));
  }
  return to_dtype(self, of);
}

Variable mean_all(const Variable& self, OptionalDType dtype) {
  const Variable x = averaged(self, dtype);
  Variable y(ops::mean(x.value()), x.device());
  if (needs_history({x})) {
    record(y, "MeanBackward0", {x}, {}, [shape = x.shape()](Backward& b) {
      const Scalar count(static_cast<double>(shape.size()));
      b.give(0, expand(div(b.grad(), count), shape.extents()));
    });
  }
  return y;
}
Variable mean_dim(const Variable& self, const OptionalDims& dims, bool keepdim,
                  OptionalDType dtype) {
  const Variable x = averaged(self, dtype);
  const Reduced reduced = reduced_dims(x, dims);
  Variable y = result_of(ops::mean(x.value(), reduced), x, reduced, keepdim);
  if (needs_history({x})) {
    record(y, "MeanBackward1", {x}, {}, [shape = x.shape(), reduced](Backward& b) {
      const Scalar count(static_cast<double>(ops::reduced_count(shape, reduced)));
      b.give(0, spread(div(b.grad(), count), shape, reduced));
    });
  }
  return y;
}

Variable nansum(const Variable& self, const OptionalDims& dims, bool keepdim, OptionalDType dtype) {
  const Reduced reduced = reduced_dims(self, dims);
  const Variable x = summand(self, dtype);
  Variable y = result_of(ops::nansum(x.value(), reduced), self, reduced, keepdim);
  if (needs_history({x})) {
    record(y, "NansumBackward0", {x}, {Saved(x)}, [reduced](Backward& b) {
      const Variable x = b.saved(0);
      const Variable counts = to_dtype(eq(x, x), x.dtype());
      b.give(0, mul(spread(b.grad(), x.shape(), reduced), counts));
    });
  }
  return cast(y, dtype);
}

Variable nanmean(const Variable& self, const OptionalDims& dims, bool keepdim,
                 OptionalDType dtype) {
  if (!tensor::is_floating(self.dtype())) {
    errors::raise("nanmean(): expected input to have floating point dtype but got {}",
                  tensor::scalar_type_name(self.dtype()));
  }
  const Variable numbers = to_dtype(eq(self, self).detach(), DType::kInt64);
  return div(nansum(self, dims, keepdim, dtype), sum(numbers, dims.value_or(Dims{}), keepdim));
}

// Of a product the gradient is the product of the others: product / x, or, where an x is 0, what
// is left of it.
Variable product_gradient(const Variable& grad, const Variable& x, const Variable& product,
                          const Reduced& reduced) {
  const Tensor is_zero = eq(x, of_number(0, x.device())).value();
  if (ops::any(is_zero, Reduced(x.rank(), true)).values<bool>()[0]) {
    const Variable others(ops::product_of_others(x.value(), reduced), x.device());
    return autograd::without_second_derivative(mul(spread(grad, x.shape(), reduced), others),
                                               "prod_backward", {grad, x});
  }
  return div(spread(mul(grad, product), x.shape(), reduced), x);
}

Variable product_over(const Variable& x, const Reduced& reduced, bool keepdim,
                      std::string_view name) {
  Variable y = result_of(ops::product(x.value(), reduced), x, reduced, keepdim);
  if (needs_history({x})) {
    record(y, name, {x}, {Saved(x), Saved::output(y)}, [reduced](Backward& b) {
      b.give(0, product_gradient(b.grad(), b.saved(0), b.saved(1), reduced));
    });
  }
  return y;
}
Variable prod_all(const Variable& self, OptionalDType dtype) {
  const Variable x = summand(self, dtype);
  return cast(product_over(x, Reduced(self.rank(), true), false, "ProdBackward0"), dtype);
}
Variable prod_dim(const Variable& self, std::int64_t dim, bool keepdim, OptionalDType dtype) {
  const Reduced reduced = reduced_dims(self, Dims{dim});
  return cast(product_over(summand(self, dtype), reduced, keepdim, "ProdBackward1"), dtype);
}

Variable logsumexp(const Variable& self, const Dims& dims, bool keepdim) {
  const Reduced reduced = reduced_dims(self, dims);
  const Variable x = tensor::is_floating(self.dtype()) ? self : to_dtype(self, default_dtype());
  Variable y = result_of(ops::logsumexp(x.value(), reduced), x, reduced, keepdim);
  if (needs_history({x})) {
    record(y, "LogsumexpBackward0", {x}, {Saved(x), Saved::output(y)}, [reduced](Backward& b) {
      const Variable x = b.saved(0);
      const Variable share = exp(sub(x, spread(b.saved(1), x.shape(), reduced)));
      b.give(0, mul(spread(b.grad(), x.shape(), reduced), share));
    });
  }
  return y;
}

Variable decided(Tensor (*decide)(const Tensor&, const Reduced&), const Variable& self,
                 const Reduced& reduced, bool keepdim) {
  const Variable truth = to_dtype(self.detach(), DType::kBool);
  return result_of(decide(truth.value(), reduced), self, reduced, keepdim);
}
Variable all_all(const Variable& self) {
  return decided(&ops::all, self, Reduced(self.rank(), true), false);
}
Variable all_dim(const Variable& self, std::int64_t dim, bool keepdim) {
  return decided(&ops::all, self, reduced_dims(self, Dims{dim}), keepdim);
}
Variable any_all(const Variable& self) {
  return decided(&ops::any, self, Reduced(self.rank(), true), false);
}
Variable any_dim(const Variable& self, std::int64_t dim, bool keepdim) {
  return decided(&ops::any, self, reduced_dims(self, Dims{dim}), keepdim);
}

Variable count_nonzero_dims(const Variable& self, const Dims& dims) {
  const Variable truth = to_dtype(to_dtype(self.detach(), DType::kBool), DType::kInt64);
  const Reduced reduced = reduced_dims(self, dims);
  return result_of(ops::sum(truth.value(), reduced), self, reduced, false);
}
Variable count_nonzero(const Variable& self, std::optional<std::int64_t> dim) {
  return count_nonzero_dims(self, dim ? Dims{*dim} : Dims{});
}

}  // namespace

Variable sum(const Variable& self, const std::vector<std::int64_t>& dims, bool keepdim) {
  if (dims.empty() && !keepdim) return sum_all(self, std::nullopt);
  return sum_dim(self, dims, keepdim, std::nullopt);
}

Variable mean(const Variable& self, const std::vector<std::int64_t>& dims, bool keepdim) {
  if (dims.empty() && !keepdim) return mean_all(self, std::nullopt);
  return mean_dim(self, dims, keepdim, std::nullopt);
}

namespace {

constexpr Row kRows[] = {
    row<&sum_all>("sum(Tensor self, *, ScalarType? dtype=None) -> Tensor"),
    row<&sum_dim>("sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? "
                  "dtype=None) -> Tensor"),
    row<&mean_all>("mean(Tensor self, *, ScalarType? dtype=None) -> Tensor"),
    row<&mean_dim>("mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? "
                   "dtype=None) -> Tensor"),
    row<&nansum>("nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? "
                 "dtype=None) -> Tensor"),
    row<&nanmean>("nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? "
                  "dtype=None) -> Tensor"),
    row<&prod_all>("prod(Tensor self, *, ScalarType? dtype=None) -> Tensor"),
    row<&prod_dim>("prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? "
                   "dtype=None) -> Tensor"),
    row<&logsumexp>("logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor"),
    row<&all_all>("all(Tensor self) -> Tensor"),
    row<&all_dim>("all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor"),
    row<&any_all>("any(Tensor self) -> Tensor"),
    row<&any_dim>("any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor"),
    row<&count_nonzero_dims>("count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor"),
    row<&count_nonzero>("count_nonzero(Tensor self, int? dim=None) -> Tensor"),
};

}  // namespace

std::span<const Row> reduction_rows() { return kRows; }

}  // namespace playground::operations
