#include "search/lanes/threefry_scan.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "dropout/draws/jax_draw.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/threefry2x32.hpp"

namespace playground::search {
namespace {

using random::FourWords;
using random::JaxLayout;

// Several batches, since each round of a counter waits for the round before.
constexpr std::size_t kBatches = 4;
constexpr std::size_t kLanes = 4 * kBatches;

using Words = std::array<FourWords, kBatches>;

// One bit for each lane.
using LaneSet = std::uint32_t;

/// Two words of each lane: a key, or what Threefry makes of a counter.
struct Pairs {
  Words first;
  Words second;
};

template <int kDistance>
void round(Pairs& words) noexcept {
  for (std::size_t b = 0; b < kBatches; ++b) {
    words.first[b] = words.first[b] + words.second[b];
    words.second[b] = random::rotated_left<kDistance>(words.second[b]) ^ words.first[b];
  }
}

template <int kRow>
void four_rounds(Pairs& words) noexcept {
  round<random::kThreefryDistances[kRow][0]>(words);
  round<random::kThreefryDistances[kRow][1]>(words);
  round<random::kThreefryDistances[kRow][2]>(words);
  round<random::kThreefryDistances[kRow][3]>(words);
}

/// threefry2x32 of one counter under the key of each lane.
class ThreefryKeys {
 public:
  explicit ThreefryKeys(const Pairs& keys) noexcept : keys_{keys.first, keys.second, {}} {
    for (std::size_t b = 0; b < kBatches; ++b) {
      keys_[2][b] = keys.first[b] ^ keys.second[b] ^ FourWords(random::kThreefryParity);
    }
  }

  // Not inlined, since its rounds are many.
  [[gnu::noinline]] Pairs at(std::uint32_t x0, std::uint32_t x1) const noexcept {
    Pairs words;
    words.first.fill(FourWords(x0));
    words.second.fill(FourWords(x1));
    increase<0>(words);
    four_rounds<0>(words);
    increase<1>(words);
    four_rounds<1>(words);
    increase<2>(words);
    four_rounds<0>(words);
    increase<3>(words);
    four_rounds<1>(words);
    increase<4>(words);
    four_rounds<0>(words);
    increase<5>(words);
    return words;
  }

  /// jax.random.fold_in.
  ThreefryKeys folded_in(std::uint32_t data) const noexcept { return ThreefryKeys(at(0, data)); }

 private:
  // As random::threefry_increments.
  template <std::uint32_t kGroup>
  void increase(Pairs& words) const noexcept {
    for (std::size_t b = 0; b < kBatches; ++b) {
      words.first[b] = words.first[b] + keys_[kGroup % 3][b];
      words.second[b] = words.second[b] + keys_[(kGroup + 1) % 3][b] + FourWords(kGroup);
    }
  }

  std::array<Words, 3> keys_;
};

/// jax.random.key of consecutive seeds.
ThreefryKeys keys_of_seeds(std::uint32_t first) noexcept {
  Pairs keys;
  keys.first.fill(FourWords(0u));
  for (std::uint32_t b = 0; b < kBatches; ++b) {
    const std::uint32_t seed = first + 4 * b;
    keys.second[b] = FourWords(seed, seed + 1, seed + 2, seed + 3);
  }
  return ThreefryKeys(keys);
}

/// Element `i` of jax.random.bits(key, (size,)), in every lane.
Words bits_at(const ThreefryKeys& keys, JaxLayout layout, std::uint64_t size,
              std::uint64_t i) noexcept {
  if (layout == JaxLayout::kPartitionable) {
    const Pairs words = keys.at(static_cast<std::uint32_t>(i >> 32), static_cast<std::uint32_t>(i));
    Words combined;
    for (std::size_t b = 0; b < kBatches; ++b) combined[b] = words.first[b] ^ words.second[b];
    return combined;
  }
  const auto half = static_cast<std::uint32_t>(size / 2 + size % 2);
  const auto place = static_cast<std::uint32_t>(i);
  if (place >= half) return keys.at(place - half, place).second;
  // The odd one is paired with 0.
  const std::uint32_t partner = half + place;
  return keys.at(place, partner < size ? partner : 0).first;
}

/// The lanes whose key draws the mask.
LaneSet matches(const ThreefryKeys& keys, JaxLayout layout, const ObservedMask& mask,
                std::uint32_t limit) noexcept {
  const std::span elements = mask.elements();
  Words agree;
  agree.fill(FourWords(~0u));
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i] == Observation::kUnknown) continue;
    const FourWords dropped(elements[i] == Observation::kKept ? 0u : ~0u);
    const Words bits = bits_at(keys, layout, elements.size(), i);
    FourWords any(0u);
    for (std::size_t b = 0; b < kBatches; ++b) {
      agree[b] = agree[b] & (random::below31(bits[b] >> 9, limit) ^ dropped);
      any = any | agree[b];
    }
    if (xsimd::none(any != FourWords(0u))) return 0;
  }
  LaneSet lanes = 0;
  for (std::size_t b = 0; b < kBatches; ++b) {
    lanes |= static_cast<LaneSet>((agree[b] != FourWords(0u)).mask()) << (4 * b);
  }
  return lanes;
}

