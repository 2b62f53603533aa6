#include "search/observed_mask.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "errors/error.hpp"
#include "wording/format.hpp"

namespace playground::search {
namespace {

using dropout::DropProbability;
using errors::Kind;
using errors::Phrase;
using tensor::Tensor;

bool is_whole(double value) { return !std::isfinite(value) || value == std::round(value); }

// How far a number may be from its printed text.
class Rounding {
 public:
  explicit Rounding(std::span<const double> printed)
      : has_4_decimals_(std::ranges::all_of(printed, is_fixed)) {}

  // Half a unit of the last decimal; or, with 5 digits, of the last digit of numbers that begin
  // with a 1, since others are rounded less.
  double of(double value) const { return has_4_decimals_ ? 0.5e-4 : std::abs(value) * 0.5e-4; }

 private:
  // A number counts as fixed if it has four decimals, apart from the rounding of float32.
  static bool is_fixed(double value) {
    const double units = value * 1e4;
    return is_whole(value) || std::abs(units - std::round(units)) <= std::abs(units) * 0x1p-22;
  }

  bool has_4_decimals_;
};

// An input and an output, and how exactly they are known.
class Pair {
 public:
  Pair(const Tensor& input, const Tensor& output)
      : shape_(input.shape()),
        x_(numbers(input)),
        y_(numbers(output)),
        is_exact_(std::ranges::all_of(x_, is_whole)),
        x_rounding_(x_),
        y_rounding_(y_) {}

  std::size_t size() const { return x_.size(); }
  double x(std::size_t i) const { return x_[i]; }
  double y(std::size_t i) const { return y_[i]; }

  double x_slack(std::size_t i) const { return is_exact_ ? 0 : x_rounding_.of(x_[i]); }

  // Half a unit of what is printed, and a few roundings of float32.
  double y_slack(double y) const { return y_rounding_.of(y) + std::abs(y) * 0x1p-21; }

  bool is_survivor(std::size_t i) const {
    return std::isfinite(x_[i]) && x_[i] != 0 && std::isfinite(y_[i]) && y_[i] != 0;
  }

  // A description such as "at [1][2] the input is 3 and the output 4".
  Phrase told(std::size_t i) const {
    std::string place;
    std::size_t rest = i;
    for (std::size_t dim = shape_.rank(); dim-- > 0;) {
      const auto extent = static_cast<std::size_t>(shape_[dim]);
      place = '[' + wording::natural(rest % extent) + ']' + place;
      rest /= extent;
    }
    if (place.empty()) return Phrase("the input is {0} and the output {1}"_words, x_[i], y_[i]);
    return Phrase("at {0} the input is {1} and the output {2}"_words, place, x_[i], y_[i]);
  }

 private:
  static std::vector<double> numbers(const Tensor& x) {
    std::vector<double> numbers(x.size());
    tensor::with_type(x.dtype(),
                      [&]<class T>(T) { std::ranges::copy(x.values<T>(), numbers.begin()); });
    return numbers;
  }

