#include "search/lanes/mt19937_lanes.hpp"

#include <algorithm>

#include "random/algorithms/mt19937_steps.hpp"

namespace playground::search {

void Mt19937Lanes::seed(std::uint32_t first) noexcept {
  first_ = first;
  begin();
}

void Mt19937Lanes::begin() noexcept {
  for (std::uint32_t lane = 0; lane < kLanes; ++lane) state_[lane] = first_ + lane;
  seeded_ = 1;
  twisted_ = 0;
  block_ = 0;
}

Mt19937Lanes::Lanes Mt19937Lanes::word(std::uint64_t position) noexcept {
  if (position < block_) begin();
  for (; position >= block_ + kStateSize; block_ += kStateSize) {
    twist_until(kStateSize);
    twisted_ = 0;
  }
  const auto index = static_cast<std::size_t>(position - block_);
  twist_until(index + 1);
  Lanes words;
  for (std::size_t b = 0; b < kBatches; ++b) words[b] = random::mt19937_temper(load(index, b));
  return words;
}

Mt19937Lanes::Words Mt19937Lanes::load(std::size_t index, std::size_t b) const noexcept {
  return Words::load_aligned(&state_[index * kLanes + b * Words::size]);
}

void Mt19937Lanes::store(Words words, std::size_t index, std::size_t b) noexcept {
  words.store_aligned(&state_[index * kLanes + b * Words::size]);
}

// In stretches, each of which begins by reading what the one before has written.
void Mt19937Lanes::seed_until(std::size_t count) noexcept {
  constexpr std::size_t kStretch = 32;
  if (seeded_ >= count) return;
  count = std::min(count + kStretch, kStateSize);
  Lanes previous;
  for (std::size_t b = 0; b < kBatches; ++b) previous[b] = load(seeded_ - 1, b);
  for (; seeded_ < count; ++seeded_) {
    for (std::size_t b = 0; b < kBatches; ++b) {
      previous[b] = random::mt19937_seed_step(previous[b], static_cast<std::uint32_t>(seeded_));
      store(previous[b], seeded_, b);
    }
  }
}

void Mt19937Lanes::twist_until(std::size_t count) noexcept {
  for (; twisted_ < count; ++twisted_) {
    const std::size_t k = twisted_;
    seed_until(std::min(k + random::kMt19937Shift + 1, kStateSize));
    const std::size_t next = (k + 1) % kStateSize;
    const std::size_t shifted = (k + random::kMt19937Shift) % kStateSize;
    for (std::size_t b = 0; b < kBatches; ++b) {
      store(random::mt19937_twist(load(k, b), load(next, b), load(shifted, b)), k, b);
    }
  }
}

}  // namespace playground::search
