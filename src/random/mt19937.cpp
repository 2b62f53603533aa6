#include "random/mt19937.hpp"

#include <algorithm>
#include <xsimd/xsimd.hpp>

namespace playground::random {
namespace {

using Words = xsimd::batch<std::uint32_t>;

constexpr std::size_t kShift = 397;  // m in the paper

// Both steps are written once, for a single word and for a batch alike.
template <class Word>
Word temper(Word y) noexcept {
  y = y ^ (y >> 11);
  y = y ^ ((y << 7) & Word(0x9d2c5680u));
  y = y ^ ((y << 15) & Word(0xefc60000u));
  return y ^ (y >> 18);
}

template <class Word>
Word twist(Word word, Word next, Word shifted) noexcept {
  const Word y = (word & Word(0x80000000u)) | (next & Word(0x7fffffffu));
  const Word odd = Word(0u) - (y & Word(1u));  // all ones where y is odd
  return shifted ^ (y >> 1) ^ (odd & Word(0x9908b0dfu));
}

// Recomputes state[first, last) in place. A batch may be as wide as the distance to the word it
// reads `shifted` from, which is at least 227, so every SIMD width gives the scalar result.
void twist_range(std::uint32_t* state, std::size_t first, std::size_t last,
                 std::ptrdiff_t shift) noexcept {
  std::size_t k = first;
  for (; k + Words::size <= last; k += Words::size) {
    twist(Words::load_unaligned(state + k), Words::load_unaligned(state + k + 1),
          Words::load_unaligned(state + k + shift))
        .store_unaligned(state + k);
  }
  for (; k < last; ++k) state[k] = twist(state[k], state[k + 1], state[k + shift]);
}

}  // namespace

void Mt19937::seed(std::uint32_t seed) noexcept {
  state_[0] = seed;
  for (std::uint32_t j = 1; j < kStateSize; ++j) {
    state_[j] = 1812433253u * (state_[j - 1] ^ (state_[j - 1] >> 30)) + j;
  }
  position_ = kStateSize;
}

std::uint32_t Mt19937::operator()() noexcept {
  if (position_ == kStateSize) regenerate();
  return temper(state_[static_cast<std::size_t>(position_++)]);
}

void Mt19937::fill(std::span<std::uint32_t> words) noexcept {
  while (!words.empty()) {
    if (position_ == kStateSize) regenerate();
    const auto first = static_cast<std::size_t>(position_);
    const std::size_t count = std::min(words.size(), kStateSize - first);
    const std::uint32_t* from = state_.data() + first;
    std::size_t i = 0;
    for (; i + Words::size <= count; i += Words::size) {
      temper(Words::load_unaligned(from + i)).store_unaligned(words.data() + i);
    }
    for (; i < count; ++i) words[i] = temper(from[i]);
    position_ += count;
    words = words.subspan(count);
  }
}

void Mt19937::regenerate() noexcept {
  constexpr auto kForward = static_cast<std::ptrdiff_t>(kShift);
  constexpr auto kBackward = kForward - static_cast<std::ptrdiff_t>(kStateSize);
  std::uint32_t* state = state_.data();
  twist_range(state, 0, kStateSize - kShift, kForward);
  twist_range(state, kStateSize - kShift, kStateSize - 1, kBackward);
  state[kStateSize - 1] = twist(state[kStateSize - 1], state[0], state[kShift - 1]);
  position_ = 0;
}

}  // namespace playground::random
