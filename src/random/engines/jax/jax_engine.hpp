// `jax`: jax.random.bernoulli of one key. Keys are not spent: every call gives the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "random/engines/generator_state.hpp"
#include "random/engines/jax/jax_random.hpp"
#include "random/engines/jax/jax_record.hpp"

namespace playground::random {

inline constexpr std::string_view kJaxOptions[] = {"partitionable"};

struct JaxEngine {
  static constexpr EngineRecord kRecord =
      jax_record("jax", Framework::kJax, Stream::kNone, Makers::kJax, kJaxOptions);

  ThreefryKey key{};
  JaxLayout layout = JaxLayout::kPartitionable;

  void seed(std::uint64_t seed) noexcept { start(jax_key(seed)); }
  void start(ThreefryKey from) noexcept { key = from; }

  std::vector<std::byte> state() const { return copy_of(bytes_of(key)); }
  void restore(std::span<const std::byte> state) {
    key = any_from_bytes<ThreefryKey>(state, kRecord.rules.name);
  }
};

}  // namespace playground::random
