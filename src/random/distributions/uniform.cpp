#include "random/distributions/uniform.hpp"

#include <algorithm>

#include "maths/fused.hpp"

namespace playground::random {

void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<float> x) noexcept {
  const auto from = static_cast<float>(low);
  const float range = static_cast<float>(high) - from;
  std::ranges::generate(x, [&] { return maths::fused(generator.uniform32(), range, from); });
}

void fill_uniform(TorchCpuGenerator& generator, double low, double high,
                  std::span<double> x) noexcept {
  const double range = high - low;
  std::ranges::generate(x, [&] { return maths::fused(generator.uniform64(), range, low); });
}

}  // namespace playground::random
