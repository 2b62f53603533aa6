#include "random/engines/jax/jax_random.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "random/algorithms/threefry2x32_lanes.hpp"

namespace playground::random {
namespace {

// bits[i] = word_at(i). words_from(i, next) makes many at once and passes ThreefryLanes::kCounters
// of them to next(words); the rest are made one by one.
template <class WordsFrom, class WordAt>
void fill(std::span<std::uint32_t> bits, WordsFrom words_from, WordAt word_at) noexcept {
  constexpr std::size_t kAtOnce = ThreefryLanes::kCounters;
  std::size_t i = 0;
  // For part of a batch, all lanes are still quicker than single words.
  while (bits.size() - i >= kAtOnce / 4) {
    std::array<std::uint32_t, kAtOnce> words;
    std::uint32_t* end = words.data();
    const auto next = [&](FourWords four) {
      four.store_unaligned(end);
      end += 4;
    };
    words_from(static_cast<std::uint32_t>(i), next);
    const std::size_t count = std::min(bits.size() - i, kAtOnce);
    std::copy_n(words.begin(), count, &bits[i]);
    i += count;
  }
  for (; i < bits.size(); ++i) bits[i] = word_at(static_cast<std::uint32_t>(i));
}

// Counters (high, low), (high, low + 1), …
void partitionable_bits(ThreefryKey key, std::uint32_t high, std::uint32_t low,
                        std::span<std::uint32_t> bits) noexcept {
  const ThreefryLanes lanes(key);
  fill(
      bits,
      [&](std::uint32_t i, auto& next) {
        lanes.combined_words(high, low + i, [&](FourWords words) { next(words); });
      },
      [&](std::uint32_t i) {
        const auto [a, b] = threefry2x32(key, high, low + i);
        return a ^ b;
      });
}

// Elements that all read the first, or all the second, word of counters (x0, x1), (x0 + 1, x1 + 1),
// …
void half_of_bits(ThreefryKey key, std::uint32_t x0, std::uint32_t x1, bool is_second,
                  std::span<std::uint32_t> bits) noexcept {
  const ThreefryLanes lanes(key);
  fill(
      bits,
      [&](std::uint32_t i, auto& next) {
        lanes.both_words(x0 + i, x1 + i, [&](FourWords first, FourWords second) {
          next(is_second ? second : first);
        });
      },
      [&](std::uint32_t i) { return threefry2x32(key, x0 + i, x1 + i)[is_second]; });
}

// Counters are 0 … size - 1, and one 0 to make them even; counter i of the first half and its
// partner of the second give element i of both halves.
void original_bits(ThreefryKey key, std::uint32_t size, std::uint32_t first,
                   std::span<std::uint32_t> bits) noexcept {
  const std::uint32_t half = size / 2 + size % 2;
  if (first < half) {
    const auto of_first = bits.first(std::min<std::size_t>(bits.size(), half - first));
    half_of_bits(key, first, half + first, false, of_first);
    const bool has_odd_one = size % 2 != 0 && first + of_first.size() == half;
    if (has_odd_one && !of_first.empty()) of_first.back() = threefry2x32(key, half - 1, 0)[0];
    bits = bits.subspan(of_first.size());
    first = half;
  }
  half_of_bits(key, first - half, first, true, bits);
}

}  // namespace

ThreefryKey jax_split(ThreefryKey key, std::uint32_t num, std::uint32_t index,
                      JaxLayout layout) noexcept {
  if (layout == JaxLayout::kPartitionable) return jax_fold_in(key, index);
  ThreefryKey part;
  jax_bits(key, 2 * std::uint64_t{num}, 2 * std::uint64_t{index}, part, layout);
  return part;
}

ThreefryKey jax_derive(ThreefryKey key, std::span<const JaxKeyStep> steps,
                       JaxLayout layout) noexcept {
  for (const auto [num, number] : steps) {
    key = num == 0 ? jax_fold_in(key, number) : jax_split(key, num, number, layout);
  }
  return key;
}

void jax_bits(ThreefryKey key, std::uint64_t size, std::uint64_t first,
              std::span<std::uint32_t> bits, JaxLayout layout) noexcept {
  if (layout == JaxLayout::kOriginal) {
    original_bits(key, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(first), bits);
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