  tensor::Shape shape_;
  std::vector<double> x_;
  std::vector<double> y_;
  bool is_exact_;
  Rounding x_rounding_;
  Rounding y_rounding_;
};

struct Interval {
  double low;
  double high;
};

// The factors by which survivor i may have been multiplied.
Interval scale_of(const Pair& pair, std::size_t i) {
  const double x = std::abs(pair.x(i));
  const double y = std::copysign(pair.y(i), pair.x(i) * pair.y(i));  // below 0 if the signs differ
  const double low = y - pair.y_slack(y);
  const double high = y + pair.y_slack(y);
  const double slack = pair.x_slack(i);
  return {low / (x + slack), slack < x ? high / (x - slack) : std::numeric_limits<double>::max()};
}

// The number in the interval with the fewest decimals, or a common fraction.
double roundest(Interval p) {
  for (const double denominator : {10.0, 20.0, 3.0, 8.0, 100.0, 1e3, 1e4, 1e5, 1e6}) {
    const double first = std::ceil(p.low * denominator);
    const double last = std::floor(p.high * denominator);
    if (first == last) return first / denominator;
    if (first < last) {
      errors::fail(
          Kind::kValue,
          "p may be anything from {0} to {1}: the survivors are too small to tell it, so it "
          "must be given"_words,
          p.low, p.high);
    }
  }
  return (p.low + p.high) / 2;
}

double infer_p(const Pair& pair) {
  Interval scale{0, std::numeric_limits<double>::max()};
  std::size_t lowest = 0;   // the survivor that tells the lower bound
  std::size_t highest = 0;  // and the upper
  bool survives = false;
  bool drops = false;
  for (std::size_t i = 0; i < pair.size(); ++i) {
    if (!pair.is_survivor(i)) {
      drops = drops || (pair.x(i) != 0 && pair.y(i) == 0);
      continue;
    }
    survives = true;
    const Interval own = scale_of(pair, i);
    if (own.low > scale.low) {
      scale.low = own.low;
      lowest = i;
    }
    if (own.high < scale.high) {
      scale.high = own.high;
      highest = i;
    }
    if (scale.low > scale.high) {
      errors::fail(Kind::kValue, "no p gives this output: {0}, but {1}"_words, pair.told(lowest),
                   pair.told(highest));
    }
  }
  if (!survives) {
    errors::fail(Kind::kNothingSurvives,
                 "nothing survives in the output, so p must be given"_words);
  }
  if (scale.high < 1) {
    errors::fail(Kind::kValue,
                 "no p gives this output: {0}, but survivors of dropout do not shrink"_words,
                 pair.told(highest));
  }
  if (scale.low <= 1 && scale.high < 1.01) {
    const auto words =
        drops ? "no p gives this output: some of it is dropped, but survivors are not scaled"_words
              : "the output is the input, as in eval mode or with p = 0: no seed was used"_words;
    errors::fail(Kind::kValue, words);
  }
  return roundest({1 - 1 / std::max(scale.low, 1.0), 1 - 1 / scale.high});
}

// As it is drawn, and so that there is something to draw.
DropProbability drawn(double p) {
  const DropProbability checked(p);
  if (p == 0 || p == 1) {
    errors::fail(Kind::kValue, "with p = {0} nothing is drawn: every seed gives this"_words, p);
  }
  return checked;
}

Observation observe(const Pair& pair, std::size_t i, DropProbability p) {
  const double x = pair.x(i);
  const double y = pair.y(i);
  const double survivor = x * p.survivor_scale<double>();
  const auto is_survivor = [&] {
    if (std::isnan(survivor)) return std::isnan(y);
    if (std::isinf(y)) {  // of float32, too, which ends earlier
      constexpr double kLargest = std::numeric_limits<float>::max();
      return std::abs(survivor) >= kLargest && std::signbit(survivor) == std::signbit(y);
    }
    if (std::isinf(survivor)) return false;
    const double slack = pair.y_slack(survivor) + p.survivor_scale<double>() * pair.x_slack(i);
    return std::abs(y - survivor) <= slack;
  };
  const bool kept = is_survivor();
  const bool dropped = y == 0 || (std::isnan(y) && !std::isfinite(x));
  if (kept && dropped) return Observation::kUnknown;
  if (kept) return Observation::kKept;
  if (dropped) return Observation::kDropped;
  const Phrase told = pair.told(i);
  if (x == 0) {
    errors::fail(Kind::kValue, "{0}: with p = {1} it has to be 0"_words, told, p.value());
  }
  errors::fail(Kind::kValue, "{0}: with p = {1} it has to be 0 or {2}"_words, told, p.value(),
               survivor);
}

}  // namespace

ObservedMask::ObservedMask(const Tensor& input, const Tensor& output, std::optional<double> p)
    : p_(0) {
  if (input.shape() != output.shape()) {
    errors::fail(Kind::kValue, "an output has the shape of its input, but got {0} for {1}"_words,
                 std::span(output.shape().extents()), std::span(input.shape().extents()));
  }
  const Pair pair(input, output);
  p_ = drawn(p ? *p : infer_p(pair));
  elements_.reserve(pair.size());
  for (std::size_t i = 0; i < pair.size(); ++i) elements_.push_back(observe(pair, i, p_));
  if (known() == 0) {
    errors::fail(
        Kind::kValue,
        "no element tells whether it was kept or dropped: of 0 and nan neither shows"_words);
  }
}

std::size_t ObservedMask::known() const noexcept {
  return elements_.size() -
         static_cast<std::size_t>(std::ranges::count(elements_, Observation::kUnknown));
}

double ObservedMask::chance() const noexcept {
  double chance = 1;
  for (const Observation element : elements_) {
    if (element == Observation::kKept) chance *= p_.keep_probability();
    if (element == Observation::kDropped) chance *= p_.value();
  }
  return chance;
}

}  // namespace playground::search
