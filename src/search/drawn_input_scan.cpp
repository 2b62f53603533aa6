#include "search/drawn_input_scan.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "dropout/engine_rules.hpp"
#include "errors/error.hpp"
#include "search/lanes/twister_scan.hpp"
#include "search/printed_pair.hpp"
#include "search/seeded.hpp"

namespace playground::search {
namespace {

using random::Generator;
using tensor::Tensor;

// What float32 adds to the rounding of a print.
constexpr double kFloatRounding = 0x1p-21;

}  // namespace

DrawnInputScan::DrawnInputScan(DrawnInput input, PrintedOutput output, std::uint32_t calls,
                               std::uint32_t skip)
    : input_(std::move(input)),
      output_(std::move(output)),
      y_(numbers_of(output_.numbers)),
      calls_(calls),
      skip_(skip) {
  if (input_.printed) printed_ = numbers_of(*input_.printed);
  input_.rounding.resize(printed_.size());
  output_.rounding.resize(y_.size());
}

void DrawnInputScan::add(Making making) {
  dropout::check_layer(making.engine, making.layer);
  // One draw tells whether the engine has such draws, and what they look like.
  Generator any = making.engine;
  seed_with_number(any, 0);
  random::skip(any, skip_);
  const Tensor x = input_.draw(any);
  dropout::check_dtype(making.engine, x.dtype());
  if (x.shape() != output_.numbers.shape()) {
    errors::fail(errors::Kind::kValue,
                 "an output has the shape of its input, but got {0} for {1}"_words,
                 std::span(output_.numbers.shape().extents()), std::span(x.shape().extents()));
  }
  if (input_.printed) {
    bounds_ = word_bounds(making.engine, input_.distribution, x.dtype(), printed_, input_.rounding);
  }
  makings_.push_back(std::move(making));
  chance_ = chance_of_input();
}

std::vector<Match> DrawnInputScan::scan(SeedRange seeds) {
  std::vector<Match> matches;
  if (!bounds_.empty()) {
    scan_bounded(seeds, matches);
  } else {
    for (std::size_t i = 0; i < seeds.count; ++i) scan_seed(seeds.first + i, i, matches);
  }
  return matches;
}

void DrawnInputScan::scan_bounded(SeedRange seeds, std::vector<Match>& matches) {
  const BoundedTwisters twisters(bounds_);
  // The first words are the input's, or those that are skipped.
  std::vector<std::uint32_t> skips{0};
  if (skip_ > 0) skips.push_back(skip_);
  for (const std::size_t i : twisters.plausible(seeds, skips)) {
    scan_seed(seeds.first + i, i, matches);
  }
}

void DrawnInputScan::scan_seed(std::uint64_t seed, std::size_t index, std::vector<Match>& matches) {
  for (const bool skips_behind : {false, true}) {
    if (skips_behind && skip_ == 0) return;
    Generator generator = makings_.front().engine;
    seed_with_number(generator, seed);
    if (!skips_behind) random::skip(generator, skip_);
    const Tensor x = input_.draw(generator);
    if (input_.printed ? !is_printed(x) : !may_give_output(x)) continue;
    scan_makings(seed, skips_behind, x, {.index = index, .call = 0}, matches);
  }
}

void DrawnInputScan::scan_makings(std::uint64_t seed, bool skips_behind, const Tensor& x,
                                  Match match, std::vector<Match>& matches) {
  for (std::size_t place = 0; place < makings_.size(); ++place) {
    const auto& [engine, layer, kind, p] = makings_[place];
    try {
      const ObservedMask mask(x, output_.numbers, {.input = {}, .output = output_.rounding}, layer,
                              kind, p);
      Generator generator = engine;
      seed_with_number(generator, seed);
      if (!skips_behind) random::skip(generator, skip_);
      input_.draw(generator);
      if (skips_behind) random::skip(generator, skip_);
      begin_layer(generator);
      match.skip = static_cast<std::uint32_t>(2 * place + (skips_behind ? 1 : 0));
      const auto bytes = static_cast<std::uint32_t>(item_size(x.dtype()));
      const std::uint32_t calls = every_call_draws_the_same(engine) ? 1 : calls_;
      for (const auto call : matching_calls(generator, mask, bytes, calls)) {
        match.call = call;
        matches.push_back(match);
        p_ = mask.p().value();
      }
    } catch (const errors::Error& error) {
      needs_p_ = needs_p_ || error.kind() == errors::Kind::kNothingSurvives;
    }
  }
}

bool DrawnInputScan::is_printed(const Tensor& x) const {
  const std::vector<double> drawn = numbers_of(x);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double slack = input_.rounding[i] + std::abs(drawn[i]) * kFloatRounding;
    if (!(std::abs(drawn[i] - printed_[i]) <= slack)) return false;
  }
  return true;
}

// Rejects nearly all inputs by their first numbers, without the work of an observation.
bool DrawnInputScan::may_give_output(const Tensor& x) const {
  const auto tells_little = [](const Making& making) {
    return is_alpha(making.layer) || making.kind == OutputKind::kMask;
  };
  if (std::ranges::any_of(makings_, tells_little)) return true;
  const bool is_scaled = std::ranges::any_of(
      makings_, [](const Making& making) { return making.kind == OutputKind::kScaled; });
  const std::vector<double> drawn = numbers_of(x);
  double low = 1;
  double high = is_scaled ? std::numeric_limits<double>::max() : 1;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double y = y_[i];
    if (y == 0 || !std::isfinite(y)) continue;
    const double slack = output_.rounding[i] + std::abs(y) * kFloatRounding;
    // y is drawn[i] times some factor from low to high.
    if (drawn[i] == 0) {
      if (!(std::abs(y) <= slack)) return false;
      continue;
    }
    const double one = (y - slack) / drawn[i];
    const double other = (y + slack) / drawn[i];
    low = std::max(low, std::min(one, other) * (1 - kFloatRounding));
    high = std::min(high, std::max(one, other) * (1 + kFloatRounding));
    if (!(low <= high)) return false;
  }
  return true;
}

double DrawnInputScan::chance_of_input() const {
  double chance = 1;
  // Neither uniforms nor normals lie in an interval with a higher probability than its width.
  if (input_.printed) {
    for (const double slack : input_.rounding) chance *= std::min(1.0, 2 * slack);
    return chance;
  }
  const auto size = static_cast<double>(y_.size());
  const auto zeros = static_cast<double>(std::ranges::count(y_, 0.0));
  // The first survivor tells p, unless it is known; the mask is at most as likely as with the p
  // that makes it likeliest.
  bool tells_p = std::ranges::any_of(makings_, [](const Making& making) { return !making.p; });
  for (std::size_t i = 0; i < y_.size(); ++i) {
    if (y_[i] == 0) {
      chance *= zeros / size;
      continue;
    }
    chance *= (size - zeros) / size;
    if (!tells_p) chance *= std::min(1.0, 2 * output_.rounding[i]);
    tells_p = false;
  }
  return chance;
}

}  // namespace playground::search
