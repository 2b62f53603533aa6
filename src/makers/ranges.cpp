#include "makers/ranges.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>

#include "random/fma32.hpp"
#include "wording/fail.hpp"
#include "wording/format.hpp"

namespace playground::makers {
namespace {

using tensor::DType;
using tensor::Tensor;

void check(double start, double end, double step) {
  if (step == 0) wording::fail<std::invalid_argument>("step must be nonzero");
  if (!std::isfinite(start) || !std::isfinite(end)) {
    constexpr int kDecimals = 6;  // those of C++'s std::to_string
    wording::fail<std::invalid_argument>("unsupported range: ", wording::fixed(start, kDecimals),
                                         " -> ", wording::fixed(end, kDecimals));
  }
  if ((step > 0 && start > end) || (step < 0 && start < end) || std::isnan(step)) {
    wording::fail<std::invalid_argument>("upper bound and lower bound inconsistent with step sign");
  }
}

// For integers the bounds and the step are integers first.
std::int64_t to_int64(double value) {
  if (!(std::abs(value) < 0x1p63)) {
    wording::fail<std::invalid_argument>(
        "value cannot be converted to type int64_t without overflow");
  }
  return static_cast<std::int64_t>(value);
}

// Blocks of eight start from a rounded base, as the vectorised loop does; the rest do not.
void fill_arange(std::span<float> x, double start, double step) {
  constexpr std::size_t kLanes = 8;
  const std::size_t in_blocks = x.size() / kLanes * kLanes;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::size_t lane = i < in_blocks ? i % kLanes : 0;
    const double base = start + step * static_cast<double>(i - lane);
    x[i] = i < in_blocks ? static_cast<float>(static_cast<double>(static_cast<float>(base)) +
                                              static_cast<double>(lane) * step)
                         : static_cast<float>(base);
  }
}

void fill_arange(std::span<double> x, double start, double step) {
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = start + step * static_cast<double>(i);
}

void fill_arange(std::span<std::int64_t> x, double start, double step) {
  // Without sign: the product may leave the range that the sum is in.
  const auto first = static_cast<std::uint64_t>(to_int64(start));
  const auto stride = static_cast<std::uint64_t>(to_int64(step));
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = static_cast<std::int64_t>(first + stride * static_cast<std::uint64_t>(i));
  }
}

// The upper half is counted from the end, so that both ends are exact.
void fill_linspace(std::span<float> x, double start, double end) {
  const auto s = static_cast<float>(start);
  const auto e = static_cast<float>(end);
  const std::size_t n = x.size();
  const float step = (e - s) / static_cast<float>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    x[i] = i < n / 2 ? random::fma32(step, static_cast<float>(i), s)
                     : random::fma32(-step, static_cast<float>(n - 1 - i), e);
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
  check(start, end, step);
  const auto rounded = [&](double value) {
    return dtype == DType::kInt64 ? static_cast<double>(to_int64(value)) : value;
  };
  if (rounded(step) == 0) wording::fail<std::invalid_argument>("step must be nonzero");
  const double size = std::ceil((rounded(end) - rounded(start)) / rounded(step));
  if (!(size < 0x1p62)) wording::fail<std::length_error>("arange has too many elements for memory");
  Tensor x({static_cast<std::int64_t>(size)}, dtype);
  tensor::with_type(dtype, [&]<class T>(T) { fill_arange(x.values<T>(), start, step); });
  return x;
}

Tensor linspace(double start, double end, std::int64_t steps, DType dtype) {
  if (steps < 0) wording::fail<std::invalid_argument>("number of steps must be non-negative");
  if (dtype == DType::kInt64) {
    wording::fail<std::domain_error>("linspace of int64 is not reproduced; use float32 or float64");
  }
  if (steps == 1) return tensor::full({1}, start, dtype);
  Tensor x({steps}, dtype);
  if (dtype == DType::kFloat32) {
    fill_linspace(x.values<float>(), start, end);
  } else {
    fill_linspace(x.values<double>(), start, end);
  }
  return x;
}

}  // namespace playground::makers
