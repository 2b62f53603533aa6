// `flax-linen`: flax.linen.Dropout in one apply() with rngs={'dropout': key}, whose calls count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "random/engines/flax/flax_keys.hpp"
#include "random/engines/generator_state.hpp"
#include "random/engines/jax/jax_record.hpp"

namespace playground::random {

inline constexpr std::string_view kFlaxLinenOptions[] = {"partitionable", "path"};

struct FlaxLinenEngine {
  static constexpr EngineRecord kRecord = jax_record("flax-linen", Framework::kFlax, Stream::kCalls,
                                                     Makers::kNone, kFlaxLinenOptions, true);

  ThreefryKey key{};
  JaxLayout layout = JaxLayout::kPartitionable;
  std::vector<std::string> path;  // such as {"Dropout_0"}
  std::uint32_t calls = 0;

  void seed(std::uint64_t seed) noexcept { start(jax_key(seed)); }
  void start(ThreefryKey from) noexcept {
    key = from;
    calls = 0;
  }

  /// Takes what a training call on an empty tensor takes: Flax requests a key before it looks at
  /// it.
  void spend_on_empty() noexcept { ++calls; }

  /// Passes over calls of make_rng.
  void skip(std::uint64_t count) noexcept { calls += static_cast<std::uint32_t>(count); }

  std::vector<std::byte> state() const { return copy_of(bytes_of(State{key, calls})); }
  void restore(std::span<const std::byte> state) {
    const auto restored = any_from_bytes<State>(state, kRecord.rules.name);
    key = restored.key;
    calls = restored.calls;
  }

 private:
  struct State {
    ThreefryKey key;
    std::uint32_t calls;
  };
};

}  // namespace playground::random
