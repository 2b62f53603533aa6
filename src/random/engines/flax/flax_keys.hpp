// The keys that Flax, linen and nnx, gives to its Dropout, which passes them to
// jax.random.bernoulli.
//
// Source    flax/core/scope.py (_fold_in_static, make_rng) and flax/nnx/rnglib.py (RngStream).
// Answers   linen, key(0), no path, first call: 5527b11e c7be436d; nnx.Rngs(0), first request:
//           6b200159 99ba4efe.
// Verified  Masks printed in Flax's own docstrings; tests/fixtures/flax-derived.json (derived).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "random/engines/jax/jax_random.hpp"

namespace playground::random {

/// Whether linen keeps names apart when it hashes them: flax_fix_rng_separator.
enum class FlaxSeparator { kOff /* the default */, kOn };

/// The key that make_rng returns in its call number `call`, from 1, in the scope of the module
/// `path`.
///
/// key   what the user passed, as in rngs={'dropout': key}
/// path  names from below the top module down, such as "Dropout_0", in UTF-8; empty where the
///       Dropout itself is applied
ThreefryKey linen_make_rng(ThreefryKey key, std::span<const std::string_view> path,
                           std::uint32_t call = 1, FlaxSeparator separator = FlaxSeparator::kOff);

/// The part of it that does not depend on the key: it is jax_fold_in(key, linen_hash(path, call)).
std::uint32_t linen_hash(std::span<const std::string_view> path, std::uint32_t call,
                         FlaxSeparator separator = FlaxSeparator::kOff);

/// nnx.RngStream: a key and a count of requests. nnx.Rngs(seed) has one of jax_key(seed),
/// 'default', which serves every name that it was not given.
///
/// A Dropout of Flax 0.11 and later forks the stream when it is constructed, and requests one key
/// of the fork in each call. Up to 0.10 it requests the key from the stream that it shares with
/// other layers, and an nnx.Linear that is constructed before it requests two.
class NnxStream {
 public:
  explicit NnxStream(ThreefryKey key) noexcept : key_(key) {}

  /// The key of the next request.
  ThreefryKey operator()() noexcept { return jax_fold_in(key_, count_++); }

  /// Passes over the next `count` requests.
  void skip(std::uint64_t count) noexcept { count_ += static_cast<std::uint32_t>(count); }

  /// A stream whose key is the next request.
  NnxStream fork() noexcept { return NnxStream((*this)()); }

  /// How many requests there have been.
  std::uint32_t count() const noexcept { return count_; }

  /// The whole state as bytes, to be given to restore() in the same build.
  std::span<const std::byte> state() const noexcept;

  /// Throws an Error (kValue), and changes nothing, if `state` is none that state() gives.
  void restore(std::span<const std::byte> state);

 private:
  ThreefryKey key_;
  std::uint32_t count_ = 0;
};

}  // namespace playground::random
