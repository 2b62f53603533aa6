#include "operations/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/indexing.hpp"
#include "operations/pointwise.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using errors::raise;

void require_fraction(double q) {
  if (q >= 0 && q <= 1) return;
  raise("quantile() q must be in the range [0, 1] but got {}", q);
}

namespace {

enum class Interpolation : std::uint8_t { kLinear, kLower, kHigher, kMidpoint, kNearest };

Interpolation interpolation_named(const std::string& text, std::string_view name) {
  if (text == "linear") return Interpolation::kLinear;
  if (text == "lower") return Interpolation::kLower;
  if (text == "higher") return Interpolation::kHigher;
  if (text == "midpoint") return Interpolation::kMidpoint;
  if (text == "nearest") return Interpolation::kNearest;
  raise("{}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {}",
        name, text);
}

// Between which two elements of each sorted line a quantile lies, and how far from the lower one.
struct Between {
  Tensor below;
  Tensor above;
  Tensor weight;
};

// sorted  [lines, length]; q  [count]. All of Between are [lines, count].
template <class T>
Between between(const Tensor& sorted, const Tensor& q, Interpolation interpolation,
                bool is_of_numbers) {
  const std::int64_t lines = sorted.shape()[0];
  const std::int64_t length = sorted.shape()[1];
  const auto fractions = q.values<T>();
  const Shape shape{lines, static_cast<std::int64_t>(fractions.size())};
  Between result{Tensor(shape, DType::kInt64), Tensor(shape, DType::kInt64),
                 Tensor(shape, tensor::dtype_of<T>)};
  auto below = result.below.values<std::int64_t>().begin();
  auto above = result.above.values<std::int64_t>().begin();
  auto weight = result.weight.values<T>().begin();
  const auto values = sorted.values<T>();
  for (std::int64_t i = 0; i < lines; ++i) {
    const auto line =
        values.subspan(static_cast<std::size_t>(i * length), static_cast<std::size_t>(length));
    const auto nans = std::ranges::count_if(line, [](T value) { return value != value; });
    for (const T fraction : fractions) {
      T rank = fraction * static_cast<T>(length - 1);
      if (is_of_numbers) {
        rank = fraction * static_cast<T>(std::max<std::int64_t>(length - nans - 1, 0));
      } else if (nans > 0) {
        rank = static_cast<T>(length - 1);
      }
      if (interpolation == Interpolation::kLower) rank = std::floor(rank);
      if (interpolation == Interpolation::kHigher) rank = std::ceil(rank);
      if (interpolation == Interpolation::kNearest) rank = std::nearbyint(rank);
      const auto floor = static_cast<std::int64_t>(rank);
      *below++ = floor;
      *above++ = static_cast<std::int64_t>(std::ceil(rank));
      *weight++ = interpolation == Interpolation::kMidpoint ? T(0.5) : rank - static_cast<T>(floor);
    }
  }
  return result;
}

// a + weight (b - a), counted from the end that is nearer.
Variable interpolated(const Variable& a, const Variable& b, const Variable& weight) {
  const Variable apart = sub(b, a);
  const Variable from_a = add(a, mul(weight, apart));
  const Variable from_b = sub(b, mul(apart, add(neg(weight), Scalar(1))));
  return where(lt(weight, of_number(0.5, weight.device())), from_a, from_b);
}

// The lines as they were in the tensor, by the node that PyTorch ends with.
Variable without_lines(const Variable& x, const Shape& shape) {
  Variable y(tensor::reshape(x.value(), shape), x.device());
  record(y, "SqueezeBackward3", {x}, {},
         [own = x.shape()](autograd::Backward& b) { b.give(0, reshape(b.grad(), own.extents())); });
  return y;
}

Variable quantile_of(const Variable& self, const Variable& q, std::optional<std::int64_t> dim,
                     bool keepdim, const std::string& interpolation, std::string_view name,
                     bool is_of_numbers) {
  if (self.size() == 0) raise("{}() input tensor must be non-empty", name);
  if (q.rank() > 1) raise("{}() q must be a scalar or 1D tensor", name);
  if (!tensor::is_floating(self.dtype())) {
    raise("{}() input tensor must be either float or double dtype", name);
  }
  if (q.dtype() != self.dtype())
    raise("{}() q tensor must be same dtype as the input tensor", name);
  if (q.device() != self.device()) {
    raise("{}() q tensor must be on the same device as the input tensor", name);
  }
  const Interpolation chosen = interpolation_named(interpolation, name);
  const Tensor fractions = tensor::reshape(q.value(), Shape{static_cast<std::int64_t>(q.size())});
  const Tensor wide = to(fractions, DType::kFloat64);
  for (const double fraction : wide.values<double>()) {
    if (!(fraction >= 0 && fraction <= 1)) {
      raise("{}() q values must be in the range [0, 1]", name);
    }
  }
  const std::size_t rank = self.rank();
  const std::size_t place = dim ? wrapped(*dim, rank) : 0;
  // The shape of the result without that of q.
  Integers extents;
  for (std::size_t d = 0; d < rank; ++d) {
    const bool is_reduced = !dim || d == place;
    if (!is_reduced) extents.push_back(self.shape()[d]);
    if (is_reduced && keepdim) extents.push_back(1);
  }
  const Variable ordered = std::get<0>(dim && rank > 0 ? sort(self, *dim) : sort(flatten(self), 0));
  Variable lines = dim && rank > 0 ? movedim(ordered, {*dim}, {-1}) : ordered;
  lines = reshape(lines, {-1, lines.shape()[lines.rank() - 1]});
  const auto [below, above, weight] =
      self.dtype() == DType::kFloat32
          ? between<float>(tensor::contiguous(lines.value()), tensor::contiguous(fractions), chosen,
                           is_of_numbers)
          : between<double>(tensor::contiguous(lines.value()), tensor::contiguous(fractions),
                            chosen, is_of_numbers);
  Variable result = gather(lines, 1, Variable(below, self.device()));
  if (chosen == Interpolation::kLinear || chosen == Interpolation::kMidpoint) {
    const Variable upper = gather(lines, 1, Variable(above, self.device()));
    result = interpolated(result, upper, Variable(weight, self.device()));
  }
  if (q.rank() == 1) {
    extents.insert(extents.begin(), q.shape()[0]);
    result = transpose(result, 0, 1);
  }
  return without_lines(result, Shape(std::move(extents)));
}

}  // namespace

Variable quantile(const Variable& self, const Variable& q, std::optional<std::int64_t> dim,
                  bool keepdim, const std::string& interpolation) {
  return quantile_of(self, q, dim, keepdim, interpolation, "quantile", false);
}

Variable nanquantile(const Variable& self, const Variable& q, std::optional<std::int64_t> dim,
                     bool keepdim, const std::string& interpolation) {
  return quantile_of(self, q, dim, keepdim, interpolation, "nanquantile", true);
}

}  // namespace playground::operations
