#include "operations/ordering.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/places.hpp"
#include "operations/pointwise.hpp"
#include "operations/quantiles.hpp"
#include "operations/table.hpp"
#include "ops/order.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::Saved;
using errors::Exception;
using errors::raise;
using ops::Keyed;

namespace {

ValuesAndIndices as_chosen(const Variable& self, ops::Chosen chosen, std::string_view name) {
  const Shape shape = chosen.indices.shape();
  return {taken(self, places_of(std::move(chosen.places)), shape, name),
          Variable(std::move(chosen.indices), self.device())};
}

ValuesAndIndices sorted_as(const Variable& self, std::int64_t dim, bool descending,
                           std::string_view name) {
  const std::size_t place = wrapped(dim, self.rank());
  const std::int64_t count = self.rank() == 0 ? 1 : self.shape()[place];
  return as_chosen(self, ops::chosen(self.value(), place, count, descending, &ops::sort_stably),
                   name);
}

// One element of each line, which `choose` puts first.
ValuesAndIndices one_of_each(const Variable& self, std::size_t dim, bool keepdim,
                             std::string_view name,
                             const std::function<void(std::span<Keyed>)>& choose) {
  ops::Chosen chosen = ops::chosen(self.value(), dim, 1, false, choose);
  if (!keepdim && self.rank() > 0) {
    Integers extents = chosen.indices.shape().extents();
    extents.erase(extents.begin() + static_cast<std::ptrdiff_t>(dim));
    const Shape shape(std::move(extents));
    chosen.indices = chosen.indices.as_strided(shape, tensor::row_major_strides(shape), 0);
  }
  return as_chosen(self, std::move(chosen), name);
}

void require_elements(const Variable& self, std::size_t dim, std::string_view name) {
  if (self.rank() == 0 || self.shape()[dim] > 0) return;
  raise(Exception::kIndexError, "{}(): Expected reduction dim {} to have non-zero size.", name,
        dim);
}

void require_not_bool(const Variable& self, std::string_view kernel) {
  if (self.dtype() == DType::kBool) tensor::fail_not_implemented(kernel, self.dtype());
}

}  // namespace

ValuesAndIndices sort(const Variable& self, std::int64_t dim, bool descending) {
  return sorted_as(self, dim, descending, "SortBackward0");
}

Variable argsort(const Variable& self, std::int64_t dim, bool descending) {
  return std::get<1>(sort(self.detach(), dim, descending));
}

ValuesAndIndices topk(const Variable& self, std::int64_t k, std::int64_t dim, bool largest,
                      bool sorted) {
  const std::size_t place = wrapped(dim, self.rank());
  if (k < 0 || k > (self.rank() == 0 ? 1 : self.shape()[place])) {
    raise("selected index k out of range");
  }
  require_not_bool(self, "topk_cpu");
  const auto count = static_cast<std::size_t>(k);
  const auto choose = [count, sorted](std::span<Keyed> line) {
    if (count * 64 <= line.size()) return ops::partial_sort_as_gcc(line, count);
    if (count == 0) return;
    ops::nth_element_as_gcc(line, count - 1);
    if (sorted) ops::sort_as_gcc(line.first(count - 1));
  };
  const std::int64_t kept = self.rank() == 0 ? 1 : k;
  return as_chosen(self, ops::chosen(self.value(), place, kept, largest, choose), "TopkBackward0");
}

ValuesAndIndices kthvalue(const Variable& self, std::int64_t k, std::int64_t dim, bool keepdim) {
  const std::size_t place = wrapped(dim, self.rank());
  require_elements(self, place, "kthvalue");
  if (k < 1 || k > (self.rank() == 0 ? 1 : self.shape()[place])) {
    raise("kthvalue(): selected number k out of range for dimension {}", place);
  }
  require_not_bool(self, "kthvalue_cpu");
  const auto nth = static_cast<std::size_t>(k - 1);
  return one_of_each(self, place, keepdim, "KthvalueBackward0", [nth](std::span<Keyed> line) {
    ops::quick_select(line, nth);
    line[0] = line[nth];
  });
}

namespace {

// Which elements have a say: all, where one nan is the median, or those that are none.
struct Say {
  bool is_of_numbers;
  bool has_nan;  // whether the dtype has any
};

void put_median_first(std::span<Keyed> line, Say say) {
  const auto is_nan = [say](const Keyed& element) {
    return say.has_nan && element.key == ops::kKeyOfNan;
  };
  const auto first_nan = std::ranges::find_if(line, is_nan);
  if (!say.is_of_numbers && first_nan != line.end()) {
    line[0] = *first_nan;
    return;
  }
  const auto numbers = line.size() - static_cast<std::size_t>(std::ranges::count_if(line, is_nan));
  const std::size_t nth = numbers == 0 ? 0 : (numbers - 1) / 2;
  // Of equal elements the one that is there first.
  ops::sort_stably(line);
  line[0] = line[nth];
}

ValuesAndIndices median_along(const Variable& self, std::int64_t dim, bool keepdim,
                              std::string_view name, bool is_of_numbers) {
  const std::size_t place = wrapped(dim, self.rank());
  require_elements(self, place, "median");
  require_not_bool(self, "median_out");
  const Say say{is_of_numbers, tensor::is_floating(self.dtype())};
  return one_of_each(self, place, keepdim, name,
                     [say](std::span<Keyed> line) { put_median_first(line, say); });
}

// The gradient is shared by all elements that are the median.
Variable median_of_all(const Variable& self, std::string_view name, bool is_of_numbers) {
  require_not_bool(self, "median_cpu");
  const Say say{is_of_numbers, tensor::is_floating(self.dtype())};
  Variable y;
  if (self.size() == 0) {
    const bool is_floating = tensor::is_floating(self.dtype());
    y = full(Shape(),
             is_floating ? Scalar(std::numeric_limits<double>::quiet_NaN())
                         : Scalar(std::numeric_limits<std::int64_t>::min()),
             self.dtype(), self.device());
  } else {
    const Variable flat = reshape(self.detach(), {-1});
    y = std::get<0>(one_of_each(flat, 0, false, name,
                                [say](std::span<Keyed> line) { put_median_first(line, say); }));
  }
  record(y, name, {self}, {Saved(self), Saved::output(y)}, [](Backward& b) {
    const Variable x = b.saved(0).detach();
    const Variable median = b.saved(1).detach();
    const bool is_nan = ne(median, median).value().values<bool>()[0];
    const Variable mask = is_nan ? ne(x, x) : eq(x, median);
    const Tensor all = tensor::contiguous(mask.value());
    const auto count = std::ranges::count(all.values<bool>(), true);
    b.give(0, mul(to_dtype(mask, b.grad().dtype()), div(b.grad(), Scalar(std::int64_t{count}))));
  });
  return y;
}

}  // namespace

