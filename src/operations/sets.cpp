// Elements as members of sets: distinct ones, where they fall among bounds, and how many there are.
#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/indexing.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/order.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using errors::Exception;
using errors::raise;
using ops::Keyed;
using ValuesInverseCounts = std::tuple<Variable, Variable, Variable>;

Variable integers(const Integers& values, const Shape& shape, Device device) {
  return Variable(Tensor::of(shape, values), device);
}

Shape vector_of(std::size_t size) { return Shape{static_cast<std::int64_t>(size)}; }

// PyTorch knows no way back of distinct elements, and says so when it is taken.
Variable without_way_back(const Variable& self, const Variable& values, const char* node,
                          const char* name) {
  Variable y(values.value(), values.device());
  record(y, node, {self}, {}, [name](Backward& /*backward*/) {
    raise(Exception::kNotImplementedError, "the derivative for '{}' is not implemented.", name);
  });
  return y;
}

// Which group each of n slices is in, and of each group a first member.
struct Groups {
  Integers group_of;  // [n]
  Integers first;     // [groups]
  Integers counts;    // [groups]

  ValuesInverseCounts as(const Variable& values, const Shape& shape, bool return_inverse,
                         bool return_counts) const {
    const Device device = values.device();
    const Variable none(Tensor({0}, DType::kInt64), device);
    return {values, return_inverse ? integers(group_of, shape, device) : none,
            return_counts ? integers(counts, vector_of(counts.size()), device) : none};
  }
};

// Neighbours in `order` of whom is_same(a, b) are in one group.
template <class IsSame>
Groups grouped(std::span<const std::int64_t> order, IsSame is_same) {
  Groups groups;
  groups.group_of.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::int64_t own = order[i];
    if (i > 0 && is_same(order[i - 1], own)) {
      ++groups.counts.back();
    } else {
      groups.first.push_back(own);
      groups.counts.push_back(1);
    }
    groups.group_of[static_cast<std::size_t>(own)] =
        static_cast<std::int64_t>(groups.first.size()) - 1;
  }
  return groups;
}

Integers counted_up(std::size_t size) {
  Integers order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = static_cast<std::int64_t>(i);
  return order;
}

// No nan is the same as another.
auto same_key(const std::vector<std::uint64_t>& keys, bool is_floating) {
  return [&keys, is_floating](std::int64_t a, std::int64_t b) {
    const std::uint64_t key = keys[static_cast<std::size_t>(a)];
    return key == keys[static_cast<std::size_t>(b)] && !(is_floating && key == ops::kKeyOfNan);
  };
}

ValuesInverseCounts unique2(const Variable& self, bool /*sorted*/, bool return_inverse,
                            bool return_counts) {
  const std::vector<std::uint64_t> keys = ops::keys(self.value());
  Integers order = counted_up(keys.size());
  std::ranges::sort(order, [&](std::int64_t a, std::int64_t b) {
    const std::uint64_t one = keys[static_cast<std::size_t>(a)];
    const std::uint64_t other = keys[static_cast<std::size_t>(b)];
    return one != other ? one < other : a < b;
  });
  const Groups groups = grouped(order, same_key(keys, tensor::is_floating(self.dtype())));
  const Variable flat = reshape(self.detach(), {-1});
  const Variable values =
      index_select(flat, 0, integers(groups.first, vector_of(groups.first.size()), self.device()));
  return groups.as(without_way_back(self, values, "Unique2Backward0", "_unique2"), self.shape(),
                   return_inverse, return_counts);
}

// The slices along a dimension, compared element by element.
struct Slices {
  std::vector<std::uint64_t> keys;
  ops::Around around;

  std::uint64_t key(std::int64_t slice, std::int64_t element) const {
    return keys[static_cast<std::size_t>(around.place(element, slice, around.length))];
  }
  int compare(std::int64_t a, std::int64_t b) const {
    for (std::int64_t i = 0; i < around.lines(); ++i) {
      if (key(a, i) != key(b, i)) return key(a, i) < key(b, i) ? -1 : 1;
    }
    return 0;
  }
};

void require_slices(const Variable& self, std::size_t dim) {
  const auto& extents = self.shape().extents();
  const std::ptrdiff_t empty = std::ranges::count(extents, 0);
  if (self.rank() > 0 && extents[dim] == 0) {
    if (empty > 1) {
      raise(
          "Number of zero sized dimensions is more than one, so unique cannot be applied on them");
    }
  } else if (empty > 0) {
    raise("There are 0 sized dimensions, and they aren't selected, so unique cannot be applied");
  }
}

