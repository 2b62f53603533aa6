// `flax-nnx`: flax.nnx.Dropout with rngs=nnx.Rngs(seed).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "random/engines/flax/flax_keys.hpp"
#include "random/engines/generator_state.hpp"
#include "random/engines/jax/jax_record.hpp"

namespace playground::random {

inline constexpr std::string_view kFlaxNnxOptions[] = {"partitionable", "version"};

struct FlaxNnxEngine {
  static constexpr EngineRecord kRecord =
      jax_record("flax-nnx", Framework::kFlax, Stream::kCalls, Makers::kNone, kFlaxNnxOptions);

  NnxStream stream{ThreefryKey{}};
  JaxLayout layout = JaxLayout::kPartitionable;
  bool forks = true;  // Flax 0.11 and later: a layer takes a stream of its own

  void seed(std::uint64_t seed) noexcept { start(jax_key(seed)); }
  void start(ThreefryKey from) noexcept { stream = NnxStream(from); }

  /// Takes what a training call on an empty tensor takes: Flax requests a key before it looks at
  /// it.
  void spend_on_empty() noexcept { stream(); }

  /// The engine of a new layer, if the layer does not share this one.
  std::optional<FlaxNnxEngine> for_layer() noexcept {
    if (!forks) return std::nullopt;
    FlaxNnxEngine own = *this;
    own.stream = stream.fork();
    return own;
  }

  /// Passes over requests of the stream.
  void skip(std::uint64_t count) noexcept { stream.skip(count); }

  std::vector<std::byte> state() const { return copy_of(stream.state()); }
  void restore(std::span<const std::byte> state) { stream.restore(state); }
};

}  // namespace playground::random
