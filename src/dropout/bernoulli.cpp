#include "dropout/bernoulli.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace playground::dropout {

void bernoulli(random::TorchCpuGenerator& generator, double keep_probability,
               std::span<std::uint8_t> keep) noexcept {
  // uniform64() is k / 2^53 for a whole k, so comparing k with the ceiling of
  // keep_probability * 2^53 (exact: a power of two) decides the same without a float.
  constexpr std::uint64_t kMask = (std::uint64_t{1} << 53) - 1;
  const auto threshold = static_cast<std::uint64_t>(std::ceil(keep_probability * 0x1p53));

  std::array<std::uint32_t, 512> words;
  while (!keep.empty()) {
    const std::size_t count = std::min(keep.size(), words.size() / 2);
    generator.fill(std::span(words).first(2 * count));
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t draw = std::uint64_t{words[2 * i]} << 32 | words[2 * i + 1];
      keep[i] = (draw & kMask) < threshold;
    }
    keep = keep.subspan(count);
  }
}

}  // namespace playground::dropout
