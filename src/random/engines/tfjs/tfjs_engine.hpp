// `tfjs`: tf.dropout with a seed, which starts afresh in every call.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "random/engines/engine_record.hpp"

namespace playground::random {

struct TfjsEngine {
  /// Source  tfjs-core/src/ops/dropout.ts; the largest number whose digits String() writes.
  static constexpr EngineRecord kRecord{.rules = {.name = "tfjs",
                                                  .framework = Framework::kTfjs,
                                                  .integers = Integers::kNotFloating,
                                                  .arithmetic = Arithmetic::kProduct,
                                                  .at_one = Shortcut::kRefused,
                                                  .seed_kind = SeedKind::kText,
                                                  .stream = Stream::kNone,
                                                  .algorithm = Algorithm::kAlea},
                                        .seeds = {0, (std::uint64_t{1} << 53) - 1},
                                        .comparison = Comparison::kFromP,
                                        .drawn_from = {.text = "Alea"}};

  std::u16string seed = u"0";

  void seed_with_text(std::u16string_view text) { seed = text; }

  std::vector<std::byte> state() const;
  void restore(std::span<const std::byte> state);
};

}  // namespace playground::random
