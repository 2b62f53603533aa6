#include "random/distributions/transformed.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "maths/exponential.hpp"
#include "maths/float64_functions.hpp"
#include "maths/logarithm.hpp"

namespace playground::random {

void fill_geometric(TorchCpuGenerator& generator, double p, std::span<double> x) noexcept {
  const double scale = maths::log(1 - p);
  std::ranges::generate(x, [&] { return std::ceil(maths::log(generator.uniform64()) / scale); });
}

void fill_cauchy(TorchCpuGenerator& generator, double median, double sigma,
                 std::span<double> x) noexcept {
  constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
  std::ranges::generate(x, [&] {
    const double u = std::clamp(generator.uniform64(), kEpsilon, 1 - kEpsilon);
    const double angle = std::numbers::pi * (u - 0.5);
    const auto of = maths::sincos64(std::abs(angle));
    return median + sigma * std::copysign(of.sine / of.cosine, angle);
  });
}

void fill_log_normal(TorchCpuGenerator& generator, double mean, double std,
                     std::span<double> x) noexcept {
  std::ranges::generate(x, [&] { return maths::exp(generator.normal() * std + mean); });
}

}  // namespace playground::random
