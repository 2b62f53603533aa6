#include "operations/scans.hpp"

#include <utility>

#include "autograd/in_place.hpp"
#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/joining.hpp"
#include "operations/places.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/reductions.hpp"
#include "operations/repeating.hpp"
#include "operations/table.hpp"
#include "ops/order.hpp"
#include "ops/scan.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::Saved;
using errors::raise;

namespace {

// Integers and bools are counted in int64, if nobody says otherwise.
Variable to_count(const Variable& self, std::optional<DType> dtype, std::string_view kernel) {
  const DType own =
      dtype.value_or(tensor::is_floating(self.dtype()) ? self.dtype() : DType::kInt64);
  if (own == DType::kBool) tensor::fail_not_implemented(kernel, own);
  return to_dtype(self, own);
}

}  // namespace

Variable cumsum(const Variable& self, std::int64_t dim, std::optional<DType> dtype) {
  const auto place = static_cast<std::int64_t>(wrapped(dim, self.rank()));
  const Variable x = to_count(self, dtype, "cumsum_out_cpu");
  Variable y(ops::cumsum(x.value(), static_cast<std::size_t>(place)), self.device());
  record(y, "CumsumBackward0", {x}, {}, [place](Backward& b) {
    const Variable grad = b.grad();
    if (grad.rank() == 0) return b.give(0, grad);
    b.give(0, flip(cumsum(flip(grad, {place}), place), {place}));
  });
  return y;
}

Variable cumprod(const Variable& self, std::int64_t dim, std::optional<DType> dtype) {
  const std::size_t place = wrapped(dim, self.rank());
  const Variable x = to_count(self, dtype, "cumprod_out_cpu");
  Variable y(ops::cumprod(x.value(), place), self.device());
  record(y, "CumprodBackward0", {x}, {Saved(x), Saved::output(y)}, [place](Backward& b) {
    const Variable grad = b.grad();
    const Variable own = b.saved(0);
    b.give(0, without_second_derivative(Variable(ops::cumprod_backward(grad.value(), own.value(),
                                                                       b.saved(1).value(), place),
                                                 grad.device()),
                                        "cumprod_backward", {grad, own}));
  });
  return y;
}

Variable logcumsumexp(const Variable& self, std::int64_t dim) {
  const std::size_t place = wrapped(dim, self.rank());
  Variable y(ops::logcumsumexp(self.value(), place), self.device());
  record(y, "LogcumsumexpBackward0", {self}, {Saved(self), Saved::output(y)}, [place](Backward& b) {
    const Variable grad = b.grad();
    const Variable own = b.saved(0);
    b.give(0,
           without_second_derivative(Variable(ops::logcumsumexp_backward(grad.value(), own.value(),
                                                                         b.saved(1).value(), place),
                                              grad.device()),
                                     "logcumsumexp_backward", {grad, own}));
  });
  return y;
}

namespace {

ValuesAndIndices extreme_so_far(const Variable& self, std::int64_t dim, bool is_greatest,
                                std::string_view name) {
  const std::size_t place = wrapped(dim, self.rank());
  const ops::Around around(self.shape(), place);
  const std::vector<std::uint64_t> keys = ops::keys(self.value());
  const bool has_nan = tensor::is_floating(self.dtype());
  ops::Places places;
  places.starts.resize(keys.size());
  Tensor indices(self.shape(), DType::kInt64);
  const auto index = indices.values<std::int64_t>();
  for (std::int64_t line = 0; line < around.lines() && !keys.empty(); ++line) {
    std::int64_t found = 0;
    for (std::int64_t i = 0; i < around.length; ++i) {
      const auto key = [&](std::int64_t j) {
        return keys[static_cast<std::size_t>(around.place(line, j, around.length))];
      };
      const bool is_nan = has_nan && key(i) == ops::kKeyOfNan;
      const bool was_nan = has_nan && key(found) == ops::kKeyOfNan;
      const bool is_as_far = is_greatest ? key(i) >= key(found) : key(i) <= key(found);
      if (is_nan || (!was_nan && is_as_far)) found = i;
      const auto at = static_cast<std::size_t>(around.place(line, i, around.length));
      index[at] = found;
      places.starts[at] = around.place(line, found, around.length);
    }
  }
  return {taken(self, places_of(std::move(places)), self.shape(), name),
          Variable(std::move(indices), self.device())};
}

}  // namespace

