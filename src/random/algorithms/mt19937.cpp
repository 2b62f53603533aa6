#include "random/algorithms/mt19937.hpp"

#include <algorithm>
#include <xsimd/xsimd.hpp>

#include "random/algorithms/mt19937_steps.hpp"

namespace playground::random {
namespace {

using Words = xsimd::batch<std::uint32_t>;

// Recomputes state[first, last) in place. A batch may be as wide as the distance to the word it
// reads `shifted` from, which is at least 227, so every SIMD width gives the scalar result.
void twist_range(std::uint32_t* state, std::size_t first, std::size_t last,
                 std::ptrdiff_t shift) noexcept {
  std::size_t k = first;
  for (; k + Words::size <= last; k += Words::size) {
    mt19937_twist(Words::load_unaligned(state + k), Words::load_unaligned(state + k + 1),
                  Words::load_unaligned(state + k + shift))
        .store_unaligned(state + k);
  }
  for (; k < last; ++k) state[k] = mt19937_twist(state[k], state[k + 1], state[k + shift]);
}

}  // namespace

void Mt19937::seed(std::uint32_t seed) noexcept {
  state_[0] = seed;
  for (std::uint32_t j = 1; j < kStateSize; ++j) {
    state_[j] = mt19937_seed_step(state_[j - 1], j);
  }
  position_ = kStateSize;
}

void Mt19937::fill(std::span<std::uint32_t> words) noexcept {
  while (!words.empty()) {
    const auto from = take_untempered(words.size());
    std::size_t i = 0;
    for (; i + Words::size <= from.size(); i += Words::size) {
      mt19937_temper(Words::load_unaligned(&from[i])).store_unaligned(&words[i]);
    }
    for (; i < from.size(); ++i) words[i] = mt19937_temper(from[i]);
    words = words.subspan(from.size());
  }
}

std::span<const std::uint32_t> Mt19937::take_untempered(std::size_t count) noexcept {
  if (position_ == kStateSize) regenerate();
  const auto first = static_cast<std::size_t>(position_);
  const auto taken = std::span(state_).subspan(first, std::min(count, kStateSize - first));
  position_ += taken.size();
  return taken;
}

void Mt19937::skip(std::uint64_t count) noexcept {
  while (count > 0) {
    count -= take_untempered(static_cast<std::size_t>(std::min(count, std::uint64_t{kStateSize})))
                 .size();
  }
}

void Mt19937::regenerate() noexcept {
  constexpr auto kForward = static_cast<std::ptrdiff_t>(kMt19937Shift);
  constexpr auto kBackward = kForward - static_cast<std::ptrdiff_t>(kStateSize);
  std::uint32_t* state = state_.data();
  twist_range(state, 0, kStateSize - kMt19937Shift, kForward);
  twist_range(state, kStateSize - kMt19937Shift, kStateSize - 1, kBackward);
  state[kStateSize - 1] = mt19937_twist(state[kStateSize - 1], state[0], state[kMt19937Shift - 1]);
  position_ = 0;
}

}  // namespace playground::random