Variable median(const Variable& self) { return median_of_all(self, "MedianBackward0", false); }
ValuesAndIndices median(const Variable& self, std::int64_t dim, bool keepdim) {
  return median_along(self, dim, keepdim, "MedianBackward1", false);
}
Variable nanmedian(const Variable& self) { return median_of_all(self, "NanmedianBackward0", true); }
ValuesAndIndices nanmedian(const Variable& self, std::int64_t dim, bool keepdim) {
  return median_along(self, dim, keepdim, "NanmedianBackward1", true);
}

// The least of those that are there most often.
ValuesAndIndices mode(const Variable& self, std::int64_t dim, bool keepdim) {
  const std::size_t place = wrapped(dim, self.rank());
  require_elements(self, place, "mode");
  return one_of_each(self, place, keepdim, "ModeBackward0", [](std::span<Keyed> line) {
    ops::sort_as_gcc(line);
    std::size_t most = 0;
    std::size_t count = 0;
    Keyed found{};
    for (std::size_t i = 0; i < line.size(); ++i) {
      ++count;
      if (i + 1 < line.size() && line[i].key == line[i + 1].key) continue;
      if (count > most) {
        most = count;
        found = line[i];
      }
      count = 0;
    }
    line[0] = found;
  });
}

namespace {

ValuesAndIndices sort_stable(const Variable& self, std::optional<bool> stable, std::int64_t dim,
                             bool descending) {
  if (!stable) raise("sort(): c10::optional<bool> for stable has to have value.");
  return sorted_as(self, dim, descending, "SortBackward1");
}
Variable argsort_stable(const Variable& self, bool /*stable*/, std::int64_t dim, bool descending) {
  return argsort(self, dim, descending);
}
Variable msort(const Variable& self) { return std::get<0>(sort(self, 0)); }

using AlongDim = ValuesAndIndices (*)(const Variable&, std::int64_t, bool);
using OfAll = Variable (*)(const Variable&);

Variable quantile_of_number(const Variable& self, double q, std::optional<std::int64_t> dim,
                            bool keepdim, const std::string& interpolation) {
  require_fraction(q);
  return quantile(self, full(Shape(), Scalar(q), self.dtype(), self.device()), dim, keepdim,
                  interpolation);
}
Variable nanquantile_of_number(const Variable& self, double q, std::optional<std::int64_t> dim,
                               bool keepdim, const std::string& interpolation) {
  require_fraction(q);
  return nanquantile(self, full(Shape(), Scalar(q), self.dtype(), self.device()), dim, keepdim,
                     interpolation);
}

constexpr Row kRows[] = {
    row<&sort>(
        "sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)"),
    row<&sort_stable>("sort.stable(Tensor self, *, bool? stable, int dim=-1, bool "
                      "descending=False) -> (Tensor values, Tensor indices)"),
    row<&argsort>("argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor"),
    row<&argsort_stable>(
        "argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor"),
    row<&msort>("msort(Tensor self) -> Tensor"),
    row<&topk>("topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> "
               "(Tensor values, Tensor indices)"),
    row<&kthvalue>("kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor "
                   "values, Tensor indices)"),
    row<static_cast<OfAll>(&median)>("median(Tensor self) -> Tensor"),
    row<static_cast<AlongDim>(&median)>(
        "median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)"),
    row<static_cast<OfAll>(&nanmedian)>("nanmedian(Tensor self) -> Tensor"),
    row<static_cast<AlongDim>(&nanmedian)>("nanmedian.dim(Tensor self, int dim, bool "
                                           "keepdim=False) -> (Tensor values, Tensor indices)"),
    row<&mode>(
        "mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)"),
    row<&quantile>("quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str "
                   "interpolation='linear') -> Tensor"),
    row<&quantile_of_number>("quantile.scalar(Tensor self, float q, int? dim=None, bool "
                             "keepdim=False, *, str interpolation='linear') -> Tensor"),
    row<&nanquantile>("nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, "
                      "str interpolation='linear') -> Tensor"),
    row<&nanquantile_of_number>("nanquantile.scalar(Tensor self, float q, int? dim=None, bool "
                                "keepdim=False, *, str interpolation='linear') -> Tensor"),
};

}  // namespace

std::span<const Row> ordering_rows() { return kRows; }

}  // namespace playground::operations
