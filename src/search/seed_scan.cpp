#include "search/seed_scan.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "dropout/draw.hpp"
#include "dropout/engine_rules.hpp"
#include "search/twister_scan.hpp"
#include "wording/format.hpp"

namespace playground::search {
namespace {

using random::Generator;

// Does what random::seed does, also for engines that take words or a text, as these make them of a
// number.
void seed_with_number(Generator& generator, std::uint64_t seed) {
  if (std::holds_alternative<random::NumpyPcg64Engine>(generator)) {
    const std::array words{static_cast<std::uint32_t>(seed),
                           static_cast<std::uint32_t>(seed >> 32)};
    random::seed_with_words(generator, std::span(words).first(words[1] == 0 ? 1 : 2));
  } else if (auto* tfjs = std::get_if<random::TfjsEngine>(&generator)) {
    const std::string digits = wording::natural(seed);
    tfjs->seed.assign(digits.begin(), digits.end());
  } else {
    random::seed(generator, seed);
  }
}

bool every_call_draws_the_same(const Generator& generator) {
  return std::holds_alternative<random::JaxEngine>(generator) ||
         std::holds_alternative<random::TfjsEngine>(generator);
}

// Whether a call must be drawn to its end before the next one can begin.
bool draws_from_a_stream(const Generator& generator) {
  return std::holds_alternative<random::TorchCpuEngine>(generator) ||
         std::holds_alternative<random::NumpyEngine>(generator) ||
         std::holds_alternative<random::NumpyPcg64Engine>(generator);
}

// The decisions of one call, compared with what was observed, piece by piece.
class Comparison {
 public:
  Comparison(Generator& generator, const dropout::DrawRequest& request,
             std::span<const Observation> elements)
      : draw_(generator, request), elements_(elements) {}

  // Draws only until it finds a difference.
  bool agrees() {
    // Most seeds differ within the first elements.
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

}  // namespace

SeedScan::SeedScan(Generator engine, ObservedMask mask, tensor::DType dtype, std::uint32_t calls)
    : engine_(std::move(engine)),
      mask_(std::move(mask)),
      element_bytes_(static_cast<std::uint32_t>(item_size(dtype))),
      calls_(every_call_draws_the_same(engine_) ? 1 : calls) {
  dropout::check_dtype(engine_, dtype);
}

std::vector<Match> SeedScan::scan(SeedRange seeds) const {
  if (is_twister(engine_)) return scan_twisters(engine_, mask_, calls_, seeds);
  const auto* linen = std::get_if<random::FlaxLinenEngine>(&engine_);
  return linen ? scan_linen(*linen, seeds) : scan_by_drawing(seeds);
}

std::vector<Match> SeedScan::scan_by_drawing(SeedRange seeds) const {
  const bool is_stream = draws_from_a_stream(engine_);
  std::vector<Match> matches;
  Generator generator = engine_;
  for (std::size_t index = 0; index < seeds.count; ++index) {
    seed_with_number(generator, seeds.first + index);
    if (const auto own = dropout::layer_generator(generator)) {
      generator.emplace<random::FlaxNnxEngine>(*own);
    }
    for (std::uint32_t call = 1; call <= calls_; ++call) {
      Comparison comparison(generator, request(), mask_.elements());
      if (comparison.agrees()) matches.push_back({index, call});
      if (is_stream && call < calls_) comparison.end(generator);
    }
  }
  return matches;
}

// make_rng hashes the same for every seed, and hashing takes longer than all else, so it is done
// once.
std::vector<Match> SeedScan::scan_linen(const random::FlaxLinenEngine& engine,
                                        SeedRange seeds) const {
  const std::vector<std::string_view> path(engine.path.begin(), engine.path.end());
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t call = 1; call <= calls_; ++call) {
    hashes.push_back(random::linen_hash(path, call));
  }
  std::vector<Match> matches;
  for (std::size_t index = 0; index < seeds.count; ++index) {
    const random::ThreefryKey key = random::jax_key(seeds.first + index);
    for (std::uint32_t call = 1; call <= calls_; ++call) {
      Generator generator =
          random::JaxEngine{random::jax_fold_in(key, hashes[call - 1]), engine.layout};
      Comparison comparison(generator, request(), mask_.elements());
      if (comparison.agrees()) matches.push_back({index, call});
    }
  }
  return matches;
}

dropout::DrawRequest SeedScan::request() const noexcept {
  return {mask_.elements().size(), mask_.p(), element_bytes_};
}

}  // namespace playground::search
