#include "dropout/draws/torch_cpu_draw.hpp"

#include <cmath>

#include "dropout/draws/one_pass.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/mt19937_steps.hpp"

namespace playground::dropout {

TorchCpuDraw::TorchCpuDraw(const random::TorchCpuGenerator& generator,
                           const DrawRequest& request) noexcept
    // uniform64() is k / 2^53 for a whole k, so comparing k with the ceiling of (1 - p) * 2^53
    // (exact: a power of two) decides the same without a float.
    : generator_(generator),
      threshold_(static_cast<std::uint64_t>(std::ceil(request.p.keep_probability() * 0x1p53))) {}

Decision TorchCpuDraw::next() noexcept {
  const std::uint64_t k = generator_.random64() & ((std::uint64_t{1} << 53) - 1);
  return {static_cast<double>(k) * 0x1p-53, static_cast<double>(threshold_) * 0x1p-53,
          k < threshold_};
}

// The upper 21 of the 53 bits decide unless they are equal to the limit's. So only every other word
// is tempered, and the word behind it is hardly ever needed.
void TorchCpuDraw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  OnePass<InvertedDropout> use(x.data(), p, y.data());
  std::size_t count = x.size();
  constexpr std::uint32_t kUpperMask = (1u << 21) - 1;
  const auto upper_limit = static_cast<std::uint32_t>(threshold_ >> 32);
  const auto lower_limit = static_cast<std::uint32_t>(threshold_);
  const auto is_kept = [&](std::uint32_t first, std::uint32_t second) {
    const std::uint32_t upper = random::mt19937_temper(first) & kUpperMask;
    return upper != upper_limit ? upper < upper_limit
                                : random::mt19937_temper(second) < lower_limit;
  };
  while (count > 0) {
    const auto words = generator_.take_untempered(2 * count);
    std::size_t i = 0;
    for (; i + 8 <= words.size(); i += 8) {
      const FourWords upper =
          random::mt19937_temper(random::load_every_other(&words[i])) & FourWords(kUpperMask);
      if (xsimd::any(upper == FourWords(upper_limit))) [[unlikely]] {
        for (std::size_t j = i; j < i + 8; j += 2) use.one(is_kept(words[j], words[j + 1]));
      } else {
        use.four(random::below31(upper, upper_limit));
      }
    }
    for (; i + 2 <= words.size(); i += 2) use.one(is_kept(words[i], words[i + 1]));
    count -= words.size() / 2;
    if (i < words.size()) {
      // The second word of this element is the first word of the twister's next block.
      const std::uint32_t first = words[i];
      use.one(is_kept(first, generator_.take_untempered(1)[0]));
      --count;
    }
  }
}

}  // namespace playground::dropout