ValuesInverseCounts unique_along(const Variable& self, std::int64_t dim, bool is_sorted,
                                 bool return_inverse, bool return_counts, const char* node,
                                 const char* name) {
  const std::size_t place = wrapped(dim, self.rank());
  require_slices(self, place);
  const Slices slices{ops::keys(self.value()), ops::Around(self.shape(), place)};
  const auto count = static_cast<std::size_t>(slices.around.length);
  Integers order = counted_up(count);
  if (is_sorted) {
    std::ranges::sort(order, [&](std::int64_t a, std::int64_t b) {
      const int compared = slices.compare(a, b);
      return compared != 0 ? compared < 0 : a < b;
    });
  }
  const Groups groups =
      grouped(order, [&](std::int64_t a, std::int64_t b) { return slices.compare(a, b) == 0; });
  const Variable values =
      index_select(self.detach(), static_cast<std::int64_t>(place),
                   integers(groups.first, vector_of(groups.first.size()), self.device()));
  return groups.as(without_way_back(self, values, node, name), vector_of(count), return_inverse,
                   return_counts);
}

ValuesInverseCounts unique_dim(const Variable& self, std::int64_t dim, bool /*sorted*/,
                               bool return_inverse, bool return_counts) {
  return unique_along(self, dim, true, return_inverse, return_counts, "UniqueDimBackward0",
                      "unique_dim");
}

ValuesInverseCounts unique_consecutive(const Variable& self, bool return_inverse,
                                       bool return_counts, std::optional<std::int64_t> dim) {
  if (dim) {
    return unique_along(self, *dim, false, return_inverse, return_counts,
                        "UniqueDimConsecutiveBackward0", "unique_dim_consecutive");
  }
  const std::vector<std::uint64_t> keys = ops::keys(self.value());
  const Groups groups =
      grouped(counted_up(keys.size()), same_key(keys, tensor::is_floating(self.dtype())));
  const Variable flat = reshape(self.detach(), {-1});
  const Variable values =
      index_select(flat, 0, integers(groups.first, vector_of(groups.first.size()), self.device()));
  return groups.as(
      without_way_back(self, values, "UniqueConsecutiveBackward0", "unique_consecutive"),
      self.shape(), return_inverse, return_counts);
}

// A number among tensors, for which it has no say.
Variable as_tensor(const Scalar& number, Device device) { return of_number(number, device); }

struct Search {
  bool out_int32 = false;
  bool is_right = false;
};

// bounds  [lines, length], each line sorted as `sorter` says, if it is there; self  any number of
// elements a line
Variable searched(const Variable& bounds, const Variable& self, const Variable& sorter,
                  Search search) {
  const DType dtype = result_type({bounds, self});
  const auto keys_of = [dtype](const Variable& x) {
    return ops::keys(x.dtype() == dtype ? x.value() : to(x.value(), dtype));
  };
  std::vector<std::uint64_t> sorted = keys_of(bounds);
  const auto length =
      static_cast<std::size_t>(bounds.rank() == 0 ? 1 : bounds.shape()[bounds.rank() - 1]);
  if (sorter) {
    const Tensor order = tensor::contiguous(sorter.value());
    const auto indices = order.values<std::int64_t>();
    const std::vector<std::uint64_t> own = sorted;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const auto index = static_cast<std::size_t>(indices[i]);
      if (index >= length) raise("torch.searchsorted(): sorter index out of range");
      sorted[i] = own[i / length * length + index];
    }
  }
  const std::vector<std::uint64_t> wanted = keys_of(self);
  const std::size_t lines = bounds.rank() < 2 || length == 0 ? 1 : sorted.size() / length;
  const std::size_t per_line =
      std::max<std::size_t>(wanted.size() / std::max<std::size_t>(lines, 1), 1);
  Tensor y(self.shape(), DType::kInt64);
  const auto places = y.values<std::int64_t>();
  const bool has_nan = tensor::is_floating(dtype);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::size_t line = lines == 1 ? 0 : i / per_line;
    const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(line * length);
    const auto last = first + static_cast<std::ptrdiff_t>(length);
    const bool is_nan = has_nan && wanted[i] == ops::kKeyOfNan;
    const auto found = is_nan            ? last
                       : search.is_right ? std::upper_bound(first, last, wanted[i])
                                         : std::lower_bound(first, last, wanted[i]);
    places[i] = found - first;
  }
  return Variable(search.out_int32 ? to(y, DType::kInt32) : y, self.device());
}