/// The keys of a call, from 1, of seeds that have these keys.
class KeysOfCalls {
 public:
  KeysOfCalls(const random::Generator& engine, std::uint32_t calls) {
    if (const auto* linen = std::get_if<random::FlaxLinenEngine>(&engine)) {
      // make_rng hashes the same for every seed, and hashing takes longer than all else.
      const std::vector<std::string_view> path(linen->path.begin(), linen->path.end());
      for (std::uint32_t call = 1; call <= calls; ++call) {
        folded_in_.push_back(random::linen_hash(path, call));
      }
    } else if (const auto* nnx = std::get_if<random::FlaxNnxEngine>(&engine)) {
      // The fork is the first request of the stream.
      forks_ = nnx->forks;
      for (std::uint32_t call = 1; call <= calls; ++call) folded_in_.push_back(call - 1);
    }
  }

  ThreefryKeys operator()(const ThreefryKeys& seeds, std::uint32_t call) const noexcept {
    // Every call of jax.random has the key itself.
    if (folded_in_.empty()) return seeds;
    const std::uint32_t data = folded_in_[call - 1];
    return forks_ ? seeds.folded_in(0).folded_in(data) : seeds.folded_in(data);
  }

 private:
  std::vector<std::uint32_t> folded_in_;
  bool forks_ = false;
};

JaxLayout layout_of(const random::Generator& engine) noexcept {
  return std::visit(
      []<class Engine>(const Engine& one) {
        if constexpr (requires { one.layout; }) return one.layout;
        return JaxLayout::kPartitionable;
      },
      engine);
}

}  // namespace

bool draws_by_threefry(const random::Generator& engine) noexcept {
  return std::holds_alternative<random::JaxEngine>(engine) ||
         std::holds_alternative<random::FlaxLinenEngine>(engine) ||
         std::holds_alternative<random::FlaxNnxEngine>(engine);
}

std::vector<Match> scan_threefry(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, SeedRange seeds) {
  const std::uint32_t limit = dropout::jax_limit(mask.p());
  const JaxLayout layout = layout_of(engine);
  const KeysOfCalls keys_of_calls(engine, calls);
  std::vector<Match> found;
  std::vector<LaneSet> of_calls(calls);
  for (std::size_t first = 0; first < seeds.count; first += kLanes) {
    const auto keys = keys_of_seeds(static_cast<std::uint32_t>(seeds.first + first));
    LaneSet any = 0;
    for (std::uint32_t call = 1; call <= calls; ++call) {
      any |= of_calls[call - 1] = matches(keys_of_calls(keys, call), layout, mask, limit);
    }
    if (any == 0) continue;
    const std::size_t lanes = std::min(kLanes, seeds.count - first);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::uint32_t call = 1; call <= calls; ++call) {
        if ((of_calls[call - 1] >> lane & 1) != 0) found.push_back({first + lane, call});
      }
    }
  }
  return found;
}

}  // namespace playground::search
