#include "random/generator.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "errors/error.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {
namespace {

using errors::Kind;

[[noreturn]] void refuse_seed(std::string_view engine, errors::Words<1> words) {
  errors::fail(Kind::kValue, words, engine);
}

constexpr auto kRules = [] {
  std::array<EngineRules, kEngineRecords.size()> rules{};
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i] = kEngineRecords[i]->rules;
  return rules;
}();

}  // namespace

const EngineRules& record(const Generator& generator) noexcept { return kRules[generator.index()]; }

Generator generator_named(std::string_view name) {
  return [name]<std::size_t... Index>(std::index_sequence<Index...>) {
    std::optional<Generator> found;
    const auto take = [&]<std::size_t Place>() {
      if (kRules[Place].name == name) found.emplace(std::in_place_index<Place>);
    };
    (take.template operator()<Index>(), ...);
    if (!found) errors::fail(Kind::kEngine, "there is no engine {0}"_words, name);
    return *std::move(found);
  }(std::make_index_sequence<kEngineRecords.size()>());
}

MaskForm form(const Generator& generator) noexcept {
  return std::visit(
      [](const auto& engine) {
        if constexpr (requires { engine.form; }) {
          return engine.form;
        } else {
          return MaskForm::kLayer;
        }
      },
      generator);
}

void seed(Generator& generator, std::uint64_t seed) {
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.seed(seed); }) {
          engine.seed(seed);
        } else if constexpr (requires { engine.seed_with_words({}); }) {
          refuse_seed(engine.kRecord.rules.name, "{0} takes no seed that is one word"_words);
        } else {
          refuse_seed(engine.kRecord.rules.name, "{0} takes no seed that is no text"_words);
        }
      },
      generator);
}

void seed_with_words(Generator& generator, std::span<const std::uint32_t> words) {
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.seed_with_words(words); }) {
          engine.seed_with_words(words);
        } else {
          refuse_seed(engine.kRecord.rules.name, "{0} takes no seed that is a list of words"_words);
        }
      },
      generator);
}

void seed_with_text(Generator& generator, std::u16string_view text) {
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.seed_with_text(text); }) {
          engine.seed_with_text(text);
        } else {
          refuse_seed(engine.kRecord.rules.name, "{0} takes no seed that is a text"_words);
        }
      },
      generator);
}

void seed_with_key(Generator& generator, ThreefryKey key, std::span<const JaxKeyStep> steps) {
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.start(key); }) {
          engine.start(jax_derive(key, steps, engine.layout));
        } else {
          refuse_seed(engine.kRecord.rules.name, "{0} takes no seed that is a key of JAX"_words);
        }
      },
      generator);
}

void skip(Generator& generator, std::uint64_t count) {
  if (count == 0) return;
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.skip(count); }) {
          engine.skip(count);
        } else if constexpr (requires { engine.generator.skip(count); }) {
          engine.generator.skip(count);
        } else {
          errors::fail(Kind::kEngine, "{0} has no stream in which anything could be skipped"_words,
                       engine.kRecord.rules.name);
        }
      },
      generator);
}

std::optional<std::uint64_t> initial_seed(const Generator& generator) noexcept {
  return std::visit(
      [](const auto& engine) -> std::optional<std::uint64_t> {
        if constexpr (requires { engine.generator.initial_seed(); }) {
          return engine.generator.initial_seed();
        } else {
          return std::nullopt;
        }
      },
      generator);
}

std::vector<std::byte> state(const Generator& generator) {
  return std::visit(
      [](const auto& engine) {
        if constexpr (requires { engine.state(); }) {
          return engine.state();
        } else {
          return copy_of(engine.generator.state());
        }
      },
      generator);
}

void restore(Generator& generator, std::span<const std::byte> state) {
  std::visit(
      [&](auto& engine) {
        if constexpr (requires { engine.restore(state); }) {
          engine.restore(state);
        } else {
          engine.generator.restore(state);
        }
      },
      generator);
}

}  // namespace playground::random