Variable searchsorted(const Variable& sorted_sequence, const Variable& self, bool out_int32,
                      bool right, const std::optional<std::string>& side, const Variable& sorter) {
  if (side && *side != "left" && *side != "right") {
    raise("torch.searchsorted(): side can only be 'left' or 'right' but got {}", *side);
  }
  if (side && *side == "left" && right) {
    raise(
        "torch.searchsorted(): side and right can't be set to opposites, got side of left while "
        "right was True");
  }
  const Variable& bounds = sorted_sequence;
  if (sorter) {
    if (sorter.shape() != bounds.shape()) {
      raise(
          "torch.searchsorted(): boundary and sorter must have the same size, but got boundary "
          "tensor {}and got sorter tensor {}",
          to_string(bounds.shape()), to_string(sorter.shape()));
    }
    if (sorter.dtype() != DType::kInt64) {
      raise("torch.searchsorted(): sorter must be a tensor of long dtype but got dtype {}",
            tensor::scalar_type_name(sorter.dtype()));
    }
  }
  if (self.rank() == 0 && bounds.rank() != 1) {
    raise(
        "torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension "
        "is 1, but we got boundaries tensor dim({}) and input value's dim({}) numel({})",
        bounds.rank(), self.rank(), self.size());
  }
  if (bounds.rank() == 0)
    raise(
        "torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 "
        "dimension");
  bool fits = bounds.rank() == 1 || bounds.rank() == self.rank();
  for (std::size_t d = 0; fits && bounds.rank() > 1 && d + 1 < bounds.rank(); ++d) {
    fits = bounds.shape()[d] == self.shape()[d];
  }
  if (!fits) {
    raise(
        "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions "
        "of boundaries tensor and input value tensor must match, but we got boundaries tensor {} "
        "and input value tensor {}",
        to_string(bounds.shape()), to_string(self.shape()));
  }
  return searched(bounds, self, sorter, {out_int32, right || (side && *side == "right")});
}

Variable searchsorted_number(const Variable& sorted_sequence, const Scalar& self, bool out_int32,
                             bool right, const std::optional<std::string>& side,
                             const Variable& sorter) {
  return searchsorted(sorted_sequence, as_tensor(self, sorted_sequence.device()), out_int32, right,
                      side, sorter);
}

Variable bucketize(const Variable& self, const Variable& boundaries, bool out_int32, bool right) {
  if (boundaries.rank() != 1) {
    raise("boundaries tensor must be 1 dimension, but got dim({})", boundaries.rank());
  }
  return searched(boundaries, self, Variable(), {out_int32, right});
}
Variable bucketize_number(const Scalar& self, const Variable& boundaries, bool out_int32,
                          bool right) {
  return bucketize(as_tensor(self, boundaries.device()), boundaries, out_int32, right);
}

Variable isin(const Variable& elements, const Variable& test_elements, bool /*assume_unique*/,
              bool invert) {
  for (const Variable& x : {elements, test_elements}) {
    if (x.dtype() == DType::kBool) raise("Unsupported input type encountered for isin(): Bool");
  }
  const DType dtype = promote_types(elements.dtype(), test_elements.dtype());
  std::vector<std::uint64_t> members = ops::keys(to(test_elements.value(), dtype));
  std::ranges::sort(members);
  const std::vector<std::uint64_t> keys = ops::keys(to(elements.value(), dtype));
  Tensor y(elements.shape(), DType::kBool);
  const bool has_nan = tensor::is_floating(dtype);
  std::ranges::transform(keys, y.values<bool>().begin(), [&](std::uint64_t key) {
    const bool is_nan = has_nan && key == ops::kKeyOfNan;
    return (!is_nan && std::ranges::binary_search(members, key)) != invert;
  });
  return Variable(std::move(y), elements.device());
}
Variable isin_number(const Variable& elements, const Scalar& test_element, bool assume_unique,
                     bool invert) {
  return isin(elements,
              to_dtype(as_tensor(test_element, elements.device()),
                       result_type({elements, as_tensor(test_element, elements.device())})),
              assume_unique, invert);
}
Variable is_number_in(const Scalar& element, const Variable& test_elements, bool assume_unique,
                      bool invert) {
  const Variable number = as_tensor(element, test_elements.device());
  return isin(to_dtype(number, result_type({number, test_elements})), test_elements, assume_unique,
              invert);
}

