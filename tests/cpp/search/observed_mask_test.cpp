// What is read off an input and its output, and which outputs are none.
#include "search/observed_mask.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dropout/dropout.hpp"
#include "errors/error.hpp"

namespace playground::search {
namespace {

using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto kDropped = Observation::kDropped;
constexpr auto kKept = Observation::kKept;
constexpr auto kUnknown = Observation::kUnknown;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using Numbers = std::vector<double>;

Tensor list(const Numbers& values, Shape shape) {
  return Tensor::of(std::move(shape), std::vector<float>(values.begin(), values.end()));
}
Tensor list(const Numbers& values) {
  return list(values, {static_cast<std::int64_t>(values.size())});
}

// How print(tensor) rounds.
constexpr double kFourDecimals = 0.5e-4;

struct As {
  dropout::LayerKind layer = dropout::LayerKind::kDropout;
  OutputKind kind = OutputKind::kScaled;
  double x_rounding = 0;
  double y_rounding = kFourDecimals;
};

ObservedMask observe(const Tensor& x, const Tensor& y, std::optional<double> p, const As& as = {}) {
  const Numbers of_x(x.size(), as.x_rounding);
  const Numbers of_y(y.size(), as.y_rounding);
  return {x, y, {.input = of_x, .output = of_y}, as.layer, as.kind, p};
}
ObservedMask observe(const Numbers& x, const Numbers& y, std::optional<double> p = std::nullopt,
                     const As& as = {}) {
  return observe(list(x), list(y), p, as);
}

std::string refusal(const Tensor& x, const Tensor& y, std::optional<double> p = std::nullopt,
                    const As& as = {}) {
  try {
    const ObservedMask mask = observe(x, y, p, as);
  } catch (const errors::Error& error) {
    return error.what();
  }
  return "nothing is thrown";
}
std::string refusal(const Numbers& x, const Numbers& y, std::optional<double> p = std::nullopt,
                    const As& as = {}) {
  return refusal(list(x), list(y), p, as);
}

// As print(tensor) rounds.
double printed(double value) { return std::round(value * 1e4) / 1e4; }

TEST(ObservedMask, KnowsWhatWasKeptAndWhatWasDropped) {
  const ObservedMask mask = observe({1, 2, 3, -4}, {2, 0, 6, -0.0});
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kDropped, kKept, kDropped));
  EXPECT_EQ(mask.known(), 4u);
  EXPECT_EQ(mask.p().value(), 0.5);
}

TEST(ObservedMask, LearnsNothingFromAnInputOf0OrNan) {
  const ObservedMask mask = observe({1, 0, -0.0, kNan, 1}, {2, 0, 0, kNan, 0});
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kUnknown, kUnknown, kUnknown, kDropped));
  EXPECT_EQ(mask.known(), 2u);
}

TEST(ObservedMask, LearnsNothingWhereASurvivorPrintsAs0) {
  const ObservedMask mask = observe({1, 1, 0.00001, 0.00001}, {2, 0, 0, 0});
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kDropped, kUnknown, kUnknown));
}

TEST(ObservedMask, TellsSmallSurvivorsInAnOutputOfMoreDecimals) {
  const ObservedMask mask = observe({1.2345e-6, 3.4567e-6, 1}, {2.469e-6, 0, 2}, std::nullopt,
                                    {.x_rounding = 0.5e-10, .y_rounding = 0.5e-9});
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kDropped, kKept));
}

TEST(ObservedMask, TellsInfinitiesThatWereDroppedByTheirNan) {
  EXPECT_THAT(observe({kInf, kInf, -kInf, -kInf, 1}, {kInf, kNan, -kInf, 0, 2}).elements(),
              ElementsAre(kKept, kDropped, kKept, kDropped, kKept));
  // A framework that selects instead of multiplying drops even nan.
  EXPECT_THAT(observe({kNan, 1}, {0, 2}).elements(), ElementsAre(kDropped, kKept));
  // 3e38 * 2 is no float32.
  EXPECT_THAT(observe({3e38, 1}, {kInf, 2}).elements(), ElementsAre(kKept, kKept));
}

TEST(ObservedMask, InfersTheUsualPFromFourDecimals) {
  for (const double p : {0.01, 0.05, 0.1, 0.125,   0.15, 0.2,  0.25, 0.3, 1.0 / 3, 0.35, 0.4,
                         0.45, 0.5,  0.6, 2.0 / 3, 0.7,  0.75, 0.8,  0.9, 0.95,    0.99}) {
    SCOPED_TRACE(p);
    const Numbers x{1, 2, 3, 0.5};
    Numbers y;
    for (const double value : x) y.push_back(printed(value / (1 - p)));
    y.back() = 0;
    EXPECT_EQ(observe(x, y).p().value(), p);
  }
}

