// The loops of arithmetic between tensors.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "maths/fused.hpp"
#include "ops/kernels/loop_of.hpp"
#include "ops/operators.hpp"

namespace playground::ops::loops {
namespace {

template <Operator kOperator>
constexpr Loop of_integers() {
  return in_int64<[](std::int64_t a, std::int64_t b) { return computed(kOperator, a, b); }>();
}

template <Operator kOperator, class T>
void of_floats(const Run& run) {
  const auto a = run.in<T>(0);
  const auto b = run.in<T>(1);
  const auto y = run.out<T>();
  for (std::size_t i = 0; i < y.size(); ++i) {
    y[i] = static_cast<T>(computed(kOperator, a[i], b[i], sizeof(T) == 4, Library::kTorch));
  }
}

std::int64_t truncated_quotient(std::int64_t a, std::int64_t b) {
  // The quotient of the smallest int64 by -1 is none.
  if (b == -1) return computed(Operator::kSubtract, 0, a);
  return a / b;
}

// A nan wins, and of equal ones, which only zeros can be told apart of, the first.
constexpr auto kLarger = []<class V>(V v, V w) {
  return maths::pick<V>(v != v, v, maths::pick<V>((v < w) | (w != w), w, v));
};
constexpr auto kSmaller = []<class V>(V v, V w) {
  return maths::pick<V>(v != v, v, maths::pick<V>((v > w) | (w != w), w, v));
};
constexpr auto kLargerInteger = [](std::int64_t a, std::int64_t b) { return std::max(a, b); };
constexpr auto kSmallerInteger = [](std::int64_t a, std::int64_t b) { return std::min(a, b); };

template <class T>
void add_scaled(const Run& run) {
  const double scale = run.numbers[0];
  map_lanes<T>(
      run.out<T>(),
      [scale]<class V>(V a, V b) { return maths::fused<V>(b, maths::constant<V>(scale), a); },
      run.in<T>(0), run.in<T>(1));
}

template <class T>
void addcmul(const Run& run) {
  const double value = run.numbers[0];
  map_lanes<T>(
      run.out<T>(),
      [value]<class V>(V a, V b, V c) {
        return maths::fused<V>(maths::constant<V>(value) * b, c, a);
      },
      run.in<T>(0), run.in<T>(1), run.in<T>(2));
}

template <class T>
void addcdiv(const Run& run) {
  const double value = run.numbers[0];
  map_lanes<T>(
      run.out<T>(),
      [value]<class V>(V a, V b, V c) { return a + maths::constant<V>(value) * b / c; },
      run.in<T>(0), run.in<T>(1), run.in<T>(2));
}

void addcmul_of_integers(const Run& run) {
  const auto a = run.in<std::int64_t>(0);
  const auto b = run.in<std::int64_t>(1);
  const auto c = run.in<std::int64_t>(2);
  const auto y = run.out<std::int64_t>();
  const auto value = static_cast<std::uint64_t>(static_cast<std::int64_t>(run.numbers[0]));
  for (std::size_t i = 0; i < y.size(); ++i) {
    y[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(a[i]) +
                                     value * static_cast<std::uint64_t>(b[i]) *
                                         static_cast<std::uint64_t>(c[i]));
  }
}

// From the nearer end.
constexpr auto kInterpolated = []<class V>(V start, V end, V weight) {
  const V zero = maths::constant<V>(0);
  const V difference = end - start;
  const auto is_near_start = maths::absolute<V>(weight) < maths::constant<V>(0.5);
  const V rest = zero - (maths::constant<V>(1) - weight);
  return maths::fused<V>(maths::pick<V>(is_near_start, weight, rest), difference,
                         maths::pick<V>(is_near_start, start, end));
};

template <class T>
void is_close(const Run& run) {
  const auto a = run.in<T>(0);
  const auto b = run.in<T>(1);
  const auto y = run.out<std::uint8_t>();
  const auto rtol = static_cast<T>(run.numbers[0]);
  const auto atol = static_cast<T>(run.numbers[1]);
  const bool equal_nan = run.numbers[2] != 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const T error = std::abs(a[i] - b[i]);
    const bool is_near = std::isfinite(error) && error <= atol + std::abs(rtol * b[i]);
    y[i] = a[i] == b[i] || is_near || (equal_nan && std::isnan(a[i]) && std::isnan(b[i])) ? 1 : 0;
  }
}

}  // namespace

