// `numpy`: np.random.seed and np.random.rand.
#pragma once

#include <limits>

#include "random/engines/numpy/numpy_legacy_generator.hpp"
#include "random/engines/numpy/numpy_record.hpp"

namespace playground::random {

struct NumpyEngine {
  static constexpr EngineRecord kRecord =
      numpy_record("numpy", SeedKind::kWord, {0, std::numeric_limits<std::uint32_t>::max()},
                   Algorithm::kMt19937, Makers::kNumpyLegacy, {.text = "mt19937, 53 bit"});

  NumpyLegacyGenerator generator{0};
  MaskForm form = kRecord.forms.front();

  void seed(std::uint64_t seed) noexcept { generator.seed(static_cast<std::uint32_t>(seed)); }
};

}  // namespace playground::random
