#include "random/jax_random.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "random/four_words.hpp"

namespace playground::random {
namespace {

// Sixteen words in four registers: each step of Threefry waits for the one before, so that only
// other words' steps keep the processor busy.
struct SixteenWords {
  static constexpr std::size_t kSize = 16;

  explicit SixteenWords(std::uint32_t word) noexcept
      : fours{FourWords(word), FourWords(word), FourWords(word), FourWords(word)} {}
  SixteenWords(FourWords a, FourWords b, FourWords c, FourWords d) noexcept : fours{a, b, c, d} {}

  static SixteenWords ascending_from(std::uint32_t word) noexcept {
    const FourWords first = FourWords(word) + FourWords(0u, 1u, 2u, 3u);
    return {first, first + FourWords(4u), first + FourWords(8u), first + FourWords(12u)};
  }

  void store(std::uint32_t* words) const noexcept {
    for (std::size_t i = 0; i < fours.size(); ++i) fours[i].store_unaligned(words + 4 * i);
  }

  template <class Operation>
  SixteenWords each(const SixteenWords& other, Operation operation) const noexcept {
    return {operation(fours[0], other.fours[0]), operation(fours[1], other.fours[1]),
            operation(fours[2], other.fours[2]), operation(fours[3], other.fours[3])};
  }

  friend SixteenWords operator+(const SixteenWords& a, const SixteenWords& b) noexcept {
    return a.each(b, [](FourWords x, FourWords y) { return x + y; });
  }
  friend SixteenWords operator^(const SixteenWords& a, const SixteenWords& b) noexcept {
    return a.each(b, [](FourWords x, FourWords y) { return x ^ y; });
  }
  template <int kBits>
  friend SixteenWords rotated_left(const SixteenWords& a) noexcept {
    return a.each(a, [](FourWords x, FourWords) { return random::rotated_left<kBits>(x); });
  }

  std::array<FourWords, 4> fours;
};

// Counters whose high word is the same.
void partitionable_bits(ThreefryKey key, std::uint32_t high, std::uint32_t low,
                        std::span<std::uint32_t> bits) noexcept {
  std::size_t i = 0;
  for (; i + SixteenWords::kSize <= bits.size(); i += SixteenWords::kSize) {
    const auto counters = SixteenWords::ascending_from(low + static_cast<std::uint32_t>(i));
    const auto [a, b] = threefry2x32(key, SixteenWords(high), counters);
    (a ^ b).store(&bits[i]);
  }
  for (; i < bits.size(); ++i) {
    const auto [a, b] = threefry2x32(key, high, low + static_cast<std::uint32_t>(i));
    bits[i] = a ^ b;
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
