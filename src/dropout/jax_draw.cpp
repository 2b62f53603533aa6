#include "dropout/jax_draw.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "dropout/decision_use.hpp"
#include "dropout/word_decisions.hpp"
#include "random/four_words.hpp"
#include "random/threefry2x32_lanes.hpp"

namespace playground::dropout {

JaxDraw::JaxDraw(random::ThreefryKey key, random::JaxLayout layout,
                 const DrawRequest& request) noexcept
    : key_(key),
      layout_(layout),
      threshold_(static_cast<float>(request.p.keep_probability())),
      limit_(first_dropped(
          1u << 23,
          [&](std::uint32_t upper) { return random::jax_uniform(upper << 9) < threshold_; })),
      size_(request.size) {}

Decision JaxDraw::next() noexcept {
  std::array<std::uint32_t, 1> word;
  random::jax_bits(key_, size_, position_++, word, layout_);
  const float uniform = random::jax_uniform(word[0]);
  return {uniform, threshold_, uniform < threshold_};
}

void JaxDraw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  OnePass<SelectedQuotient> use(x.data(), p, y.data());
  std::size_t count = x.size();
  const auto keep = [limit = limit_](FourWords words) {
    return random::below31(words >> 9, limit);
  };
  const random::ThreefryLanes lanes(key_);
  constexpr std::size_t kAtOnce = lanes.kCounters;
  while (count > 0) {
    const auto low = static_cast<std::uint32_t>(position_);
    const bool carries = low > 0u - std::uint32_t{kAtOnce};
    const std::size_t taken = std::min(count, kAtOnce);
    if (layout_ == random::JaxLayout::kPartitionable && taken == kAtOnce && !carries) {
      lanes.combined_words(static_cast<std::uint32_t>(position_ >> 32), low,
                           [&](FourWords words) { use.four(keep(words)); });
    } else {
      std::array<std::uint32_t, kAtOnce> words;
      const auto block = std::span(words).first(taken);
      random::jax_bits(key_, size_, position_, block, layout_);
      each_word(block, use, keep);
    }
    position_ += taken;
    count -= taken;
  }
}

}  // namespace playground::dropout
