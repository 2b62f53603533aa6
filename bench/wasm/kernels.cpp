// How fast the kernels of src/ops are: products of matrices against as many sums and products as
// the machine can do, and passes over a million elements against one that scales them. A program of
// its own, which bench/kernels.mjs runs, or whoever likes:
//
//   cmake --build --preset wasm-release --target kernels-bench
//   node --no-liftoff build/wasm-release/bench/wasm/kernels-bench.cjs [rounds]
//
// Prints a line for each case, as JSON: its name, what it is measured against, how many operations
// or elements a call goes through, and the nanoseconds of a call in each round. The cases take
// turns. Without Liftoff all is compiled for good before the first of them.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ops/kernels/activations.hpp"
#include "ops/kernels/arithmetic.hpp"
#include "ops/kernels/elementary.hpp"
#include "ops/kernels/loops.hpp"
#include "ops/kernels/map.hpp"
#include "ops/kernels/matmul.hpp"
#include "ops/kernels/optimise.hpp"
#include "ops/kernels/reduce.hpp"
#include "ops/kernels/softmax.hpp"

namespace playground::bench {
namespace {

using ops::row_major;
using Floats = std::vector<float>;

constexpr std::size_t kMillion = 1'000'000;
constexpr double kSampleSeconds = 0.0005;

struct Case {
  std::string name;
  double work;  // operations or elements of a call
  std::function<void()> call;
  const char* against = nullptr;
  int times = 1;
  std::vector<double> samples = {};
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
  return {name, 2.0 * static_cast<double>(m * k * n),
          [=]() mutable {
            const auto right = std::span<const float>(b);
            ops::matmul(row_major(std::span<const float>(a), m, k),
                        transposes ? row_major(right, n, k).transposed() : row_major(right, k, n),
                        row_major(std::span(c), m, n));
          },
          "peak"};
}

void run_loop(const ops::Loops& loops, std::span<const float> a, std::span<const float> b,
              std::span<float> y) {
  ops::Run run{};
  run.inputs[0] = reinterpret_cast<const std::byte*>(a.data());
  run.inputs[1] = reinterpret_cast<const std::byte*>(b.data());
  run.result = reinterpret_cast<std::byte*>(y.data());
  run.size = y.size();
  loops.float32(run);
}

template <class Call>
Case elementwise(std::string name, Call call) {
  constexpr std::size_t kSize = 4096;
  Floats x(kSize), y(kSize);
  for (std::size_t i = 0; i < kSize; ++i) x[i] = static_cast<float>(i) * 0x1p-10f - 2;
  return {std::move(name), kSize, [=]() mutable { call(std::span<const float>(x), std::span(y)); }};
}

/// Of a pass over a million elements, from two inputs.
template <class Call>
Case pass(std::string name, Call call) {
  Floats a(kMillion, 0.5f), b(kMillion, 0.25f), y(kMillion);
  return {
      std::move(name), kMillion,
      [=]() mutable { call(std::span<const float>(a), std::span<const float>(b), std::span(y)); },
      "scale, 1,000,000"};
}

void run(int rounds) {
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
      pass("scale, 1,000,000",
           [](auto a, auto, auto y) {
             ops::map(a, y, []<class V>(V v) { return v * V(one_at_run_time); });
           }),
      pass("add, 1,000,000", [](auto a, auto b, auto y) { run_loop(ops::loops::kAdd, a, b, y); }),
      pass("mul, 1,000,000", [](auto a, auto b, auto y) { run_loop(ops::loops::kMul, a, b, y); }),
      pass("relu, 1,000,000", [](auto a, auto, auto y) { ops::relu<float>(a, y); }),
      pass("softmax, 1,000,000 in rows of 64",
           [](auto a, auto, auto y) { ops::softmax<float>(a, 64, y); }),
      elementwise("Adam",
                  [mean = Floats(4096), square = Floats(4096)](auto x, auto y) mutable {
                    ops::adam_step<float>(ops::Adam{}, ops::bias_corrections({}, 3), x, mean,
                                          square, {}, y);
                  }),
      elementwise("SGD with momentum",
                  [buffer = Floats(4096)](auto x, auto y) mutable {
                    ops::sgd_step<float>(ops::Sgd{1e-9, 0.9}, false, x, buffer, y);
                  }),
  };
  for (Case& one : cases) {
    while (nanoseconds(one) < kSampleSeconds * 1e9) one.times *= 2;
  }
  for (int round = 0; round < rounds; ++round) {
    for (Case& one : cases) one.samples.push_back(nanoseconds(one) / one.times);
  }
  for (const Case& one : cases) {
    std::printf("{\"name\":\"%s\",\"against\":\"%s\",\"work\":%.0f,\"ns\":[", one.name.c_str(),
                one.against ? one.against : "", one.work);
    for (std::size_t i = 0; i < one.samples.size(); ++i) {
      std::printf(i == 0 ? "%.1f" : ",%.1f", one.samples[i]);
    }
    std::printf("]}\n");
  }
}

}  // namespace
}  // namespace playground::bench

int main(int count, char** arguments) {
  playground::bench::run(count > 1 ? std::atoi(arguments[1]) : 200);
}
