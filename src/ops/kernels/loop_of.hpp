// Loops out of kernels over spans, and out of functions of single elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ops/kernels/loops.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {

/// Of a kernel of one span, or of two.
template <class T, void (*kKernel)(std::span<const T>, std::span<T>) noexcept>
void loop_of_one(const Run& run) {
  kKernel(run.in<T>(0), run.out<T>());
}
template <class T, void (*kKernel)(std::span<const T>, std::span<const T>, std::span<T>) noexcept>
void loop_of_two(const Run& run) {
  kKernel(run.in<T>(0), run.in<T>(1), run.out<T>());
}

/// Of a formula for a register or a number, such as kernels/map.hpp takes.
template <class T, auto kFormula>
void loop_of_lanes(const Run& run) {
  if constexpr (requires(xsimd::batch<T> v) { kFormula(v, v, v); }) {
    map_lanes<T>(run.out<T>(), kFormula, run.in<T>(0), run.in<T>(1), run.in<T>(2));
  } else if constexpr (requires(xsimd::batch<T> v) { kFormula(v, v); }) {
    map_lanes<T>(run.out<T>(), kFormula, run.in<T>(0), run.in<T>(1));
  } else {
    map_lanes<T>(run.out<T>(), kFormula, run.in<T>(0));
  }
}

/// Of a function of one number, or of two, that is computed as Wide: float32 functions in float64,
/// rounded once, need no more than the C library has.
template <class T, auto kFunction, class Wide = T, class Result = T>
void loop_of_numbers(const Run& run) {
  const std::span<const T> a = run.in<T>(0);
  const std::span<Result> y = run.out<Result>();
  if constexpr (requires(Wide v) { kFunction(v, v); }) {
    const std::span<const T> b = run.in<T>(1);
    for (std::size_t i = 0; i < y.size(); ++i) {
      y[i] = static_cast<Result>(kFunction(static_cast<Wide>(a[i]), static_cast<Wide>(b[i])));
    }
  } else {
    for (std::size_t i = 0; i < y.size(); ++i) {
      y[i] = static_cast<Result>(kFunction(static_cast<Wide>(a[i])));
    }
  }
}

/// Of the same function for both floating dtypes.
template <auto kFunction>
constexpr Loops in_double(const char* kernel) {
  return {kernel, &loop_of_numbers<float, kFunction, double>, &loop_of_numbers<double, kFunction>};
}

template <auto kFormula>
constexpr Loops in_lanes(const char* kernel, Loop int64 = nullptr) {
  return {kernel, &loop_of_lanes<float, kFormula>, &loop_of_lanes<double, kFormula>, int64};
}

template <auto kFunction>
constexpr Loop in_int64() {
  return &loop_of_numbers<std::int64_t, kFunction>;
}

/// Of a question to one number or two.
template <auto kQuestion>
constexpr Loops asking(const char* kernel) {
  return {kernel, &loop_of_numbers<float, kQuestion, float, std::uint8_t>,
          &loop_of_numbers<double, kQuestion, double, std::uint8_t>,
          &loop_of_numbers<std::int64_t, kQuestion, std::int64_t, std::uint8_t>, true};
}

}  // namespace playground::ops
