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
  switch (random::record(generator).seed_kind) {
    case random::SeedKind::kEntropy: {
      const std::array words{static_cast<std::uint32_t>(seed),
                             static_cast<std::uint32_t>(seed >> 32)};
      random::seed_with_words(generator, std::span(words).first(words[1] == 0 ? 1 : 2));
      break;
    }
    case random::SeedKind::kText: {
      const std::string digits = wording::natural(seed);
      random::seed_with_text(generator, std::u16string(digits.begin(), digits.end()));
      break;
    }
    default:
      random::seed(generator, seed);
  }
}

void begin_layer(Generator& generator) {
  if (auto own = dropout::layer_generator(generator)) generator = *std::move(own);
}

}  // namespace playground::search
