// Evenly spaced numbers: arange, range, linspace and logspace.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "errors/raised.hpp"
#include "maths/power.hpp"
#include "operations/creation.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "operations/tensor_options.hpp"
#include "ops/ranges.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {
namespace {

using errors::raise;

Variable on(MaybeDevice device, Tensor x) {
  return Variable(std::move(x), device.value_or(Device()));
}

// Of bounds: whole numbers make whole numbers.
DType dtype_of_all(std::initializer_list<Scalar> numbers) {
  const bool any_floating =
      std::ranges::any_of(numbers, [](const Scalar& number) { return number.is_floating(); });
  return any_floating ? default_dtype() : DType::kInt64;
}

void require_steps_towards(const Scalar& start, const Scalar& end, const Scalar& step,
                           std::string_view second_bound) {
  if (!(step.number > 0 || step.number < 0)) raise("step must be nonzero");
  if (!std::isfinite(start.number) || !std::isfinite(end.number)) {
    raise("unsupported range: {} -> {}", start.number, end.number);
  }
  const bool goes_there = step.number > 0 ? end.number >= start.number : end.number <= start.number;
  if (!goes_there) {
    raise("upper bound and {} bound inconsistent with step sign", second_bound);
  }
}

// Infinite bounds are refused as such.
Scalar whole_bound(const Scalar& number) {
  return std::isfinite(number.number) ? whole(number) : number;
}

// Whole numbers from start on; those beyond the range of the dtype wrap around.
Tensor counted(double size, const Scalar& start, const Scalar& step, DType dtype) {
  if (!(size < 0x1p40)) raise("invalid size, possible overflow?");
  Tensor y({static_cast<std::int64_t>(size)}, DType::kInt64);
  auto next = static_cast<std::uint64_t>(whole_bound(start).integer);
  const auto stride = static_cast<std::uint64_t>(whole_bound(step).integer);
  for (std::int64_t& element : y.values<std::int64_t>()) {
    element = static_cast<std::int64_t>(next);
    next += stride;
  }
  return dtype == DType::kInt64 ? y : to(y, dtype);
}

Variable arange_step(const Scalar& start, const Scalar& end, const Scalar& step, MaybeDType dtype,
                     Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  const DType own = dtype.value_or(dtype_of_all({start, end, step}));
  if (own == DType::kBool) tensor::fail_not_implemented("arange_cpu", own);
  if (tensor::is_floating(own)) {
    require_steps_towards(start, end, step, "larger");
    return on(device, ops::arange(start.number, end.number, step.number, own));
  }
  const Scalar whole_step = whole_bound(step);
  require_steps_towards(whole_bound(start), whole_bound(end), whole_step, "larger");
  if (own == DType::kInt64) {
    return on(device, ops::arange_int64(whole_bound(start).integer, whole_bound(end).integer,
                                        whole_step.integer));
  }
  const double size = std::ceil((end.number - start.number) / step.number);
  return on(device, counted(size, start, step, own));
}
Variable arange_start(const Scalar& start, const Scalar& end, MaybeDType dtype, Layout layout,
                      MaybeDevice device, MaybePinned pinned) {
  return arange_step(start, end, 1, dtype, layout, device, pinned);
}
Variable arange(const Scalar& end, MaybeDType dtype, Layout layout, MaybeDevice device,
                MaybePinned pinned) {
  return arange_step(0, end, 1, dtype, layout, device, pinned);
}

// torch.range, which includes the end, and makes floats of whole numbers.
Variable range_step(const Scalar& start, const Scalar& end, const Scalar& step, MaybeDType dtype,
                    Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  const DType own = dtype.value_or(default_dtype());
  if (own == DType::kBool) tensor::fail_not_implemented("range_cpu", own);
  require_steps_towards(start, end, step, "lower");
  const double size = std::floor((end.number - start.number) / step.number) + 1;
  if (!tensor::is_floating(own)) return on(device, counted(size, start, step, own));
  if (!(size < 0x1p40)) raise("invalid size, possible overflow?");
  Tensor y({static_cast<std::int64_t>(size)}, own);
  tensor::with_floating_type(own, "range_cpu", [&]<class T>(T) {
    const auto values = y.values<T>();
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = static_cast<T>(start.number + static_cast<double>(i) * step.number);
    }
  });
  return on(device, std::move(y));
}
Variable range(const Scalar& start, const Scalar& end, MaybeDType dtype, Layout layout,
               MaybeDevice device, MaybePinned pinned) {
  return range_step(start, end, 1, dtype, layout, device, pinned);
}

