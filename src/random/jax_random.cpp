#include "random/jax_random.hpp"

#include <algorithm>
#include <cstddef>
#include <xsimd/xsimd.hpp>

namespace playground::random {
namespace {

using Words = xsimd::batch<std::uint32_t>;

Words ascending() noexcept {
  alignas(Words::arch_type::alignment()) std::uint32_t steps[Words::size];
  for (std::uint32_t i = 0; i < Words::size; ++i) steps[i] = i;
  return Words::load_aligned(steps);
}

// Counters whose high word is the same.
void partitionable_bits(ThreefryKey key, std::uint32_t high, std::uint32_t low,
                        std::span<std::uint32_t> bits) noexcept {
  std::size_t i = 0;
  for (Words counters = ascending() + Words(low); i + Words::size <= bits.size();
       i += Words::size, counters = counters + Words(Words::size)) {
    const auto [a, b] = threefry2x32(key, Words(high), counters);
    (a ^ b).store_unaligned(bits.data() + i);
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

ThreefryKey jax_split(ThreefryKey key, std::uint32_t count, std::uint32_t index,
                      JaxLayout layout) noexcept {
  if (layout == JaxLayout::kPartitionable) return jax_fold_in(key, index);
  return {original_bits(key, 2 * count, 2 * index), original_bits(key, 2 * count, 2 * index + 1)};
}

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