ValuesAndIndices cummax(const Variable& self, std::int64_t dim) {
  return extreme_so_far(self, dim, true, "CummaxBackward0");
}
ValuesAndIndices cummin(const Variable& self, std::int64_t dim) {
  return extreme_so_far(self, dim, false, "CumminBackward0");
}

Variable diff(const Variable& self, std::int64_t n, std::int64_t dim, const Variable& prepend,
              const Variable& append) {
  if (self.rank() == 0) raise("diff expects input to be at least one-dimensional");
  const std::size_t place = wrapped(dim, self.rank());
  const auto along = static_cast<std::int64_t>(place);
  for (const Variable* other : {&prepend, &append}) {
    if (!*other) continue;
    if (other->rank() != self.rank()) {
      raise("diff expects prepend or append to be the same dimension as input");
    }
    for (std::size_t d = 0; d < self.rank(); ++d) {
      if (d == place || other->shape()[d] == self.shape()[d]) continue;
      raise(
          "diff expects the shape of tensor to prepend or append to match that of input except "
          "along the differencing dimension; input.size({}) = {}, but got tensor.size({}) = {}",
          d, self.shape()[d], d, other->shape()[d]);
    }
  }
  Variables parts;
  for (const Variable& part : {prepend, self, append}) {
    if (part) parts.push_back(part);
  }
  Variable y = parts.size() == 1 ? self : cat(parts, along);
  if (n == 0) {
    y = Variable(self.value().clone(), self.device());
    record(y, "CopyBackwards", {self}, {}, [](Backward& b) { b.give(0, b.grad()); });
    return y;
  }
  for (std::int64_t i = 0; i < n && y.shape()[place] > 0; ++i) {
    const std::int64_t length = y.shape()[place] - 1;
    const Variable after = narrow(y, along, 1, length);
    const Variable before = narrow(y, along, 0, length);
    y = y.dtype() == DType::kBool ? ne(after, before) : sub(after, before);
  }
  return y;
}

Variable vander(const Variable& x, std::optional<std::int64_t> n, bool increasing) {
  if (x.rank() != 1) raise("x must be a one-dimensional tensor.");
  const std::int64_t columns = n.value_or(x.shape()[0]);
  if (columns < 0) raise("N must be non-negative.");
  const DType dtype = promote_types(x.dtype(), DType::kInt64);
  const Variable result = full({x.shape()[0], columns}, Scalar(1), dtype, x.device());
  if (columns > 1) {
    const Variable powers = expand(unsqueeze(to_dtype(x, dtype), 1), {-1, columns - 1});
    autograd::assign(slice(result, 1, 1, std::nullopt), cumprod(powers, 1));
  }
  return increasing ? result : flip(result, {1});
}

namespace {

void require_no_bool(const Variable& x, std::string_view name) {
  if (x.dtype() != DType::kBool) return;
  raise("trapezoid: received a bool input for `{}`, but bool is not supported", name);
}

// A product with a number, or a quotient, by the node of PyTorch's functions that take a number.
Variable scaled(const Variable& x, const Scalar& number,
                Variable (*scale)(const Variable&, const Scalar&), std::string_view name) {
  Variable y(scale(x.detach(), number).value(), x.device());
  record(y, name, {x}, {}, [number, scale](Backward& b) { b.give(0, scale(b.grad(), number)); });
  return y;
}

}  // namespace

