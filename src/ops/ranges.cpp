#include "ops/ranges.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "errors/error.hpp"
#include "maths/fma32.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Tensor;

[[noreturn]] void fail_nonzero() { errors::fail(Kind::kValue, "step must be nonzero"_words); }

[[noreturn]] void fail_sign() {
  errors::fail(Kind::kValue, "upper bound and lower bound inconsistent with step sign"_words);
}

std::int64_t to_int64(double value) {
  tensor::require_in_range(value, DType::kInt64);
  return static_cast<std::int64_t>(value);
}

Tensor of_size(double size, DType dtype) {
  if (!(size < 0x1p62)) {
    errors::fail(Kind::kMemory, "invalid size, possible overflow?"_words);
  }
  return Tensor({static_cast<std::int64_t>(size)}, dtype);
}

// As in PyTorch's vectorised loop, two registers at a time are counted from a rounded base, and
// each multiply-add is rounded once. What is left over is counted from `start`.
template <class T>
void fill_arange(std::span<T> x, double start, double step) {
  constexpr std::size_t kLanes = 32 / sizeof(T);
  const std::size_t in_registers = x.size() - x.size() % (2 * kLanes);
  T base = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::size_t lane = i < in_registers ? i % kLanes : 0;
    const bool begins = lane == 0;
    const double value =
        std::fma(static_cast<double>(begins ? i : lane), step, begins ? start : base);
    x[i] = static_cast<T>(value);
    if (begins) base = x[i];
  }
}

// Counts the upper half from the end, so that both ends are exact.
void fill_linspace(std::span<float> x, double start, double end) {
  const auto s = static_cast<float>(start);
  const auto e = static_cast<float>(end);
  const std::size_t n = x.size();
  const float step = (e - s) / static_cast<float>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    x[i] = i < n / 2 ? maths::fma32(step, static_cast<float>(i), s)
                     : maths::fma32(-step, static_cast<float>(n - 1 - i), e);
  }
}

void fill_linspace(std::span<double> x, double start, double end) {
  const std::size_t n = x.size();
  const double step = (end - start) / static_cast<double>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    x[i] = i < n / 2 ? std::fma(step, static_cast<double>(i), start)
                     : std::fma(-step, static_cast<double>(n - 1 - i), end);
  }
}

}  // namespace

Tensor arange(double start, double end, double step, DType dtype) {
  if (step == 0) fail_nonzero();
  if (!std::isfinite(start) || !std::isfinite(end)) {
    errors::fail(Kind::kValue, "unsupported range: {0} -> {1}"_words, start, end);
  }
  if ((step > 0 && start > end) || (step < 0 && start < end) || std::isnan(step)) fail_sign();
  if (dtype == DType::kInt64) return arange_int64(to_int64(start), to_int64(end), to_int64(step));
  Tensor x = of_size(std::ceil((end - start) / step), dtype);
  tensor::with_floating_type(dtype, "arange",
                             [&]<class T>(T) { fill_arange(x.values<T>(), start, step); });
  return x;
}

Tensor arange_int64(std::int64_t start, std::int64_t end, std::int64_t step) {
  if (step == 0) fail_nonzero();
  if (step > 0 ? start > end : start < end) fail_sign();
  // Unsigned, since differences may leave the range of an int64.
  const auto first = static_cast<std::uint64_t>(start);
  const auto stride = static_cast<std::uint64_t>(step);
  const auto last = static_cast<std::uint64_t>(end);
  const std::uint64_t distance = step > 0 ? last - first : first - last;
  const std::uint64_t size = step > 0 ? stride : 0 - stride;
  Tensor x = of_size(static_cast<double>(distance / size + (distance % size != 0)), DType::kInt64);
  std::uint64_t next = first;
  for (std::int64_t& element : x.values<std::int64_t>()) {
    element = static_cast<std::int64_t>(next);
    next += stride;
  }
  return x;
}

Tensor linspace(double start, double end, std::int64_t steps, DType dtype) {
  if (steps < 0) errors::fail(Kind::kValue, "number of steps must be non-negative"_words);
  if (dtype == DType::kInt64) {
    errors::fail(Kind::kDType, "linspace of int64 is not reproduced; use float32 or float64"_words);
  }
  tensor::require_in_range(start, dtype);
  tensor::require_in_range(end, dtype);
  if (steps == 1) return tensor::full({1}, start, dtype);
  Tensor x({steps}, dtype);
  tensor::with_floating_type(dtype, "linspace",
                             [&]<class T>(T) { fill_linspace(x.values<T>(), start, end); });
  return x;
}

}  // namespace playground::ops
