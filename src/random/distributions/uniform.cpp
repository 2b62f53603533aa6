#include "random/distributions/uniform.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace playground::random {
namespace {

void fill_from_key(ThreefryKey key, JaxLayout layout, std::span<float> x) {
  std::array<std::uint32_t, 256> words;
  for (std::size_t first = 0; first < x.size(); first += words.size()) {
    const auto block = std::span(words).first(std::min(words.size(), x.size() - first));
    jax_bits(key, x.size(), first, block, layout);
    std::ranges::transform(block, x.subspan(first).begin(), jax_uniform);
  }
}

}  // namespace

void fill_uniform(Generator& generator, std::span<float> x) {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        constexpr Makers kMakers = Engine::kRecord.rules.makers;
        if constexpr (kMakers == Makers::kTorch || kMakers == Makers::kNumpyRng) {
          std::ranges::generate(x, [&] { return engine.generator.uniform32(); });
        } else if constexpr (kMakers == Makers::kJax) {
          fill_from_key(engine.key, engine.layout, x);
        } else {
          assert(false);
        }
      },
      generator);
}

void fill_uniform(Generator& generator, std::span<double> x) {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        constexpr Makers kMakers = Engine::kRecord.rules.makers;
        if constexpr (kMakers == Makers::kTorch || kMakers == Makers::kNumpyRng ||
                      kMakers == Makers::kNumpyLegacy) {
          std::ranges::generate(x, [&] { return engine.generator.uniform64(); });
        } else {
          assert(false);
        }
      },
      generator);
}

}  // namespace playground::random