Variable trapezoid(const Variable& y, const Scalar& dx, std::int64_t dim) {
  const std::size_t place = wrapped(dim, y.rank());
  require_no_bool(y, "y");
  Integers extents = y.shape().extents();
  if (extents.empty()) raise("trapezoid: y must have a dimension");
  if (extents[place] == 0) {
    extents.erase(extents.begin() + static_cast<std::ptrdiff_t>(place));
    return full(Shape(std::move(extents)), Scalar(0), y.dtype(), y.device());
  }
  const auto along = static_cast<std::int64_t>(place);
  const Variable ends = add(select(y, along, 0), select(y, along, -1));
  return scaled(sub(sum(y, {along}), mul(ends, Scalar(0.5))), dx, &mul, "MulBackward1");
}

Variable trapezoid(const Variable& y, const Variable& x, std::int64_t dim) {
  const std::size_t place = wrapped(dim, y.rank());
  const auto along = static_cast<std::int64_t>(place);
  require_no_bool(y, "y");
  require_no_bool(x, "x");
  if (y.rank() == 0) raise("trapezoid: y must have a dimension");
  if (y.shape()[place] == 0) return trapezoid(y, Scalar(1), dim);
  // As many dimensions as y has: a vector lies along the dimension, others are broadcast.
  Variable samples = x;
  if (x.rank() == 1) {
    if (x.shape()[0] != y.shape()[place]) {
      raise("trapezoid: There must be one `x` value for each sample point");
    }
    Integers extents(y.rank(), 1);
    extents[place] = x.shape()[0];
    samples = view(x, extents);
  } else if (x.rank() < y.rank()) {
    Integers extents(y.rank() - x.rank(), 1);
    extents.insert(extents.end(), x.shape().extents().begin(), x.shape().extents().end());
    samples = view(x, extents);
  }
  const auto left = [along](const Variable& v) { return slice(v, along, 0, -1); };
  const auto right = [along](const Variable& v) { return slice(v, along, 1, std::nullopt); };
  const Variable apart = sub(right(samples), left(samples));
  const Variable doubled = sum(mul(add(left(y), right(y)), apart), {along});
  return scaled(doubled, Scalar(2.0), &div, "DivBackward1");
}

namespace {

using MaybeDType = std::optional<DType>;

Variable trapezoid_apart(const Variable& y, const Scalar& dx, std::int64_t dim) {
  return trapezoid(y, dx, dim);
}
Variable trapz_apart(const Variable& y, double dx, std::int64_t dim) {
  return trapezoid(y, Scalar(dx), dim);
}
Variable trapezoid_at(const Variable& y, const Variable& x, std::int64_t dim) {
  return trapezoid(y, x, dim);
}

// In place the dtype stays.
Variable cumsum_of_own(const Variable& self, std::int64_t dim, MaybeDType dtype) {
  return cumsum(self, dim, dtype.value_or(self.dtype()));
}
Variable cumprod_of_own(const Variable& self, std::int64_t dim, MaybeDType dtype) {
  return cumprod(self, dim, dtype.value_or(self.dtype()));
}

constexpr Row kRows[] = {
    row<&cumsum>("cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor"),
    row_in_place<&cumsum_of_own>(
        "cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)"),
    row<&cumprod>("cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor"),
    row_in_place<&cumprod_of_own>(
        "cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)"),
    row<&cummax>("cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)"),
    row<&cummin>("cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)"),
    row<&logcumsumexp>("logcumsumexp(Tensor self, int dim) -> Tensor"),
    row<&diff>("diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) "
               "-> Tensor"),
    row<&vander>("vander(Tensor x, int? N=None, bool increasing=False) -> Tensor",
                 Where::kFunction),
    row<&trapezoid_at>("trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor",
                       Where::kFunction),
    row<&trapezoid_apart>("trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor",
                          Where::kFunction),
    row<&trapezoid_at>("trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor", Where::kFunction),
    row<&trapz_apart>("trapz.dx(Tensor y, *, float dx=1, int dim=-1) -> Tensor", Where::kFunction),
};

}  // namespace

std::span<const Row> scan_rows() { return kRows; }

}  // namespace playground::operations
