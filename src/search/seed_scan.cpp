#include "search/seed_scan.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "dropout/draw.hpp"
#include "dropout/engine_rules.hpp"
#include "errors/error.hpp"
#include "search/lanes/threefry_scan.hpp"
#include "search/lanes/twister_scan.hpp"
#include "search/seeded.hpp"

namespace playground::search {
namespace {

using random::Generator;

// The decisions of one call, compared with what was observed, piece by piece.
class Comparison {
 public:
  Comparison(Generator& generator, const dropout::DrawRequest& request,
             std::span<const Observation> elements)
      : draw_(generator, request), elements_(elements) {}

  // Draws only until it finds a difference.
  bool agrees() {
    // Most seeds differ within the first elements, which are drawn one by one.
    for (int alone = 4; alone > 0 && !elements_.empty(); --alone) {
      std::array<dropout::Decision, 1> decision;
      draw_.explain(decision);
      const Observation expected = elements_.front();
      elements_ = elements_.subspan(1);
      const bool kept = expected == Observation::kKept;
      if (expected != Observation::kUnknown && decision[0].kept != kept) return false;
    }
    for (std::size_t piece = 8; !elements_.empty(); piece = keep_.size()) {
      const auto expected = elements_;
      const auto keep = draw(piece);
      for (std::size_t i = 0; i < keep.size(); ++i) {
        if (expected[i] != Observation::kUnknown &&
            keep[i] != static_cast<std::uint8_t>(expected[i])) {
          return false;
        }
      }
    }
    return true;
  }

  // Draws the rest and puts the generator behind the call.
  void end(Generator& generator) {
    while (!elements_.empty()) draw(keep_.size());
    draw_.end(generator);
  }

 private:
  std::span<const std::uint8_t> draw(std::size_t at_most) {
    const auto keep = std::span(keep_).first(std::min(at_most, elements_.size()));
    draw_.decide(keep);
    elements_ = elements_.subspan(keep.size());
    return keep;
  }

  dropout::Draw draw_;
  std::span<const Observation> elements_;  // not drawn yet
  std::array<std::uint8_t, 64> keep_;
};

// Whether it draws words of a stream, one after another.
bool draws_words(const Generator& generator) noexcept {
  return random::record(generator).stream == random::Stream::kWords;
}

dropout::DrawRequest request_for(const ObservedMask& mask, std::uint32_t element_bytes) {
  return {mask.elements().size(), mask.p(), element_bytes};
}

}  // namespace

bool every_call_draws_the_same(const Generator& generator) noexcept {
  return random::record(generator).stream == random::Stream::kNone;
}

std::vector<std::uint32_t> matching_calls(Generator& generator, const ObservedMask& mask,
                                          std::uint32_t element_bytes, std::uint32_t calls) {
  // Of a stream, a call must be drawn to its end before the next one can begin.
  const bool is_stream = draws_words(generator);
  std::vector<std::uint32_t> matching;
  for (std::uint32_t call = 1; call <= calls; ++call) {
    Comparison comparison(generator, request_for(mask, element_bytes), mask.elements());
    if (comparison.agrees()) matching.push_back(call);
    if (is_stream && call < calls) comparison.end(generator);
  }
  return matching;
}

SeedScan::SeedScan(Generator engine, ObservedMask mask, tensor::DType dtype, std::uint32_t calls,
                   std::vector<std::uint32_t> skips)
    : engine_(std::move(engine)),
      mask_(std::move(mask)),
      element_bytes_(static_cast<std::uint32_t>(item_size(dtype))),
      calls_(every_call_draws_the_same(engine_) ? 1 : calls),
      skips_(std::move(skips)) {
  dropout::check_layer(engine_, mask_.layer());
  dropout::check_dtype(engine_, dtype);
  if (!draws_words(engine_) && std::ranges::any_of(skips_, std::identity{})) {
    errors::fail(errors::Kind::kEngine,
                 "{0} draws no words one after another that could be skipped"_words,
                 random::name(engine_));
  }
}

std::vector<Match> SeedScan::scan(SeedRange seeds) const {
  if (is_twister(engine_)) return scan_twisters(engine_, mask_, calls_, skips_, seeds);
  if (draws_by_threefry(engine_)) return scan_threefry(engine_, mask_, calls_, seeds);
  return scan_by_drawing(seeds);
}

std::vector<Match> SeedScan::scan_by_drawing(SeedRange seeds) const {
  std::vector<Match> matches;
  Generator seeded = engine_;
  for (std::size_t index = 0; index < seeds.count; ++index) {
    seed_with_number(seeded, seeds.first + index);
    for (std::uint32_t place = 0; place < skips_.size(); ++place) {
      Generator generator = seeded;
      random::skip(generator, skips_[place]);
      begin_layer(generator);
      for (const auto call : matching_calls(generator, mask_, element_bytes_, calls_)) {
        matches.push_back({index, call, place});
      }
    }
  }
  return matches;
}

}  // namespace playground::search
