// A generator's state as its own bytes: what state() and restore() of every generator are made of.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace playground::random {

/// The bytes of `generator`, which live as long as it does.
template <class Generator>
std::span<const std::byte> bytes_of(const Generator& generator) noexcept {
  static_assert(std::is_trivially_copyable_v<Generator> &&
                    std::has_unique_object_representations_v<Generator>,
                "a state is the bytes of its generator");
  return std::as_bytes(std::span(&generator, 1));
}

/// The generator that bytes_of() gave in the same build.
///
/// is_valid  says whether a generator of any bytes is one that can go on.
/// Throws std::invalid_argument, naming `engine`, if it is not, or if the size differs.
template <class Generator, class IsValid>
Generator from_bytes(std::span<const std::byte> bytes, const std::string& engine,
                     IsValid is_valid) {
  std::array<std::byte, sizeof(Generator)> copy;
  if (bytes.size() == copy.size()) {
    std::ranges::copy(bytes, copy.begin());
    const auto generator = std::bit_cast<Generator>(copy);
    if (is_valid(generator)) return generator;
  }
  throw std::invalid_argument("this is not the state of a " + engine + " generator");
}

}  // namespace playground::random
