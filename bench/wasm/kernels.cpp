// How fast the kernels of src/ops are: products of matrices against as many sums and products as
// the machine can do, and functions in nanoseconds an element. A program of its own, which prints a
// table:
//
//   cmake --build --preset wasm-release --target kernels-bench
//   node --no-liftoff build/wasm-release/bench/wasm/kernels-bench.cjs
//
// Of each the fastest of many short samples, taken in turn, is told: what else the machine does
// only makes samples slower. Without Liftoff all is compiled for good before the first of them.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ops/kernels/activations.hpp"
#include "ops/kernels/elementary.hpp"
#include "ops/kernels/matmul.hpp"
#include "ops/kernels/optimise.hpp"
#include "ops/kernels/reduce.hpp"
#include "ops/kernels/softmax.hpp"

namespace playground::bench {
namespace {

using ops::row_major;
using Floats = std::vector<float>;

constexpr int kRounds = 200;
constexpr double kSampleSeconds = 0.0005;

struct Case {
  std::string name;
  double work;  // operations or elements of a call
  std::function<void()> call;
  int times = 1;
  double rate = 0;  // work a nanosecond, at best
};

double nanoseconds(const Case& one) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < one.times; ++i) one.call();
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
}

/// Seven chains of products and seven of sums, none of which waits for another: what a loop without
/// memory reaches. A measure rather than a bound: more chains would not stay in V8's registers.
constexpr int kPeakSteps = 2000;
constexpr std::size_t kChains = 7;
float volatile one_at_run_time = 1;
float volatile peak_result;

void peak() {
  using Lanes = ops::FixedLanes<float>;
  std::array<Lanes, kChains> products;
  std::array<Lanes, kChains> sums;
  products.fill(Lanes(one_at_run_time));
  sums.fill(Lanes(one_at_run_time - 1));
  for (int i = 0; i < kPeakSteps; ++i) {
    for (std::size_t j = 0; j < kChains; ++j) {
      products[j] = products[j] * products[j];
      sums[j] = sums[j] + sums[j];
    }
  }
  Lanes total(0.0f);
  for (std::size_t j = 0; j < kChains; ++j) total = total + products[j] + sums[j];
  std::array<float, Lanes::size> each;
  total.store_unaligned(each.data());
  peak_result = each[0];
}

Case product(std::size_t m, std::size_t k, std::size_t n, bool transposes) {
  Floats a(m * k, 0.5f), b(k * n, 0.25f), c(m * n);
  const std::string name = "matmul " + std::to_string(m) + "x" + std::to_string(k) + "x" +
                           std::to_string(n) + (transposes ? ", b transposed" : "");
  return {name, 2.0 * static_cast<double>(m * k * n), [=]() mutable {
            const auto right = std::span<const float>(b);
            ops::matmul(row_major(std::span<const float>(a), m, k),
                        transposes ? row_major(right, n, k).transposed() : row_major(right, k, n),
                        row_major(std::span(c), m, n));
          }};
}

template <class Call>
Case elementwise(std::string name, Call call) {
  constexpr std::size_t kSize = 4096;
  Floats x(kSize), y(kSize);
  for (std::size_t i = 0; i < kSize; ++i) x[i] = static_cast<float>(i) * 0x1p-10f - 2;
  return {std::move(name), kSize, [=]() mutable { call(std::span<const float>(x), std::span(y)); }};
}

void run() {
  std::vector<Case> cases{
      {"peak", 2.0 * kChains * 4 * kPeakSteps, peak},
      product(32, 64, 64, false),
      product(32, 64, 64, true),
      product(64, 128, 128, false),
      product(64, 128, 128, true),
      product(30, 1, 64, true),
      product(100, 64, 10, true),
      elementwise("relu", ops::relu<float>),
      elementwise("exp", ops::exp<float>),
      elementwise("log", ops::log<float>),
      elementwise("tanh", ops::tanh<float>),
      elementwise("sigmoid", ops::sigmoid<float>),
      elementwise("erf", ops::erf<float>),
      elementwise("gelu", ops::gelu<float>),
      elementwise("sin", ops::sin<float>),
      elementwise("softmax, rows of 64", [](auto x, auto y) { ops::softmax<float>(x, 64, y); }),
      elementwise("Adam",
                  [mean = Floats(4096), square = Floats(4096)](auto x, auto y) mutable {
                    ops::adam_step<float>(ops::Adam{}, 3, x, mean, square, {}, y);
                  }),
      elementwise("SGD with momentum",
                  [buffer = Floats(4096)](auto x, auto y) mutable {
                    ops::sgd_step<float>(ops::Sgd{1e-9, 0.9}, false, x, buffer, y);
                  }),
  };
  for (Case& one : cases) {
    while (nanoseconds(one) < kSampleSeconds * 1e9) one.times *= 2;
  }
  for (int round = 0; round < kRounds; ++round) {
    for (Case& one : cases) {
      one.rate = std::max(one.rate, one.work * one.times / nanoseconds(one));
    }
  }
  for (const Case& one : cases) {
    if (one.name.starts_with("matmul") || one.name == "peak") {
      std::printf("%-36s %8.1f GFLOP/s, %3.0f %% of the peak\n", one.name.c_str(), one.rate,
                  100 * one.rate / cases.front().rate);
    } else {
      std::printf("%-36s %8.2f ns an element\n", one.name.c_str(), 1 / one.rate);
    }
  }
}

}  // namespace
}  // namespace playground::bench

int main() { playground::bench::run(); }
