#include "random/distributions/normal.hpp"

#include <algorithm>
#include <cassert>

#include "random/engines/torch/torch_cpu_normal.hpp"

namespace playground::random {

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

}  // namespace playground::random