TEST(ObservedMask, InfersPWhereTheInputIsPrintedToo) {
  // github.com/pytorch/pytorch, issue 121595: 0.246 * 2 is 0.492, but 0.4921 was printed.
  const ObservedMask mask = observe({0.3103, 0.2460, 0.2319, 0.1984}, {0.6206, 0.4921, 0.4638, 0},
                                    std::nullopt, {.x_rounding = kFourDecimals});
  EXPECT_EQ(mask.p().value(), 0.5);
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kKept, kKept, kDropped));
}

TEST(ObservedMask, InfersPFromNumbersInFull) {
  for (const double p : {0.1, 0.3, 0.5, 0.85}) {
    SCOPED_TRACE(p);
    auto generator = std::make_shared<dropout::Generator>(random::TorchCpuEngine{});
    random::seed(*generator, 7);
    Numbers numbers;
    for (int i = 1; i <= 50; ++i) numbers.push_back(std::sin(i) * 3.7);
    Tensor x = list(numbers);
    dropout::Dropout layer(dropout::LayerKind::kDropout, p, false, generator);
    const Tensor y = std::move(*layer.forward(x));
    const ObservedMask mask = observe(x, y, std::nullopt, {.y_rounding = 0});
    const Tensor drawn = std::move(*layer.mask());
    EXPECT_EQ(mask.p().value(), p);
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(static_cast<float>(mask.elements()[i]), drawn.values<float>()[i]) << i;
    }
  }
}

TEST(ObservedMask, TakesThePThatIsGiven) {
  const ObservedMask mask = observe({1, 2, 3}, {0, 0, 0}, 0.9);
  EXPECT_THAT(mask.elements(), ElementsAre(kDropped, kDropped, kDropped));
  EXPECT_NEAR(mask.chance(), 0.729, 1e-12);
}

TEST(ObservedMask, MultipliesTheChancesOfWhatItKnows) {
  EXPECT_NEAR(observe({1, 1, 0, 1}, {1.25, 0, 0, 1.25}).chance(), 0.8 * 0.2 * 0.8, 1e-12);
}

TEST(ObservedMask, RefusesAnOutputThatNoPGives) {
  EXPECT_EQ(refusal({1, 2, 3}, {2, 5, 0}),
            "no p gives this output: at [1] the input is 2 and the output 5, but at [0] the input "
            "is 1 and the output 2");
  EXPECT_EQ(refusal({1, 2}, {0.5, 0}),
            "no p gives this output: at [0] the input is 1 and the output 0.5, but survivors of "
            "dropout do not shrink");
  EXPECT_THAT(refusal({1, 2}, {-2, 0}), HasSubstr("at [0] the input is 1 and the output -2"));
}

TEST(ObservedMask, RefusesAnOutputThatThisPDoesNotGive) {
  EXPECT_EQ(refusal(list({1, 2, 3, 4}, {2, 2}), list({2, 0, 4, 8}, {2, 2}), 0.5),
            "at [1][0] the input is 3 and the output 4: with p = 0.5 it has to be 0 or 6");
  EXPECT_EQ(refusal({1, 0, 3}, {2, 1, 6}, 0.5),
            "at [1] the input is 0 and the output 1: with p = 0.5 it has to be 0");
  EXPECT_EQ(refusal(list({1}, {}), list({3}, {}), 0.5),
            "the input is 1 and the output 3: with p = 0.5 it has to be 0 or 2");
  EXPECT_THAT(refusal({1, 1}, {kNan, 2}), HasSubstr("the output nan"));
}

TEST(ObservedMask, SaysWhenNothingWasDrawn) {
  EXPECT_THAT(refusal({1, 2, 3}, {1, 2, 3}), HasSubstr("eval mode or with p = 0"));
  EXPECT_THAT(refusal({1, 2, 3}, {1, 0, 3}), HasSubstr("survivors are not scaled"));
  EXPECT_THAT(refusal({1, 2}, {0, 0}), HasSubstr("p must be given"));
  EXPECT_THAT(refusal({1, 2}, {0, 0}, 1), HasSubstr("with p = 1 nothing is drawn"));
  EXPECT_THAT(refusal({1, 2}, {1, 2}, 0), HasSubstr("with p = 0 nothing is drawn"));
  EXPECT_EQ(refusal({1, 2}, {2, 0}, 1.5),
            "dropout probability has to be between 0 and 1, but got 1.5");
}

