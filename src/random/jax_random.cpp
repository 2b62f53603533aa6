#include "random/jax_random.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "random/threefry2x32_lanes.hpp"

namespace playground::random {
namespace {

// Counters whose high word is the same.
void partitionable_bits(ThreefryKey key, std::uint32_t high, std::uint32_t low,
                        std::span<std::uint32_t> bits) noexcept {
  constexpr std::size_t kAtOnce = ThreefryLanes::kCounters;
  const ThreefryLanes lanes(key);
  while (bits.size() >= kAtOnce / 4) {
    std::array<std::uint32_t, kAtOnce> words;
    std::uint32_t* next = words.data();
    lanes.combined_words(high, low, [&](FourWords four) {
      four.store_unaligned(next);
      next += 4;
    });
    const std::size_t count = std::min(bits.size(), kAtOnce);
    std::copy_n(words.begin(), count, bits.begin());
    low += static_cast<std::uint32_t>(count);
    bits = bits.subspan(count);
  }
  for (std::uint32_t& word : bits) {
    const auto [a, b] = threefry2x32(key, high, low++);
    word = a ^ b;
  }
}

// The word that element `index` of the original layout reads. Counters are 0 … size - 1, and one 0
// to make them even; counter i of the first half and its partner of the second give both halves.
std::uint32_t original_bits(ThreefryKey key, std::uint32_t size, std::uint32_t index) noexcept {
  const std::uint32_t half = size / 2 + size % 2;
  const bool is_second = index >= half;
  const std::uint32_t x0 = is_second ? index - half : index;
  const std::uint32_t x1 = half + x0;
  return threefry2x32(key, x0, x1 == size ? 0 : x1)[is_second];
}

}  // namespace

void jax_bits(ThreefryKey key, std::uint64_t size, std::uint64_t first,
              std::span<std::uint32_t> bits, JaxLayout layout) noexcept {
  if (layout == JaxLayout::kOriginal) {
    for (std::uint32_t& word : bits) {
      word =
          original_bits(key, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(first++));
    }
    return;
  }
  while (!bits.empty()) {
    const auto low = static_cast<std::uint32_t>(first);
    const std::uint64_t until_carry = (std::uint64_t{1} << 32) - low;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bits.size(), until_carry));
    partitionable_bits(key, static_cast<std::uint32_t>(first >> 32), low, bits.first(count));
    bits = bits.subspan(count);
    first += count;
  }
}

}  // namespace playground::random
