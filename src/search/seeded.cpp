#include "search/seeded.hpp"

#include <array>
#include <span>
#include <string>
#include <variant>

#include "dropout/engine_rules.hpp"
#include "wording/format.hpp"

namespace playground::search {

using random::Generator;

void seed_with_number(Generator& generator, std::uint64_t seed) {
  if (std::holds_alternative<random::NumpyPcg64Engine>(generator)) {
    const std::array words{static_cast<std::uint32_t>(seed),
                           static_cast<std::uint32_t>(seed >> 32)};
    random::seed_with_words(generator, std::span(words).first(words[1] == 0 ? 1 : 2));
  } else if (auto* tfjs = std::get_if<random::TfjsEngine>(&generator)) {
    const std::string digits = wording::natural(seed);
    tfjs->seed.assign(digits.begin(), digits.end());
  } else {
    random::seed(generator, seed);
  }
}

void begin_layer(Generator& generator) {
  if (const auto own = dropout::layer_generator(generator)) {
    generator.emplace<random::FlaxNnxEngine>(*own);
  }
}

}  // namespace playground::search
