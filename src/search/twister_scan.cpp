#include "search/twister_scan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <variant>
#include <xsimd/xsimd.hpp>

#include "random/mcg31.hpp"
#include "search/mt19937_lanes.hpp"

namespace playground::search {
namespace {

using Lanes = Mt19937Lanes::Lanes;
using Words = Mt19937Lanes::Words;

constexpr std::size_t kBatches = Mt19937Lanes::kBatches;
constexpr std::size_t kLanes = Mt19937Lanes::kLanes;

// One bit for each lane.
using LaneSet = std::uint64_t;
static_assert(kLanes <= 64);

// How two words make a number of 53 bits. The first word is the high half.
struct Uniform64 {
  std::uint32_t high_mask;
  int high_shift;
  int low_shift;
};
constexpr Uniform64 kTorch{0x1fffff, 0, 0};  // random64() mod 2^53
constexpr Uniform64 kNumpy{0xffffffff, 5, 6};

// Calls with two words for each element, which is kept if their number is below (1 - p) * 2^53.
class TwoWordCalls {
 public:
  TwoWordCalls(const ObservedMask& mask, Uniform64 uniform) noexcept
      : elements_(mask.elements()), uniform_(uniform) {
    const auto threshold =
        static_cast<std::uint64_t>(std::ceil(mask.p().keep_probability() * 0x1p53));
    const int low_bits = 32 - uniform.low_shift;
    high_ = static_cast<std::uint32_t>(threshold >> low_bits);
    low_ = static_cast<std::uint32_t>(threshold & ((std::uint64_t{1} << low_bits) - 1));
  }

  // The lanes whose call number `call`, from 0, draws the mask.
  LaneSet matches(Mt19937Lanes& twisters, std::uint32_t call) const noexcept {
    using Bools = xsimd::batch_bool<std::uint32_t>;
    std::array<Bools, kBatches> agree;
    agree.fill(Bools(true));
    std::uint64_t position = 2 * std::uint64_t{call} * elements_.size();
    for (const Observation element : elements_) {
      if (element != Observation::kUnknown) {
        const Bools expected(element == Observation::kKept);
        const Lanes first = twisters.word(position);
        Bools tie(false);
        Bools any(false);
        std::array<Bools, kBatches> below;
        std::array<Bools, kBatches> equal;
        for (std::size_t b = 0; b < kBatches; ++b) {
          const Words high = (first[b] & Words(uniform_.high_mask)) >> uniform_.high_shift;
          below[b] = high < Words(high_);
          equal[b] = high == Words(high_);
          tie = tie | equal[b];
        }
        // The second word is needed once in 2 million draws.
        if (xsimd::any(tie)) [[unlikely]] {
          const Lanes second = twisters.word(position + 1);
          for (std::size_t b = 0; b < kBatches; ++b) {
            below[b] = below[b] | (equal[b] & ((second[b] >> uniform_.low_shift) < Words(low_)));
          }
        }
        for (std::size_t b = 0; b < kBatches; ++b) {
          agree[b] = agree[b] & ~(below[b] ^ expected);
          any = any | agree[b];
        }
        if (xsimd::none(any)) return 0;
      }
      position += 2;
    }
    LaneSet lanes = 0;
    for (std::size_t b = 0; b < kBatches; ++b) lanes |= agree[b].mask() << (b * Words::size);
    return lanes;
  }

 private:
  std::span<const Observation> elements_;
  Uniform64 uniform_;
  std::uint32_t high_;
  std::uint32_t low_;
};

// Calls with one word, which seeds MKL's generator.
class MklCalls {
 public:
  explicit MklCalls(const ObservedMask& mask) noexcept
      : elements_(mask.elements()),
        keep_probability_(static_cast<float>(mask.p().keep_probability())) {}

  LaneSet matches(Mt19937Lanes& twisters, std::uint32_t call) const noexcept {
    const Lanes words = twisters.word(call);
    alignas(Words::arch_type::alignment()) std::array<std::uint32_t, kLanes> seeds;
    for (std::size_t b = 0; b < kBatches; ++b) words[b].store_aligned(&seeds[b * Words::size]);
    LaneSet lanes = 0;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      lanes |= LaneSet{agrees(random::Mcg31(seeds[lane]))} << lane;
    }
    return lanes;
  }

 private:
  bool agrees(random::Mcg31 values) const noexcept {
    return std::ranges::all_of(elements_, [&](Observation element) {
      const bool kept = random::mcg31_uniform(values()) < keep_probability_;
      return element == Observation::kUnknown || kept == (element == Observation::kKept);
    });
  }

  std::span<const Observation> elements_;
  float keep_probability_;
};

template <class Calls>
std::vector<Match> scan(const Calls& mask, std::uint32_t calls, SeedRange seeds) {
  std::vector<Match> matches;
  std::vector<LaneSet> of_calls(calls);
  const auto twisters = std::make_unique<Mt19937Lanes>();  // too large for the stack of wasm
  for (std::size_t first = 0; first < seeds.count; first += kLanes) {
    twisters->seed(static_cast<std::uint32_t>(seeds.first + first));
    LaneSet found = 0;
    for (std::uint32_t call = 0; call < calls; ++call) {
      found |= of_calls[call] = mask.matches(*twisters, call);
    }
    if (found == 0) continue;
    const std::size_t lanes = std::min(kLanes, seeds.count - first);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::uint32_t call = 0; call < calls; ++call) {
        if (of_calls[call] >> lane & 1) matches.push_back({first + lane, call + 1});
      }
    }
  }
  return matches;
}

}  // namespace

bool is_twister(const random::Generator& engine) noexcept {
  return std::holds_alternative<random::TorchCpuEngine>(engine) ||
         std::holds_alternative<random::TorchCpuMklEngine>(engine) ||
         std::holds_alternative<random::NumpyEngine>(engine);
}

std::vector<Match> scan_twisters(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, SeedRange seeds) {
  if (std::holds_alternative<random::TorchCpuMklEngine>(engine)) {
    return scan(MklCalls(mask), calls, seeds);
  }
  const bool is_numpy = std::holds_alternative<random::NumpyEngine>(engine);
  return scan(TwoWordCalls(mask, is_numpy ? kNumpy : kTorch), calls, seeds);
}

}  // namespace playground::search
