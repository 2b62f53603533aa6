// `numpy-pcg64`: np.random.default_rng and its random().
#pragma once

#include <limits>
#include <span>

#include "random/engines/numpy/numpy_pcg64_generator.hpp"
#include "random/engines/numpy/numpy_record.hpp"

namespace playground::random {

struct NumpyPcg64Engine {
  static constexpr EngineRecord kRecord =
      numpy_record("numpy-pcg64", SeedKind::kEntropy,
                   {0, std::numeric_limits<std::uint64_t>::max()}, Algorithm::kPcg64,
                   Makers::kNumpyRng, {.text = "PCG64, 53 bit", .of_float32 = "PCG64, 24 bit"});

  /// That of no words is that of the seed 0, whose words are hashed in the place of those that are
  /// missing.
  NumpyPcg64Generator generator{std::span<const std::uint32_t>()};
  MaskForm form = kRecord.forms.front();

  void seed_with_words(std::span<const std::uint32_t> words) noexcept { generator.seed(words); }
};

}  // namespace playground::random
