#include "search/word_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <variant>

#include "search/printed_pair.hpp"

namespace playground::search {
namespace {

// More would hardly reject more.
constexpr std::size_t kMostNumbers = 4;

// How a uniform lies in its first word.
struct Layout {
  std::uint32_t mask;
  int shift;
  int bits;             // of the word that count
  std::uint64_t words;  // that a uniform takes
};
constexpr Layout kTorchFloat32{0xffffff, 0, 24, 1};
constexpr Layout kTorchFloat64{0x1fffff, 0, 21, 2};
constexpr Layout kNumpy{0xffffffff, 5, 27, 2};

class Bounds {
 public:
  explicit Bounds(Layout layout) : layout_(layout) {}

  // Uniform number `place` lies in the interval, but for the roundings of float32.
  void add(std::uint64_t place, Interval uniform) {
    constexpr double kMore = 0x1p-21;
    const double units = std::ldexp(1, layout_.bits);
    const double low = std::floor(std::max(uniform.low - kMore, 0.0) * units);
    const double high = std::floor(std::min(uniform.high + kMore, 1.0) * units);
    // No uniform is below 0 or 1 and more; then no word will do.
    const bool is_none = uniform.high < -kMore || uniform.low >= 1 + kMore;
    bounds_.push_back({place * layout_.words, layout_.mask, layout_.shift,
                       static_cast<std::uint32_t>(is_none ? 1 : low),
                       static_cast<std::uint32_t>(is_none ? 0 : std::min(high, units - 1))});
  }

  std::vector<WordBound> take() { return std::move(bounds_); }

 private:
  Layout layout_;
  std::vector<WordBound> bounds_;
};

// Box and Muller make two normals of a radius, which is sqrt(-2 log(1 - u)), and an angle.
Interval radius_uniform(double first, double second, double first_slack, double second_slack) {
  const auto uniform = [](double a, double b) { return -std::expm1(-(a * a + b * b) / 2); };
  const auto least = [](double x, double slack) { return std::max(std::abs(x) - slack, 0.0); };
  return {uniform(least(first, first_slack), least(second, second_slack)),
          uniform(std::abs(first) + first_slack, std::abs(second) + second_slack)};
}

}  // namespace

std::vector<WordBound> word_bounds(const random::Generator& engine, Distribution distribution,
                                   tensor::DType dtype, std::span<const double> x,
                                   std::span<const double> rounding) {
  const random::Makers makers = random::record(engine).makers;
  const bool is_numpy = makers == random::Makers::kNumpyLegacy;
  const bool is_torch = makers == random::Makers::kTorch;
  if (!is_numpy && !is_torch) return {};
  const Layout layout = is_numpy                           ? kNumpy
                        : dtype == tensor::DType::kFloat32 ? kTorchFloat32
                                                           : kTorchFloat64;
  if (distribution == Distribution::kUniform) {
    Bounds bounds(layout);
    for (std::size_t i = 0; i < std::min(x.size(), kMostNumbers); ++i) {
      bounds.add(i, {x[i] - rounding[i], x[i] + rounding[i]});
    }
    return bounds.take();
  }
  if (distribution != Distribution::kNormal || is_numpy || x.size() < 2) return {};
  // As fill_normal of random/engines/torch/torch_cpu_normal.cpp.
  constexpr std::size_t kBlock = 16;
  if (x.size() < kBlock) {
    Bounds bounds(kTorchFloat64);
    for (std::size_t i = 0; i + 1 < std::min(x.size(), 2 * kMostNumbers); i += 2) {
      bounds.add(i + 1, radius_uniform(x[i], x[i + 1], rounding[i], rounding[i + 1]));
    }
    return bounds.take();
  }
  Bounds bounds(layout);
  // If the last block is not full, the last 16 numbers are made of other words.
  const bool is_full = x.size() % kBlock == 0;
  const bool first_block_stays = is_full || x.size() >= 2 * kBlock;
  const std::size_t first = first_block_stays ? 0 : x.size() - kBlock;
  const std::size_t place = first_block_stays ? 0 : x.size();
  for (std::size_t i = 0; i < kMostNumbers; ++i) {
    const std::size_t a = first + i;
    const std::size_t b = a + kBlock / 2;
    bounds.add(place + i, radius_uniform(x[a], x[b], rounding[a], rounding[b]));
  }
  return bounds.take();
}

}  // namespace playground::search
