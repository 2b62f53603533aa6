// `fast`: this project's own. Its probabilities are exact, and it costs about as much as a copy.
#pragma once

#include <limits>

#include "random/engines/engine_record.hpp"
#include "random/engines/fast/fast_generator.hpp"

namespace playground::random {

struct FastEngine {
  /// It has all layers, and treats them as PyTorch does.
  static constexpr EngineRecord kRecord{.rules = {.name = "fast",
                                                  .framework = Framework::kOwn,
                                                  .layers = Layers::kAll,
                                                  .has_float64 = true,
                                                  .integers = Integers::kUncastable,
                                                  .arithmetic = Arithmetic::kProduct,
                                                  .at_one = Shortcut::kTimesZero,
                                                  .seed_kind = SeedKind::kInteger,
                                                  .stream = Stream::kCalls,
                                                  .algorithm = Algorithm::kPhilox4x32},
                                        .seeds = {std::numeric_limits<std::int64_t>::min(),
                                                  std::numeric_limits<std::uint64_t>::max()},
                                        .comparison = Comparison::kTable,
                                        .drawn_from = {.text = "Philox4x32-10"}};

  FastGenerator generator{0};

  void seed(std::uint64_t seed) noexcept { generator.manual_seed(seed); }
};

}  // namespace playground::random
