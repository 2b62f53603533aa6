// The greatest and the least: their values, their places, or both.
#include <string_view>
#include <tuple>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/reductions_dims.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;
using errors::Exception;

namespace {

using Dims = std::vector<std::int64_t>;

void require_elements(const Variable& self, std::string_view name, Exception exception,
                      std::string_view hint) {
  if (self.size() > 0) return;
  errors::raise(exception, "{}(): Expected reduction dim to be specified for input.numel() == 0.{}",
                name, hint);
}
constexpr std::string_view kSpecifyDim = " Specify the reduction dim with the 'dim' argument.";

void require_lines(const Variable& self, const Reduced& reduced, std::string_view name) {
  for (std::size_t dim = 0; dim < reduced.size(); ++dim) {
    if (!reduced[dim] || self.shape()[dim] != 0) continue;
    errors::raise(Exception::kIndexError, "{}(): Expected reduction dim {} to have non-zero size.",
                  name, static_cast<std::int64_t>(dim));
  }
}

// The values at places that are known, and the gradient of what was taken from there: each is the
// other's way back.
Variable placed(const Variable& values, const Reduced& reduced, const Variable& positions,
                const Shape& shape);

Variable taken(const Variable& x, const Reduced& reduced, const Variable& positions) {
  Variable y(ops::taken(x.value(), reduced, positions.value()), x.device());
  record(y, "GatherBackward0", {x}, {Saved(positions)}, [shape = x.shape(), reduced](Backward& b) {
    b.give(0, placed(b.grad(), reduced, b.saved(0), shape));
  });
  return y;
}

Variable placed(const Variable& values, const Reduced& reduced, const Variable& positions,
                const Shape& shape) {
  Variable y(ops::placed(values.value(), reduced, positions.value(), shape), values.device());
  record(y, "ScatterBackward0", {values}, {Saved(positions)},
         [reduced](Backward& b) { b.give(0, taken(b.grad(), reduced, b.saved(0))); });
  return y;
}

std::tuple<Variable, Variable> extreme_dim(const Variable& self, std::int64_t dim, bool keepdim,
                                           bool greatest) {
  const Reduced reduced = reduced_dims(self, Dims{dim});
  require_lines(self, reduced, greatest ? "max" : "min");
  ops::Extremes found = ops::extremes(self.value(), reduced, greatest);
  const Variable positions(found.positions, self.device());  // without those that are kept
  Variable values = result_of(std::move(found.values), self, reduced, keepdim);
  Variable indices = result_of(std::move(found.positions), self, reduced, keepdim);
  if (needs_history({self})) {
    record(values, greatest ? "MaxBackward0" : "MinBackward0", {self}, {Saved(positions)},
           [shape = self.shape(), reduced](Backward& b) {
             const Variable positions = b.saved(0);
             b.give(0, placed(reshape(b.grad(), positions.shape().extents()), reduced, positions,
                              shape));
           });
  }
  return {std::move(values), std::move(indices)};
}
std::tuple<Variable, Variable> max_dim(const Variable& self, std::int64_t dim, bool keepdim) {
  return extreme_dim(self, dim, keepdim, true);
}
std::tuple<Variable, Variable> min_dim(const Variable& self, std::int64_t dim, bool keepdim) {
  return extreme_dim(self, dim, keepdim, false);
}

// The gradient of an extreme: all that are equal to it share in it.
Variable shared_gradient(const Variable& grad, const Variable& x, const Variable& extreme,
                         const Reduced& reduced) {
  const Variable at = spread(extreme.detach(), x.shape(), reduced);
  Variable is_extreme = to_dtype(eq(x.detach(), at), x.dtype());
  const Dims dims = [&reduced] {
    Dims all;
    for (std::size_t dim = 0; dim < reduced.size(); ++dim) {
      if (reduced[dim]) all.push_back(static_cast<std::int64_t>(dim));
    }
    return all;
  }();
  const Variable count = sum(is_extreme, dims, true);
  return mul(div(is_extreme, count), spread(grad, x.shape(), reduced));
}

Variable extreme_over(const Variable& self, const Reduced& reduced, bool keepdim, bool greatest,
                      std::string_view node) {
  Variable y =
      result_of(ops::extremes(self.value(), reduced, greatest).values, self, reduced, keepdim);
  if (needs_history({self})) {
    record(y, node, {self}, {Saved(self), Saved::output(y)}, [reduced](Backward& b) {
      b.give(0, shared_gradient(b.grad(), b.saved(0), b.saved(1), reduced));
    });
  }
  return y;
}

Variable max_all(const Variable& self) {
  require_elements(self, "max", Exception::kRuntimeError, kSpecifyDim);
  return extreme_over(self, Reduced(self.rank(), true), false, true, "MaxBackward1");
}
Variable min_all(const Variable& self) {
  require_elements(self, "min", Exception::kRuntimeError, kSpecifyDim);
  return extreme_over(self, Reduced(self.rank(), true), false, false, "MinBackward1");
}

Variable extreme_dims(const Variable& self, const Dims& dims, bool keepdim, bool greatest) {
  const std::string_view name = greatest ? "amax" : "amin";
  const Reduced reduced = reduced_dims(self, dims);
  if (dims.empty()) {
    require_elements(self, name, Exception::kRuntimeError, kSpecifyDim);
  } else {
    require_lines(self, reduced, name);
  }
  return extreme_over(self, reduced, keepdim, greatest,
                      greatest ? "AmaxBackward0" : "AminBackward0");
}

std::tuple<Variable, Variable> aminmax(const Variable& self, std::optional<std::int64_t> dim,
                                       bool keepdim) {
  const Reduced reduced = reduced_dims(self, dim ? Dims{*dim} : Dims{});
  if (dim) {
    require_lines(self, reduced, "aminmax");
  } else {
    require_elements(self, "aminmax", Exception::kRuntimeError, "");
  }
  return {extreme_over(self, reduced, keepdim, false, "AminBackward0"),
          extreme_over(self, reduced, keepdim, true, "AmaxBackward0")};
}

// Without a dimension the place is one in row-major order.
Variable extreme_place(const Variable& self, std::optional<std::int64_t> dim, bool keepdim,
                       bool greatest) {
  const std::string_view name = greatest ? "argmax" : "argmin";
  const Reduced reduced = reduced_dims(self, dim ? Dims{*dim} : Dims{});
  if (dim) {
    require_lines(self, reduced, name);
  } else {
    require_elements(self, name, Exception::kIndexError, "");
  }
  if (self.dtype() == DType::kBool) {
    errors::raise("\"{}_cpu\" not implemented for 'Bool'", name);
  }
  return result_of(ops::extremes(self.value(), reduced, greatest).positions, self, reduced,
                   keepdim);
}
Variable argmax(const Variable& self, std::optional<std::int64_t> dim, bool keepdim) {
  return extreme_place(self, dim, keepdim, true);
}
Variable argmin(const Variable& self, std::optional<std::int64_t> dim, bool keepdim) {
  return extreme_place(self, dim, keepdim, false);
}

}  // namespace

Variable amax(const Variable& self, const Dims& dims, bool keepdim) {
  return extreme_dims(self, dims, keepdim, true);
}
Variable amin(const Variable& self, const Dims& dims, bool keepdim) {
  return extreme_dims(self, dims, keepdim, false);
}

std::span<const Row> extreme_rows() {
  static constexpr Row kRows[] = {
      row<&max_dim>("max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor "
                    "indices)"),
      row<&max_all>("max(Tensor self) -> Tensor"),
      row<&maximum>("max.other(Tensor self, Tensor other) -> Tensor"),
      row<&min_dim>("min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor "
                    "indices)"),
      row<&min_all>("min(Tensor self) -> Tensor"),
      row<&minimum>("min.other(Tensor self, Tensor other) -> Tensor"),
      row<&amax>("amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor"),
      row<&amin>("amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor"),
      row<&aminmax>("aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, "
                    "Tensor max)"),
      row<&argmax>("argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor"),
      row<&argmin>("argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor"),
  };
  return kRows;
}

}  // namespace playground::operations