TEST(ObservedMask, SaysWhenItCannotTell) {
  EXPECT_THAT(refusal({0, 0}, {0, 0}, 0.5), HasSubstr("no element tells"));
  EXPECT_THAT(refusal(list({}), list({}), 0.5), HasSubstr("no element tells"));
  EXPECT_THAT(refusal({0.0002, 0.0002}, {0.0004, 0}, std::nullopt, {.x_rounding = kFourDecimals}),
              HasSubstr("p may be anything from "));
  EXPECT_EQ(refusal(list({1, 2}, {2}), list({2, 0}, {1, 2})),
            "an output has the shape of its input, but got [1, 2] for [2]");
}

// A print of 2 decimals, of which 0.37 * 2 is 0.74, but 0.75 was printed.
TEST(ObservedMask, ReadsEachNumberAsFarAsItWasRounded) {
  const Numbers x{1.54, -0.29, -2.18, 0.37, -1.08};
  const Numbers y{3.08, -0.0, -4.36, 0.75, -2.17};
  EXPECT_THAT(refusal(x, y), HasSubstr("no p gives this output"));
  const ObservedMask mask = observe(x, y, std::nullopt, {.x_rounding = 5e-3, .y_rounding = 5e-3});
  EXPECT_EQ(mask.p().value(), 0.5);
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kDropped, kKept, kKept, kKept));
}

TEST(ObservedMask, TellsASurvivorOfWhatWasRoundedTo0) {
  const As whole{.x_rounding = 0.5, .y_rounding = kFourDecimals};
  const ObservedMask mask = observe({6, 0, -0.0, 0}, {12.3, 0.9038, 0, 0}, 0.5, whole);
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kKept, kUnknown, kUnknown));
}

TEST(ObservedMask, KnowsAChannelByAnyOfItsElements) {
  const Tensor x = list({1, 0, 0, 2, 3, 3}, {3, 2});
  const Tensor y = list({2, 0, 0, 4, 0, 0}, {3, 2});
  const As channels{.layer = dropout::LayerKind::kDropout1d};
  const ObservedMask mask = observe(x, y, std::nullopt, channels);
  EXPECT_THAT(mask.elements(), ElementsAre(kKept, kKept, kDropped));
  EXPECT_EQ(refusal(x, list({2, 0, 0, 4, 6, 0}, {3, 2}), std::nullopt, channels),
            "Dropout1d keeps or drops whole channels, but at [2][1] the input is 3 and the output "
            "0, and others of its channel say otherwise");
}

TEST(ObservedMask, InfersThePOfAlphaDropout) {
  for (const double p : {0.05, 0.1, 0.2, 1.0 / 3, 0.5, 0.9}) {
    SCOPED_TRACE(p);
    auto generator = std::make_shared<dropout::Generator>(random::TorchCpuEngine{});
    random::seed(*generator, 42);
    Tensor x = list({0.1, 0.2, 0.3, 1, 2, 3, -1, -2, -0.5, 0.7, 0.9, 1.5});
    dropout::Dropout layer(dropout::LayerKind::kAlphaDropout, p, false, generator);
    const Tensor y = std::move(*layer.forward(x));
    const As alpha{.layer = dropout::LayerKind::kAlphaDropout};
    const ObservedMask mask = observe(x, y, std::nullopt, alpha);
    EXPECT_EQ(mask.p().value(), p);
    const Tensor drawn = std::move(*layer.mask());
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(static_cast<float>(mask.elements()[i]), drawn.values<float>()[i]) << i;
    }
    EXPECT_THAT(refusal(x, y), HasSubstr("no p gives this output"));
  }
}

TEST(ObservedMask, ReadsWhatIsNotScaledAndMasks) {
  const As unscaled{.kind = OutputKind::kUnscaled};
  const As bare{.kind = OutputKind::kMask};
  EXPECT_THAT(observe({1, 2, -3}, {1, 0, -3}, 0.3, unscaled).elements(),
              ElementsAre(kKept, kDropped, kKept));
  EXPECT_THAT(observe({5, 0, -3}, {1, 0, 1}, 0.3, bare).elements(),
              ElementsAre(kKept, kDropped, kKept));
  EXPECT_THAT(refusal({1, 2}, {1, 0}, std::nullopt, unscaled), HasSubstr("p must be given"));
  EXPECT_THAT(refusal({1, 2}, {1, 5}, std::nullopt, unscaled), HasSubstr("it has to be 0 or 2"));
  EXPECT_THAT(refusal({1, 2}, {1, 2}, 0.5, unscaled), HasSubstr("no seed was used"));
}

}  // namespace
}  // namespace playground::search
