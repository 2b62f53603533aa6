// From words to decisions, for draws that make words.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "random/algorithms/four_words.hpp"

namespace playground::dropout {

using random::FourWords;

/// Decisions that are made one by one are stored, so many at a time, before they are applied.
constexpr std::size_t kDecisionsAtOnce = 240;

/// The smallest word in [0, end) that is not kept, or `end`; is_kept holds below it and nowhere
/// else.
template <class IsKept>
std::uint32_t first_dropped(std::uint32_t end, IsKept is_kept) {
  std::uint32_t first = 0;
  while (first < end) {
    const std::uint32_t middle = first + (end - first) / 2;
    if (is_kept(middle)) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  return first;
}

/// Applies `count` decisions of draw.next(), one after another.
template <class AnyDraw, class Use>
void each_alone(AnyDraw& draw, std::size_t count, Use& use) {
  for (; count > 0; --count) use.one(draw.next().kept);
}

/// Applies the decisions of words that are drawn already: four at a time by `keep`, the rest
/// singly.
template <class Use, class Keep>
void each_word(std::span<const std::uint32_t> words, Use& use, Keep keep) {
  std::size_t i = 0;
  for (; i + 4 <= words.size(); i += 4) use.four(keep(FourWords::load_unaligned(&words[i])));
  for (; i < words.size(); ++i) use.one(keep(FourWords(words[i])).get(0) != 0);
}

/// The same for a draw that makes word after word. Its decisions are stored before they are
/// applied, since the processor would guess a branch on each wrong as often as elements are
/// dropped.
template <class AnyDraw, class Use>
void each_in_turn(AnyDraw& draw, std::size_t count, Use& use) {
  std::array<std::uint32_t, kDecisionsAtOnce> decisions;
  while (count > 0) {
    const auto block = std::span(decisions).first(std::min(count, kDecisionsAtOnce));
    const auto decide = [&](std::size_t i) { block[i] = 0u - std::uint32_t{draw.next().kept}; };
    std::size_t i = 0;
    // Four in a row, so that the state of the generator can stay in registers.
    for (; i + 4 <= block.size(); i += 4) {
      decide(i);
      decide(i + 1);
      decide(i + 2);
      decide(i + 3);
    }
    for (; i < block.size(); ++i) decide(i);
    each_word(block, use, [](FourWords words) { return words; });
    count -= block.size();
  }
}

}  // namespace playground::dropout
