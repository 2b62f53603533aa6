#include "search/lanes/twister_scan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <xsimd/xsimd.hpp>

#include "random/algorithms/mcg31.hpp"
#include "search/lanes/mt19937_lanes.hpp"

namespace playground::search {
namespace {

using random::Algorithm;
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

// Calls with two words for each element, whose number of 53 bits is compared with a threshold.
class TwoWordCalls {
 public:
  /// What is below the threshold is kept, or with keeps_below = false what is not.
  TwoWordCalls(const ObservedMask& mask, Uniform64 uniform, std::uint64_t threshold,
               bool keeps_below = true) noexcept
      : elements_(mask.elements()), uniform_(uniform), keeps_below_(keeps_below) {
    const int low_bits = 32 - uniform.low_shift;
    high_ = static_cast<std::uint32_t>(threshold >> low_bits);
    low_ = static_cast<std::uint32_t>(threshold & ((std::uint64_t{1} << low_bits) - 1));
  }

  std::uint64_t words() const noexcept { return 2 * elements_.size(); }

  // The lanes whose words from `position` on draw the mask.
  LaneSet matches(Mt19937Lanes& twisters, std::uint64_t position) const noexcept {
    using Bools = xsimd::batch_bool<std::uint32_t>;
    std::array<Bools, kBatches> agree;
    agree.fill(Bools(true));
    for (const Observation element : elements_) {
      if (element != Observation::kUnknown) {
        const Bools expected((element == Observation::kKept) == keeps_below_);
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
  bool keeps_below_;
  std::uint32_t high_;
  std::uint32_t low_;
};

// Calls with one word for each element, of which 24 bits are compared with a threshold.
class OneWordCalls {
 public:
  OneWordCalls(const ObservedMask& mask, std::uint32_t threshold, bool keeps_below) noexcept
      : elements_(mask.elements()), threshold_(threshold), keeps_below_(keeps_below) {}

  std::uint64_t words() const noexcept { return elements_.size(); }

  LaneSet matches(Mt19937Lanes& twisters, std::uint64_t position) const noexcept {
    using Bools = xsimd::batch_bool<std::uint32_t>;
    std::array<Bools, kBatches> agree;
    agree.fill(Bools(true));
    for (const Observation element : elements_) {
      if (element != Observation::kUnknown) {
        const Bools expected((element == Observation::kKept) == keeps_below_);
        const Lanes words = twisters.word(position);
        Bools any(false);
        for (std::size_t b = 0; b < kBatches; ++b) {
          const Bools below = (words[b] & Words(0xffffff)) < Words(threshold_);
          agree[b] = agree[b] & ~(below ^ expected);
          any = any | agree[b];
        }
        if (xsimd::none(any)) return 0;
      }
      ++position;
    }
    LaneSet lanes = 0;
    for (std::size_t b = 0; b < kBatches; ++b) lanes |= agree[b].mask() << (b * Words::size);
    return lanes;
  }

 private:
  std::span<const Observation> elements_;
  std::uint32_t threshold_;
  bool keeps_below_;
};

// Calls with one word, which seeds MKL's generator.
class MklCalls {
 public:
  explicit MklCalls(const ObservedMask& mask) noexcept
      : elements_(mask.elements()),
        keep_probability_(static_cast<float>(mask.p().keep_probability())) {}

  std::uint64_t words() const noexcept { return 1; }

  LaneSet matches(Mt19937Lanes& twisters, std::uint64_t position) const noexcept {
    const Lanes words = twisters.word(position);
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

// One call behind one number of skipped words.
struct Start {
  std::uint64_t position;  // of its first word
  std::size_t place;       // in the order of the matches
};

template <class Calls>
std::vector<Match> scan(const Calls& mask, std::uint32_t calls,
                        std::span<const std::uint32_t> skips, SeedRange seeds) {
  std::vector<Start> starts;
  for (const std::uint32_t skip : skips) {
    for (std::uint32_t call = 0; call < calls; ++call) {
      starts.push_back({skip + call * mask.words(), starts.size()});
    }
  }
  // Forwards, so that every block of words is made once.
  std::ranges::sort(starts, {}, &Start::position);
  std::vector<Match> matches;
  std::vector<LaneSet> found(starts.size());
  const auto twisters = std::make_unique<Mt19937Lanes>();  // too large for the stack of wasm
  for (std::size_t first = 0; first < seeds.count; first += kLanes) {
    twisters->seed(static_cast<std::uint32_t>(seeds.first + first));
    LaneSet any = 0;
    for (const auto& [position, place] : starts) {
      any |= found[place] = mask.matches(*twisters, position);
    }
    if (any == 0) continue;
    const std::size_t lanes = std::min(kLanes, seeds.count - first);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::size_t place = 0; place < found.size(); ++place) {
        if ((found[place] >> lane & 1) == 0) continue;
        matches.push_back({first + lane, static_cast<std::uint32_t>(place % calls) + 1,
                           static_cast<std::uint32_t>(place / calls)});
      }
    }
  }
  return matches;
}

// The first of 2^bits equally spaced numbers in [0, 1) that is not below `value`, or that is above.
std::uint64_t first_from(double value, int bits) {
  return static_cast<std::uint64_t>(std::ceil(std::ldexp(value, bits)));
}
std::uint64_t first_above(double value, int bits) {
  return static_cast<std::uint64_t>(std::floor(std::ldexp(value, bits))) + 1;
}

}  // namespace

bool is_twister(const random::Generator& engine) noexcept {
  const Algorithm algorithm = random::record(engine).algorithm;
  return algorithm == Algorithm::kMt19937 || algorithm == Algorithm::kMt19937ThenMcg31;
}

std::vector<Match> scan_twisters(const random::Generator& engine, const ObservedMask& mask,
                                 std::uint32_t calls, std::span<const std::uint32_t> skips,
                                 SeedRange seeds) {
  using random::MaskForm;
  const bool is_numpy = random::record(engine).framework == random::Framework::kNumpy;
  const double keep = mask.p().keep_probability();
  const auto scan_with = [&](const auto& of_mask) { return scan(of_mask, calls, skips, seeds); };
  switch (random::form(engine)) {
    case MaskForm::kLayer:
      if (random::record(engine).algorithm == Algorithm::kMt19937ThenMcg31) {
        return scan_with(MklCalls(mask));
      }
      return scan_with(TwoWordCalls(mask, kTorch, first_from(keep, 53)));
    case MaskForm::kRandBelowKeep:
      if (is_numpy) return scan_with(TwoWordCalls(mask, kNumpy, first_from(keep, 53)));
      return scan_with(OneWordCalls(
          mask, static_cast<std::uint32_t>(first_from(static_cast<float>(keep), 24)), true));
    case MaskForm::kRandAboveP: {
      const double p = mask.p().value();
      if (is_numpy) return scan_with(TwoWordCalls(mask, kNumpy, first_above(p, 53), false));
      return scan_with(OneWordCalls(
          mask, static_cast<std::uint32_t>(first_above(static_cast<float>(p), 24)), false));
    }
    case MaskForm::kBinomial:
      break;
  }
  if (keep > 0.5) return scan_with(TwoWordCalls(mask, kNumpy, first_above(keep, 53)));
  return scan_with(TwoWordCalls(mask, kNumpy, first_above(1 - keep, 53), false));
}

std::vector<std::size_t> BoundedTwisters::plausible(SeedRange seeds,
                                                    std::span<const std::uint32_t> skips) const {
  const auto within = [this](Mt19937Lanes& twisters, std::uint64_t skip) {
    using Bools = xsimd::batch_bool<std::uint32_t>;
    std::array<Bools, kBatches> agree;
    agree.fill(Bools(true));
    for (const auto& [position, mask, shift, low, high] : bounds_) {
      const Lanes words = twisters.word(skip + position);
      Bools any(false);
      for (std::size_t b = 0; b < kBatches; ++b) {
        const Words bits = (words[b] & Words(mask)) >> shift;
        agree[b] = agree[b] & (bits >= Words(low)) & (bits <= Words(high));
        any = any | agree[b];
      }
      if (xsimd::none(any)) return LaneSet{0};
    }
    LaneSet lanes = 0;
    for (std::size_t b = 0; b < kBatches; ++b) lanes |= agree[b].mask() << (b * Words::size);
    return lanes;
  };
  std::vector<std::size_t> places;
  const auto twisters = std::make_unique<Mt19937Lanes>();
  for (std::size_t first = 0; first < seeds.count; first += kLanes) {
    twisters->seed(static_cast<std::uint32_t>(seeds.first + first));
    LaneSet found = 0;
    for (const std::uint32_t skip : skips) found |= within(*twisters, skip);
    const std::size_t lanes = std::min(kLanes, seeds.count - first);
    for (std::size_t lane = 0; found != 0 && lane < lanes; ++lane) {
      if (found >> lane & 1) places.push_back(first + lane);
    }
  }
  return places;
}

}  // namespace playground::search
