#include "random/distributions/normal.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "maths/fused.hpp"

namespace playground::random {
namespace {

constexpr std::size_t kBlock = 16;  // from here on PyTorch makes the elements in blocks

template <class T>
void move(std::span<T> z, double mean, double std, NormalKernel kernel) noexcept {
  const auto centre = static_cast<T>(mean);
  const auto scale = static_cast<T>(std);
  for (T& value : z) {
    value =
        kernel == NormalKernel::kAvx2 ? maths::fused(value, scale, centre) : value * scale + centre;
  }
}

template <class T>
void fill_few(TorchCpuGenerator& generator, double mean, double std, std::span<T> x) noexcept {
  std::ranges::generate(x, [&] { return static_cast<T>(generator.normal() * std + mean); });
}

}  // namespace

void fill_normal(Generator& generator, std::span<float> x) {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        if constexpr (Engine::kRecord.rules.makers == Makers::kTorch) {
          fill_normal(engine.generator, x, engine.normal_kernel);
        } else {
          assert(false);
        }
      },
      generator);
}

void fill_normal(Generator& generator, std::span<double> x) {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        if constexpr (Engine::kRecord.rules.makers == Makers::kTorch) {
          fill_normal(engine.generator, x);
        } else if constexpr (Engine::kRecord.rules.makers == Makers::kNumpyLegacy) {
          std::ranges::generate(x, [&] { return engine.generator.normal(); });
        } else {
          assert(false);
        }
      },
      generator);
}

void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<float> x,
                 NormalKernel kernel) noexcept {
  if (x.size() < kBlock) return fill_few(generator, mean, std, x);
  fill_normal(generator, x, kernel);
  move(x, mean, std, kernel);
}

void fill_normal(TorchCpuGenerator& generator, double mean, double std, std::span<double> x,
                 NormalKernel kernel) noexcept {
  if (x.size() < kBlock) return fill_few(generator, mean, std, x);
  fill_normal(generator, x);
  move(x, mean, std, kernel);
}

}  // namespace playground::random
