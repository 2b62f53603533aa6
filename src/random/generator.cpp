#include "random/generator.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "errors/error.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {
namespace {

using errors::Kind;

[[noreturn]] void refuse_seed(std::string_view engine, errors::Words<1> words) {
  errors::fail(Kind::kValue, words, engine);
}

std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

// For values of which every bit pattern is a valid state.
template <class Value>
Value any_from_bytes(std::span<const std::byte> bytes, std::string_view engine) {
  return from_bytes<Value>(bytes, engine, [](const Value&) { return true; });
}

struct LinenState {
  ThreefryKey key;
  std::uint32_t calls;
};

struct State {
  std::vector<std::byte> operator()(const auto& engine) const {
    return copy_of(engine.generator.state());
  }
  std::vector<std::byte> operator()(const TorchCudaEngine& engine) const {
    auto bytes = copy_of(engine.generator.state());
    if (engine.made_cpu) {
      const auto cpu = engine.made_cpu->state();
      bytes.insert(bytes.end(), cpu.begin(), cpu.end());
    }
    return bytes;
  }
  std::vector<std::byte> operator()(const JaxEngine& engine) const {
    return copy_of(bytes_of(engine.key));
  }
  std::vector<std::byte> operator()(const FlaxLinenEngine& engine) const {
    return copy_of(bytes_of(LinenState{engine.key, engine.calls}));
  }
  std::vector<std::byte> operator()(const FlaxNnxEngine& engine) const {
    return copy_of(engine.stream.state());
  }
  std::vector<std::byte> operator()(const TfjsEngine& engine) const {
    return copy_of(std::as_bytes(std::span(engine.seed)));
  }
};

struct Restore {
  std::span<const std::byte> state;

  void operator()(auto& engine) const { engine.generator.restore(state); }
  void operator()(TorchCudaEngine& engine) const {
    constexpr std::size_t kOfGpu = sizeof(TorchCudaGenerator);
    auto restored = engine;
    restored.generator.restore(state.first(std::min(state.size(), kOfGpu)));
    restored.made_cpu.reset();
    if (state.size() > kOfGpu) restored.cpu().restore(state.subspan(kOfGpu));
    engine = restored;
  }
  void operator()(JaxEngine& engine) const {
    engine.key = any_from_bytes<ThreefryKey>(state, engine.kName);
  }
  void operator()(FlaxLinenEngine& engine) const {
    const auto restored = any_from_bytes<LinenState>(state, engine.kName);
    engine.key = restored.key;
    engine.calls = restored.calls;
  }
  void operator()(FlaxNnxEngine& engine) const { engine.stream.restore(state); }
  void operator()(TfjsEngine& engine) const {
    if (state.size() % sizeof(char16_t) != 0) {
      errors::fail(Kind::kValue, "this is not the state of a {0} generator"_words, engine.kName);
    }
    engine.seed.resize(state.size() / sizeof(char16_t));
    std::memcpy(engine.seed.data(), state.data(), state.size());
  }
};

void start(JaxEngine& engine, ThreefryKey key) { engine.key = key; }

void start(FlaxLinenEngine& engine, ThreefryKey key) {
  engine.key = key;
  engine.calls = 0;
}

void start(FlaxNnxEngine& engine, ThreefryKey key) { engine.stream = NnxStream(key); }

struct SeedWithNumber {
  std::uint64_t seed;

  void operator()(TorchCpuEngine& engine) const { engine.generator.manual_seed(seed); }
  void operator()(TorchCpuMklEngine& engine) const { engine.generator.manual_seed(seed); }
  void operator()(TorchCudaEngine& engine) const {
    engine.generator.manual_seed(seed);
    engine.made_cpu.reset();
  }
  void operator()(JaxEngine& engine) const { start(engine, jax_key(seed)); }
  void operator()(FlaxLinenEngine& engine) const { start(engine, jax_key(seed)); }
  void operator()(FlaxNnxEngine& engine) const { start(engine, jax_key(seed)); }
  void operator()(NumpyEngine& engine) const {
    engine.generator.seed(static_cast<std::uint32_t>(seed));
  }
  void operator()(NumpyPcg64Engine& engine) const {
    refuse_seed(engine.kName, "{0} takes no seed that is one word"_words);
  }
  void operator()(FastEngine& engine) const { engine.generator.manual_seed(seed); }
  void operator()(TfjsEngine& engine) const {
    refuse_seed(engine.kName, "{0} takes no seed that is no text"_words);
  }
};

// The generators of words, which have random().
template <class Engine>
constexpr bool kDrawsWords = kIsTorchCpu<Engine> || std::is_same_v<Engine, NumpyEngine> ||
                             std::is_same_v<Engine, NumpyPcg64Engine>;

}  // namespace

std::string_view name(const Generator& generator) noexcept {
  return std::visit([](const auto& engine) { return engine.kName; }, generator);
}

void seed(Generator& generator, std::uint64_t seed) { std::visit(SeedWithNumber{seed}, generator); }

void seed_with_words(Generator& generator, std::span<const std::uint32_t> words) {
  auto* engine = std::get_if<NumpyPcg64Engine>(&generator);
  if (engine == nullptr) {
    refuse_seed(name(generator), "{0} takes no seed that is a list of words"_words);
  }
  engine->generator.seed(words);
}

void seed_with_text(Generator& generator, std::u16string_view text) {
  auto* engine = std::get_if<TfjsEngine>(&generator);
  if (engine == nullptr) refuse_seed(name(generator), "{0} takes no seed that is a text"_words);
  engine->seed = text;
}

void seed_with_key(Generator& generator, ThreefryKey key, std::span<const JaxKeyStep> steps) {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        if constexpr (requires { start(engine, key); }) {
          start(engine, jax_derive(key, steps, engine.layout));
        } else {
          refuse_seed(engine.kName, "{0} takes no seed that is a key of JAX"_words);
        }
      },
      generator);
}

void skip(Generator& generator, std::uint64_t count) {
  if (count == 0) return;
  std::visit(
      [&]<class Engine>(Engine& engine) {
        if constexpr (std::is_same_v<Engine, TorchCudaEngine>) {
          engine.cpu().skip(count);
        } else if constexpr (std::is_same_v<Engine, FlaxLinenEngine>) {
          engine.calls += static_cast<std::uint32_t>(count);
        } else if constexpr (std::is_same_v<Engine, FlaxNnxEngine>) {
          engine.stream.skip(count);
        } else if constexpr (requires { engine.generator.skip(count); }) {
          engine.generator.skip(count);
        } else {
          errors::fail(Kind::kEngine, "{0} has no stream in which anything could be skipped"_words,
                       engine.kName);
        }
      },
      generator);
}

bool draws_words(const Generator& generator) noexcept {
  return std::visit([]<class Engine>(const Engine&) { return kDrawsWords<Engine>; }, generator);
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

std::vector<std::byte> state(const Generator& generator) { return std::visit(State{}, generator); }

void restore(Generator& generator, std::span<const std::byte> state) {
  std::visit(Restore{state}, generator);
}

}  // namespace playground::random
