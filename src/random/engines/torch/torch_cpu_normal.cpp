#include "random/engines/torch/torch_cpu_normal.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "maths/cephes_float.hpp"
#include "maths/float64_functions.hpp"
#include "maths/glibc_float.hpp"

namespace playground::random {
namespace {

constexpr std::size_t kBlock = 16;

// A radius and an angle become two normals (Box and Muller 1958). PyTorch scales by the standard
// deviation, 1, and adds the mean, 0, which leaves no -0.
struct NormalPair {
  float first;
  float second;
};

NormalPair normal_pair(float radius, maths::SineAndCosine<float> angle) noexcept {
  return {radius * angle.cosine + 0.0f, radius * angle.sine + 0.0f};
}

NormalPair avx2_pair(float u1, float u2) noexcept {
  constexpr float kTurn = 2 * std::numbers::pi_v<float>;
  return normal_pair(std::sqrt(-2.0f * maths::cephes_log(u1)), maths::cephes_sincos(kTurn * u2));
}

NormalPair scalar_pair(float u1, float u2) noexcept {
  constexpr double kTurn = 2 * std::numbers::pi;
  return normal_pair(std::sqrt(-2.0f * maths::glibc_logf(u1)),
                     maths::glibc_sincosf(static_cast<float>(kTurn * u2)));
}

// Uniforms in [0, 1) become normals: the first half of a block radii, the second half angles.
void transform_block(float* block, NormalKernel kernel) noexcept {
  const auto pair = kernel == NormalKernel::kAvx2 ? avx2_pair : scalar_pair;
  for (std::size_t i = 0; i < kBlock / 2; ++i) {
    const auto [first, second] = pair(1 - block[i], block[i + kBlock / 2]);
    block[i] = first;
    block[i + kBlock / 2] = second;
  }
}

void transform_block(double* block) noexcept {
  for (std::size_t i = 0; i < kBlock / 2; ++i) {
    const double radius = std::sqrt(-2 * maths::log64(1 - block[i]));
    const auto angle = maths::sincos64(2 * std::numbers::pi * block[i + kBlock / 2]);
    block[i] = radius * angle.cosine + 0.0;
    block[i + kBlock / 2] = radius * angle.sine + 0.0;
  }
}

template <class T, class Uniform, class TransformBlock>
void fill(TorchCpuGenerator& generator, std::span<T> x, Uniform uniform,
          TransformBlock transform) noexcept {
  if (x.size() < kBlock) {
    std::ranges::generate(x, [&] { return static_cast<T>(generator.normal()); });
    return;
  }
  std::ranges::generate(x, uniform);
  for (std::size_t i = 0; i + kBlock <= x.size(); i += kBlock) transform(x.data() + i);
  if (x.size() % kBlock != 0) {
    const std::span<T> last = x.last(kBlock);
    std::ranges::generate(last, uniform);
    transform(last.data());
  }
}

}  // namespace

void fill_normal(TorchCpuGenerator& generator, std::span<float> x, NormalKernel kernel) noexcept {
  fill(
      generator, x, [&] { return generator.uniform32(); },
      [kernel](float* block) { transform_block(block, kernel); });
}

void fill_normal(TorchCpuGenerator& generator, std::span<double> x) noexcept {
  fill(
      generator, x, [&] { return generator.uniform64(); },
      [](double* block) { transform_block(block); });
}

}  // namespace playground::random
