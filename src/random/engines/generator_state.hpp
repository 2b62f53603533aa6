// A generator's state as its own bytes, for the state() and restore() of every generator.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "errors/error.hpp"

namespace playground::random {

/// The bytes of `generator`, which live as long as it does.
template <class Generator>
std::span<const std::byte> bytes_of(const Generator& generator) noexcept {
  static_assert(std::is_trivially_copyable_v<Generator> &&
                    std::has_unique_object_representations_v<Generator>,
                "a state is the bytes of its generator");
  return std::as_bytes(std::span(&generator, 1));
}

/// The generator whose bytes bytes_of() returned in the same build.
///
/// is_valid  tells whether a generator made of any bytes has a valid state.
/// Throws an Error (kValue), naming `engine`, if it is not, or if the size differs.
template <class Generator, class IsValid>
Generator from_bytes(std::span<const std::byte> bytes, std::string_view engine, IsValid is_valid) {
  std::array<std::byte, sizeof(Generator)> copy;
  if (bytes.size() == copy.size()) {
    std::ranges::copy(bytes, copy.begin());
    const auto generator = std::bit_cast<Generator>(copy);
    if (is_valid(generator)) return generator;
  }
  errors::fail(errors::Kind::kValue, "this is not the state of a {0} generator"_words, engine);
}

/// The same for values of which every bit pattern is a valid state.
template <class Value>
Value any_from_bytes(std::span<const std::byte> bytes, std::string_view engine) {
  return from_bytes<Value>(bytes, engine, [](const Value&) { return true; });
}

inline std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

}  // namespace playground::random
