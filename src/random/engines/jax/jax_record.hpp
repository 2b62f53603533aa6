// What the engines have in common that draw by a key of JAX.
#pragma once

#include <limits>
#include <span>
#include <string_view>

#include "random/engines/engine_record.hpp"

namespace playground::random {

inline constexpr Seeds kJaxSeeds{.lowest = std::numeric_limits<std::int64_t>::min(),
                                 .highest = std::numeric_limits<std::int64_t>::max()};

/// Source  flax/linen/stochastic.py: lax.select(mask, inputs / keep_prob, zeros).
constexpr EngineRecord jax_record(std::string_view name, Framework framework, Stream stream,
                                  Makers makers, std::span<const std::string_view> options,
                                  bool has_scopes = false) {
  return {.rules = {.name = name,
                    .framework = framework,
                    .integers =
                        framework == Framework::kJax ? Integers::kDivided : Integers::kUnselectable,
                    .arithmetic = Arithmetic::kSelectedQuotient,
                    .at_one = Shortcut::kZero,
                    .seed_kind = SeedKind::kKey,
                    .stream = stream,
                    .algorithm = Algorithm::kThreefry2x32,
                    .makers = makers},
          .seeds = kJaxSeeds,
          .has_scopes = has_scopes,
          .options = options,
          .drawn_from = {.text = "threefry2x32"}};
}

}  // namespace playground::random