// The numbers of linspace of float64, each counted from the end that is nearer.
template <class Use>
void for_each_between(double start, double end, std::int64_t steps, Use use) {
  const double step = (end - start) / static_cast<double>(steps - 1);
  for (std::int64_t i = 0; i < steps; ++i) {
    use(i < steps / 2 ? start + step * static_cast<double>(i)
                      : end - step * static_cast<double>(steps - 1 - i));
  }
}

// As PyTorch's vectorised loop: two registers at a time are counted from a base that is whole
// already, and what is left over each by itself.
//
// Source  at::native::linspace_kernel of PyTorch 1.13 with AVX2.
Tensor whole_between(const Scalar& start, const Scalar& end, std::int64_t steps, DType dtype) {
  if (dtype == DType::kBool) tensor::fail_not_implemented("linspace_cpu", dtype);
  tensor::require_in_range(start.number, dtype);
  tensor::require_in_range(end.number, dtype);
  const auto lanes = static_cast<std::int64_t>(32 / tensor::item_size(dtype));
  const std::int64_t in_registers = steps - steps % (2 * lanes);
  Tensor y({steps}, DType::kFloat64);
  const auto values = y.values<double>();
  const double first = std::trunc(start.number);
  const double last = std::trunc(end.number);
  const double step = (last - first) / static_cast<double>(steps - 1);
  std::int64_t i = 0;
  for_each_between(first, last, steps, [&](double value) {
    const std::int64_t lane = i < in_registers ? i % lanes : 0;
    const auto at = static_cast<std::size_t>(i++);
    if (lane > 0)
      value = values[at - static_cast<std::size_t>(lane)] + static_cast<double>(lane) * step;
    values[at] = lane > 0 ? value : std::trunc(value);
  });
  return to(y, dtype);
}

Variable linspace(const Scalar& start, const Scalar& end, std::int64_t steps, MaybeDType dtype,
                  Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  const DType own = dtype.value_or(default_dtype());
  if (steps < 0) raise("number of steps must be non-negative");
  if (steps == 0) return on(device, Tensor({0}, own));
  if (steps == 1) return full({1}, start, own, device.value_or(Device()));
  if (!tensor::is_floating(own)) return on(device, whole_between(start, end, steps, own));
  return on(device, ops::linspace(start.number, end.number, steps, own));
}

Variable logspace(const Scalar& start, const Scalar& end, std::int64_t steps, double base,
                  MaybeDType dtype, Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  const DType own = dtype.value_or(default_dtype());
  if (steps < 0) raise("number of steps must be non-negative");
  if (own == DType::kBool) tensor::fail_not_implemented("logspace_cpu", own);
  Tensor y({steps}, DType::kFloat64);
  const auto values = y.values<double>();
  if (steps == 1) {
    values[0] = maths::pow(base, start.number);
  } else if (own == DType::kFloat32) {
    // The exponents are floats there.
    const Tensor exponents = to(ops::linspace(start.number, end.number, steps), DType::kFloat64);
    std::ranges::transform(exponents.values<double>(), values.begin(), [base](double exponent) {
      return maths::pow(static_cast<double>(static_cast<float>(base)), exponent);
    });
  } else {
    auto next = values.begin();
    for_each_between(start.number, end.number, steps,
                     [&](double exponent) { *next++ = maths::pow(base, exponent); });
  }
  return on(device, own == DType::kFloat64 ? y : to(y, own));
}

constexpr auto kF = Where::kFunction;

constexpr Row kRows[] = {
    row<&arange>("arange(Scalar end, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&arange_start>(
        "arange.start(Scalar start, Scalar end, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&arange_step>(
        "arange.start_step(Scalar start, Scalar end, Scalar step=1, " PLAYGROUND_TENSOR_OPTIONS
        ") -> Tensor",
        kF),
    row<&range_step>(
        "range.step(Scalar start, Scalar end, Scalar step=1, " PLAYGROUND_TENSOR_OPTIONS
        ") -> Tensor",
        kF),
    row<&range>("range(Scalar start, Scalar end, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&linspace>("linspace(Scalar start, Scalar end, int steps, " PLAYGROUND_TENSOR_OPTIONS
                   ") -> Tensor",
                   kF),
    row<&logspace>(
        "logspace(Scalar start, Scalar end, int steps, float base=10.0, " PLAYGROUND_TENSOR_OPTIONS
        ") -> Tensor",
        kF),
};

}  // namespace

std::span<const Row> range_rows() { return kRows; }

}  // namespace playground::operations