const Loops kAdd =
    in_lanes<[]<class V>(V v, V w) { return v + w; }>("add_stub", of_integers<Operator::kAdd>());
const Loops kSub = in_lanes<[]<class V>(V v, V w) { return v - w; }>(
    "sub_stub", of_integers<Operator::kSubtract>());
const Loops kMul = in_lanes<[]<class V>(V v, V w) { return v * w; }>(
    "mul_cpu", of_integers<Operator::kMultiply>());
const Loops kDiv = in_lanes<[]<class V>(V v, V w) { return v / w; }>("div_cpu");
const Loops kFloorDivide =
    Loops{"div_floor_cpu", &of_floats<Operator::kFloorDivide, float>,
          &of_floats<Operator::kFloorDivide, double>, of_integers<Operator::kFloorDivide>()}
        .without_bool();
const Loops kTruncDivide =
    Loops{"div_trunc_cpu",
          &loop_of_numbers<float, [](float a, float b) { return std::trunc(a / b); }>,
          &loop_of_numbers<double, [](double a, double b) { return std::trunc(a / b); }>,
          in_int64<&truncated_quotient>()}
        .without_bool();
const Loops kRemainder =
    Loops{"remainder_cpu", &of_floats<Operator::kRemainder, float>,
          &of_floats<Operator::kRemainder, double>, of_integers<Operator::kRemainder>()}
        .without_bool();
const Loops kFmod =
    Loops{"fmod_cpu",
          &loop_of_numbers<float, [](double a, double b) { return std::fmod(a, b); }, double>,
          &loop_of_numbers<double, [](double a, double b) { return std::fmod(a, b); }>,
          in_int64<[](std::int64_t a, std::int64_t b) { return b == -1 ? 0 : a % b; }>()}
        .without_bool();
const Loops kMaximum = in_lanes<kLarger>("maximum_cpu", in_int64<kLargerInteger>());
const Loops kMinimum = in_lanes<kSmaller>("minimum_cpu", in_int64<kSmallerInteger>());
// Of zeros of two signs the first, as glibc has it and thereby PyTorch.
const Loops kFmax{
    "fmax_cpu", &loop_of_numbers<float, [](float a, float b) { return a >= b || b != b ? a : b; }>,
    &loop_of_numbers<double, [](double a, double b) { return a >= b || b != b ? a : b; }>,
    in_int64<kLargerInteger>()};
const Loops kFmin{
    "fmin_cpu", &loop_of_numbers<float, [](float a, float b) { return a <= b || b != b ? a : b; }>,
    &loop_of_numbers<double, [](double a, double b) { return a <= b || b != b ? a : b; }>,
    in_int64<kSmallerInteger>()};
const Loops kCopysign{
    "copysign_cpu", &loop_of_numbers<float, [](float a, float b) { return std::copysign(a, b); }>,
    &loop_of_numbers<double, [](double a, double b) { return std::copysign(a, b); }>};

const Loops kAddScaled{"add_stub", &add_scaled<float>, &add_scaled<double>};
const Loops kAddcmul =
    Loops{"addcmul_cpu_out", &addcmul<float>, &addcmul<double>, &addcmul_of_integers}
        .without_bool();
const Loops kAddcdiv{"addcdiv_cpu_out", &addcdiv<float>, &addcdiv<double>};
const Loops kLerp = in_lanes<kInterpolated>("lerp_kernel_scalar");
const Loops kIsClose{"isclose", &is_close<float>, &is_close<double>, nullptr, true};

}  // namespace playground::ops::loops