Variable bincount(const Variable& self, const Variable& weights, std::int64_t minlength) {
  if (tensor::is_floating(self.dtype()) || self.dtype() == DType::kBool) {
    tensor::fail_not_implemented("bincount_cpu", self.dtype());
  }
  if (minlength < 0) raise("minlength should be >= 0");
  if (self.rank() == 1 && self.size() == 0) {
    return full({minlength}, Scalar(0), DType::kInt64, self.device());
  }
  const Tensor given = tensor::contiguous(to(self.value(), DType::kInt64));
  const auto values = given.values<std::int64_t>();
  if (self.rank() != 1 || std::ranges::any_of(values, [](std::int64_t v) { return v < 0; })) {
    raise("bincount only supports 1-d non-negative integral inputs.");
  }
  if (weights && weights.shape() != self.shape()) {
    raise("weights should be 1-d and have the same length as input");
  }
  const std::int64_t most = *std::ranges::max_element(values);
  if (most >= std::int64_t{1} << 40) raise("invalid size, possible overflow?");
  const Shape shape{std::max(most + 1, minlength)};
  if (!weights) {
    Tensor y = tensor::full(shape, 0, DType::kInt64);
    const auto counts = y.values<std::int64_t>();
    for (const std::int64_t v : values) ++counts[static_cast<std::size_t>(v)];
    return Variable(std::move(y), self.device());
  }
  const DType dtype = weights.dtype() == DType::kFloat32 ? DType::kFloat32 : DType::kFloat64;
  Tensor y = tensor::full(shape, 0, dtype);
  const Tensor each = tensor::contiguous(to(weights.value(), dtype));
  tensor::with_floating_type(dtype, "bincount_cpu", [&]<class T>(T) {
    const auto sums = y.values<T>();
    const auto weight = each.values<T>();
    for (std::size_t i = 0; i < values.size(); ++i) {
      sums[static_cast<std::size_t>(values[i])] += weight[i];
    }
  });
  return Variable(std::move(y), self.device());
}

// Source  aten/src/ATen/native/cpu/HistogramKernel.cpp, histogram_select_outer_bin_edges.
Variable histc(const Variable& self, std::int64_t bins, const Scalar& min, const Scalar& max) {
  if (!tensor::is_floating(self.dtype())) {
    tensor::fail_not_implemented("histogram_cpu", self.dtype());
  }
  if (bins <= 0) raise("torch.histogram(): bins must be > 0, but got {} for dimension 0", bins);
  Tensor y = tensor::full({bins}, 0, self.dtype());
  const Tensor given = tensor::contiguous(self.value());
  tensor::with_floating_type(self.dtype(), "histogram_cpu", [&]<class T>(T) {
    const auto values = given.values<T>();
    auto low = static_cast<T>(min.number);
    auto high = static_cast<T>(max.number);
    if (low == high && !values.empty()) {
      low = high = values[0];
      for (const T v : values) {
        low = v < low || v != v ? v : low;
        high = v > high || v != v ? v : high;
      }
    }
    if (!std::isfinite(low) || !std::isfinite(high)) {
      raise("torch.histc: range of [{}, {}] is not finite", static_cast<double>(low),
            static_cast<double>(high));
    }
    if (low > high) raise("torch.histc: max must be larger than min");
    if (low == high) {
      low -= 1;
      high += 1;
    }
    const auto counts = y.values<T>();
    for (const T v : values) {
      if (v < low || v > high) continue;
      // A nan is counted in the first, since that is where PyTorch's conversion of it leads.
      const T place = v != v ? T(0) : (v - low) / (high - low) * static_cast<T>(bins);
      counts[static_cast<std::size_t>(std::min(place, static_cast<T>(bins - 1)))] += 1;
    }
  });
  return Variable(std::move(y), self.device());
}

constexpr auto kF = Where::kFunction;

constexpr Row kRows[] = {
    row<&unique2>("_unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool "
                  "return_counts=False) -> (Tensor, Tensor, Tensor)",
                  kF),
    row<&unique_dim>("unique_dim(Tensor self, int dim, bool sorted=True, bool "
                     "return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)",
                     Where::kInner),
    row<&unique_consecutive>("unique_consecutive(Tensor self, bool return_inverse=False, bool "
                             "return_counts=False, int? dim=None) -> (Tensor, Tensor, Tensor)",
                             kF),
    row<&searchsorted>("searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool "
                       "out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) "
                       "-> Tensor",
                       kF),
    row<&searchsorted_number>("searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool "
                              "out_int32=False, bool right=False, str? side=None, Tensor? "
                              "sorter=None) -> Tensor",
                              kF),
    row<&bucketize>("bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, "
                    "bool right=False) -> Tensor",
                    kF),
    row<&bucketize_number>("bucketize.Scalar(Scalar self, Tensor boundaries, *, bool "
                           "out_int32=False, bool right=False) -> Tensor",
                           kF),
    row<&isin>("isin.Tensor_Tensor(Tensor elements, Tensor test_elements, *, bool "
               "assume_unique=False, bool invert=False) -> Tensor",
               kF),
    row<&isin_number>("isin.Tensor_Scalar(Tensor elements, Scalar test_element, *, bool "
                      "assume_unique=False, bool invert=False) -> Tensor",
                      kF),
    row<&is_number_in>("isin.Scalar_Tensor(Scalar element, Tensor test_elements, *, bool "
                       "assume_unique=False, bool invert=False) -> Tensor",
                       kF),
    row<&bincount>("bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor"),
    row<&histc>("histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor"),
};

}  // namespace

std::span<const Row> set_rows() { return kRows; }

}  // namespace playground::operations
