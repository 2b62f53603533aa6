#include "search/observed_mask.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "dropout/pass/alpha_dropout.hpp"
#include "errors/error.hpp"

namespace playground::search {
namespace {

using dropout::DropProbability;
using dropout::LayerKind;
using errors::Kind;
using errors::Phrase;
using tensor::Tensor;

// From the roundest p to the least round: 1 / 3 before 1 / 100.
constexpr std::array kDenominators{10.0, 20.0, 3.0, 8.0, 100.0, 1e3, 1e4, 1e5, 1e6};

// What becomes of an element: x * factor + shift if it is kept, and `dropped` if it is not.
struct Affine {
  double factor;
  double shift;
  double dropped;
};

Affine affine_of(LayerKind layer, OutputKind kind, DropProbability p) {
  if (kind == OutputKind::kMask) return {0, 1, 0};
  if (kind == OutputKind::kUnscaled) return {1, 0, 0};
  if (!is_alpha(layer)) return {p.survivor_scale<double>(), 0, 0};
  const dropout::AlphaAffine<double> affine(p);
  return {affine.scale, affine.shift, affine.shift - affine.dropped};
}

class Observer {
 public:
  Observer(const PrintedPair& pair, LayerKind layer, OutputKind kind)
      : pair_(pair),
        layer_(layer),
        kind_(kind),
        mask_size_(mask_shape(layer, pair.shape()).size()),
        shared_(mask_size_ == 0 ? 1 : pair.size() / mask_size_) {}

  double infer_p() const {
    if (kind_ != OutputKind::kScaled) {
      observe(DropProbability(0.5));  // throws if it is no such output, whatever p is
      errors::fail(Kind::kNothingSurvives,
                   "what is kept is not scaled in the output, so p must be given"_words);
    }
    return is_alpha(layer_) ? infer_alpha_p() : infer_scaled_p();
  }

  std::vector<Observation> observe(DropProbability p) const {
    if (kind_ != OutputKind::kScaled) refuse_eval();
    const Affine affine = affine_of(layer_, kind_, p);
    std::vector<Observation> mask(mask_size_, Observation::kUnknown);
    for (std::size_t i = 0; i < pair_.size(); ++i) {
      const Observation own = element(i, p, affine);
      Observation& channel = mask[i / shared_];
      if (own == Observation::kUnknown || own == channel) continue;
      if (channel != Observation::kUnknown) {
        errors::fail(Kind::kValue,
                     "{0} keeps or drops whole channels, but {1}, and others of its channel say "
                     "otherwise"_words,
                     name(layer_), pair_.told(i));
      }
      channel = own;
    }
    return mask;
  }

 private:
  bool is_kept(std::size_t i, const Affine& affine) const {
    return pair_.fits(i, affine.factor, affine.shift);
  }

  bool is_dropped(std::size_t i, const Affine& affine) const {
    const double y = pair_.y(i);
    if (affine.dropped == 0) return y == 0 || (std::isnan(y) && !std::isfinite(pair_.x(i)));
    // The input is multiplied by 0, also with the alpha kinds.
    if (!std::isfinite(pair_.x(i))) return std::isnan(y);
    return std::abs(y - affine.dropped) <= pair_.y_slack(i, affine.dropped);
  }

  Observation element(std::size_t i, DropProbability p, const Affine& affine) const {
    const bool kept = is_kept(i, affine);
    const bool dropped = is_dropped(i, affine);
    if (kept && dropped) return Observation::kUnknown;
    if (kept) return Observation::kKept;
    if (dropped) return Observation::kDropped;
    const Phrase told = pair_.told(i);
    const double survivor = pair_.x(i) * affine.factor + affine.shift;
    if (survivor == affine.dropped) {
      errors::fail(Kind::kValue, "{0}: with p = {1} it has to be {2}"_words, told, p.value(),
                   survivor);
    }
    errors::fail(Kind::kValue, "{0}: with p = {1} it has to be {2} or {3}"_words, told, p.value(),
                 affine.dropped, survivor);
  }

  bool fits(DropProbability p) const {
    const Affine affine = affine_of(layer_, kind_, p);
    for (std::size_t i = 0; i < pair_.size(); ++i) {
      if (!is_kept(i, affine) && !is_dropped(i, affine)) return false;
    }
    return true;
  }

  // Of an output that is not scaled: whether something was dropped at all.
  void refuse_eval() const {
    const Affine affine = affine_of(layer_, kind_, DropProbability(0));
    for (std::size_t i = 0; i < pair_.size(); ++i) {
      if (!is_kept(i, affine)) return;
    }
    errors::fail(Kind::kValue,
                 "the output is the input, as in eval mode or with p = 0: no seed was used"_words);
  }

  bool is_survivor(std::size_t i) const {
    return std::isfinite(pair_.x(i)) && pair_.x(i) != 0 && std::isfinite(pair_.y(i)) &&
           pair_.y(i) != 0;
  }

