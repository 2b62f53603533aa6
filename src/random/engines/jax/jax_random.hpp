// jax.random's keys, bits and uniforms: pure functions of a key and a position, no generator.
//
// Source    jax/_src/prng.py and jax/_src/random.py.
// Answers   uniform(key(0)) is 0.947667, as JAX's documentation prints; bits(key(1701), (3,)) in
//           the original layout is 56197195, 4200222568, 961309823.
// Verified  tests/fixtures/jax.json (partitionable); JAX's regression values (original layout).
#pragma once

#include <bit>
#include <cstdint>
#include <span>

#include "random/algorithms/threefry2x32.hpp"

namespace playground::random {

/// Which counters the elements of one request read: jax_threefry_partitionable.
enum class JaxLayout {
  kPartitionable,  // true, the default since JAX 0.5: element i reads counter i
  kOriginal,       // false: the first half of the counters is paired with the second
};

/// jax.random.key. A negative seed is passed as its two's complement. Without `x64`, which is JAX's
/// default, only the low 32 bits count.
constexpr ThreefryKey jax_key(std::uint64_t seed, bool x64 = false) noexcept {
  return {x64 ? static_cast<std::uint32_t>(seed >> 32) : 0, static_cast<std::uint32_t>(seed)};
}

/// jax.random.fold_in.
constexpr ThreefryKey jax_fold_in(ThreefryKey key, std::uint32_t data) noexcept {
  return threefry2x32(key, 0, data);
}

/// jax.random.split(key, num)[index], without the other keys. In the partitionable layout it is
/// jax_fold_in(key, index), whatever `num`.
///
/// num  index < num < 2^31
ThreefryKey jax_split(ThreefryKey key, std::uint32_t num, std::uint32_t index,
                      JaxLayout layout = JaxLayout::kPartitionable) noexcept;

/// One step from a key to the next.
struct JaxKeyStep {
  std::uint32_t num;     // of jax.random.split; 0 for jax.random.fold_in
  std::uint32_t number;  // which of the keys, or the data that is folded in
};

/// The key that the steps lead to, from the first to the last.
ThreefryKey jax_derive(ThreefryKey key, std::span<const JaxKeyStep> steps,
                       JaxLayout layout = JaxLayout::kPartitionable) noexcept;

/// Elements first, first + 1, … of jax.random.bits(key, (size,), 'uint32'), and no others.
///
/// bits  first + bits.size() <= size; in the original layout size < 2^32
void jax_bits(ThreefryKey key, std::uint64_t size, std::uint64_t first,
              std::span<std::uint32_t> bits, JaxLayout layout = JaxLayout::kPartitionable) noexcept;

/// jax.random.uniform of one word, in [0, 1), of 23 bits, exact.
constexpr float jax_uniform(std::uint32_t word) noexcept {
  return std::bit_cast<float>(word >> 9 | 0x3f800000u) - 1.0f;
}

}  // namespace playground::random
