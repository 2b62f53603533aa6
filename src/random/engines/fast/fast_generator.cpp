#include "random/engines/fast/fast_generator.hpp"

#include "random/engines/generator_state.hpp"

namespace playground::random {
namespace {

constexpr std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
constexpr std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

}  // namespace

FastBytes::FastBytes(std::uint64_t seed, std::uint64_t call) noexcept
    : key_{low(seed), high(seed)}, call_(call) {
  // The last of 2^64 blocks. No byte comes from it, since no call needs so many.
  const PhiloxWords words = philox4x32({~0u, ~0u, low(call), high(call)}, key_);
  mixing_key_ = std::uint64_t{words[1]} << 32 | words[0];
}

std::uint8_t FastBytes::byte(std::uint64_t index) const noexcept {
  const std::uint64_t block = index / kGroup * 4 + index % 16 / 4;
  const PhiloxWords words = philox4x32({low(block), high(block), low(call_), high(call_)}, key_);
  return static_cast<std::uint8_t>(words[index % kGroup / 16] >> (index % 4 * 8));
}

void FastGenerator::manual_seed(std::uint64_t seed) noexcept {
  seed_ = seed;
  calls_ = 0;
}

std::span<const std::byte> FastGenerator::state() const noexcept { return bytes_of(*this); }

void FastGenerator::restore(std::span<const std::byte> state) {
  *this = from_bytes<FastGenerator>(state, "fast", [](const FastGenerator&) { return true; });
}

}  // namespace playground::random