  // The factors by which survivor i may have been multiplied.
  Interval scale_of(std::size_t i) const {
    const double x = std::abs(pair_.x(i));
    const double y = pair_.x(i) < 0 ? -pair_.y(i) : pair_.y(i);  // below 0 if the signs differ
    const double y_slack = pair_.y_slack(i, y);
    const double x_slack = pair_.x_slack(i);
    constexpr double kAny = std::numeric_limits<double>::max();
    // With an input that may be 0, or of either sign, any factor does.
    if (x_slack >= x) return {0, kAny};
    const double low = y - y_slack;
    return {low / (low < 0 ? x - x_slack : x + x_slack), (y + y_slack) / (x - x_slack)};
  }

  double infer_scaled_p() const {
    Interval scale{0, std::numeric_limits<double>::max()};
    std::size_t lowest = 0;   // the survivor that tells the lower bound
    std::size_t highest = 0;  // and the upper
    bool survives = false;
    bool drops = false;
    for (std::size_t i = 0; i < pair_.size(); ++i) {
      if (!is_survivor(i)) {
        drops = drops || (pair_.x(i) != 0 && pair_.y(i) == 0);
        continue;
      }
      survives = true;
      const Interval own = scale_of(i);
      if (own.low > scale.low) {
        scale.low = own.low;
        lowest = i;
      }
      if (own.high < scale.high) {
        scale.high = own.high;
        highest = i;
      }
      if (scale.low > scale.high) {
        errors::fail(Kind::kValue, "no p gives this output: {0}, but {1}"_words, pair_.told(lowest),
                     pair_.told(highest));
      }
    }
    if (!survives) {
      errors::fail(Kind::kNothingSurvives,
                   "nothing survives in the output, so p must be given"_words);
    }
    if (scale.high < 1) {
      errors::fail(Kind::kValue,
                   "no p gives this output: {0}, but survivors of dropout do not shrink"_words,
                   pair_.told(highest));
    }
    if (scale.low <= 1 && scale.high < 1.01) {
      const auto words =
          drops
              ? "no p gives this output: some of it is dropped, but survivors are not scaled"_words
              : "the output is the input, as in eval mode or with p = 0: no seed was used"_words;
      errors::fail(Kind::kValue, words);
    }
    const Interval p{1 - 1 / std::max(scale.low, 1.0), 1 - 1 / scale.high};
    if (p.low == 0 && !drops) refuse_several(p);
    return roundest(p);
  }

  // The number in the interval with the fewest decimals, or a common fraction.
  static double roundest(Interval p) {
    for (const double denominator : kDenominators) {
      const double first = std::max(std::ceil(p.low * denominator), 1.0);
      const double last = std::min(std::floor(p.high * denominator), denominator - 1);
      if (first == last) return first / denominator;
      if (first < last) refuse_several(p);
    }
    return (p.low + p.high) / 2;
  }

  [[noreturn]] static void refuse_several(Interval p) {
    errors::fail(Kind::kNothingSurvives,
                 "p may be anything from {0} to {1}: the survivors are too small to tell it, so it "
                 "must be given"_words,
                 p.low, p.high);
  }

  // What is kept and what is dropped both depend on p, in no simple way; so the round ones are
  // tried.
  double infer_alpha_p() const {
    constexpr std::array kUsual{10.0, 20.0, 3.0, 8.0, 100.0, 1e3};
    for (const double denominator : kUsual) {
      Interval found{2, 0};
      for (double n = 1; n < denominator; ++n) {
        if (!fits(DropProbability(n / denominator))) continue;
        found = {std::min(found.low, n / denominator), n / denominator};
      }
      if (found.low == found.high) return found.low;
      if (found.low < found.high) refuse_several(found);
    }
    errors::fail(Kind::kValue, "no p of up to 3 decimals gives this output by {0}"_words,
                 name(layer_));
  }

  const PrintedPair& pair_;
  LayerKind layer_;
  OutputKind kind_;
  std::size_t mask_size_;
  std::size_t shared_;  // how many elements share one of the mask
};

// As it is drawn, and so that there is something to draw.
DropProbability drawn(double p) {
  const DropProbability checked(p);
  if (p == 0 || p == 1) {
    errors::fail(Kind::kValue, "with p = {0} nothing is drawn: every seed gives this"_words, p);
  }
  return checked;
}

}  // namespace

ObservedMask::ObservedMask(const Tensor& input, const Tensor& output, Roundings roundings,
                           LayerKind layer, OutputKind kind, std::optional<double> p)
    : layer_(layer), p_(0) {
  const PrintedPair pair(input, output, roundings);
  const Observer observer(pair, layer, kind);
  p_ = drawn(p ? *p : observer.infer_p());
  elements_ = observer.observe(p_);
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
