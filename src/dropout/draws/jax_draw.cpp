#include "dropout/draws/jax_draw.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/threefry2x32_lanes.hpp"

namespace playground::dropout {
namespace {

struct Keep {
  std::uint32_t limit;

  FourWords operator()(FourWords words) const noexcept {
    return random::below31(words >> 9, limit);
  }
};

}  // namespace

// A uniform is its upper bits by 2^23, exactly, and so is the product.
std::uint32_t jax_limit(DropProbability p) noexcept {
  return static_cast<std::uint32_t>(std::ceil(static_cast<float>(p.keep_probability()) * 0x1p23f));
}

JaxDraw::JaxDraw(random::ThreefryKey key, random::JaxLayout layout,
                 const DrawRequest& request) noexcept
    : key_(key),
      layout_(layout),
      threshold_(static_cast<float>(request.p.keep_probability())),
      limit_(jax_limit(request.p)),
      size_(request.size) {}

Decision JaxDraw::next() noexcept {
  std::array<std::uint32_t, 1> word;
  random::jax_bits(key_, size_, position_++, word, layout_);
  const float uniform = random::jax_uniform(word[0]);
  return {uniform, threshold_, uniform < threshold_};
}

void JaxDraw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  const bool is_whole = position_ == 0 && x.size() == size_;
  if (layout_ == random::JaxLayout::kOriginal && is_whole) {
    apply_to_halves(x, p, y);
    return;
  }
  OnePass<SelectedQuotient> use(x.data(), p, y.data());
  const Keep keep{limit_};
  std::size_t count = x.size();
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
      apply_words(position_, taken, use);
    }
    position_ += taken;
    count -= taken;
  }
}

void JaxDraw::apply_to_halves(std::span<const float> x, DropProbability p,
                              std::span<float> y) noexcept {
  const std::size_t pairs = x.size() / 2;
  const std::size_t half = x.size() - pairs;
  OnePass<SelectedQuotient> first(x.data(), p, y.data());
  OnePass<SelectedQuotient> second(x.data() + half, p, y.data() + half);
  const Keep keep{limit_};
  const random::ThreefryLanes lanes(key_);
  std::size_t i = 0;
  for (; i + lanes.kCounters <= pairs; i += lanes.kCounters) {
    lanes.both_words(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(half + i),
                     [&](FourWords words, FourWords partners) {
                       first.four(keep(words));
                       second.four(keep(partners));
                     });
  }
  apply_words(i, half - i, first);
  apply_words(half + i, pairs - i, second);
  position_ = size_;
}

template <class Use>
void JaxDraw::apply_words(std::uint64_t position, std::size_t count, Use& use) const noexcept {
  std::array<std::uint32_t, random::ThreefryLanes::kCounters> words;
  const auto block = std::span(words).first(count);
  random::jax_bits(key_, size_, position, block, layout_);
  each_word(block, use, Keep{limit_});
}

}  // namespace playground::dropout
