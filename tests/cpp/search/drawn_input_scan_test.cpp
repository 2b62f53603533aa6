// Seeds whose first draws are the input are found, with and without its numbers; and bounds on
// words reject none of them.
#include "search/drawn_input_scan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dropout/dropout.hpp"
#include "errors/fails.hpp"
#include "ops/drawn.hpp"
#include "tensor/dispatch.hpp"

namespace playground::search {
namespace {

using errors::Fails;
using errors::Kind;
using random::Generator;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;

struct Maker {
  Generator engine;
  Distribution distribution;
  DType dtype;
};

Tensor draw(const Maker& maker, const Shape& shape, Generator& generator) {
  return maker.distribution == Distribution::kUniform ? ops::rand(generator, shape, maker.dtype)
                                                      : ops::randn(generator, shape, maker.dtype);
}

std::vector<Maker> makers_of_every_kind() {
  std::vector<Maker> all;
  for (const auto distribution : {Distribution::kUniform, Distribution::kNormal}) {
    for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
      all.push_back({random::TorchCpuEngine{}, distribution, dtype});
      all.push_back({random::TorchCpuMklEngine{}, distribution, dtype});
    }
    all.push_back({random::NumpyEngine{}, distribution, DType::kFloat64});
  }
  all.push_back({random::NumpyPcg64Engine{}, Distribution::kUniform, DType::kFloat64});
  return all;
}

Tensor printed(const Tensor& x) {
  Tensor rounded(x.shape(), DType::kFloat64);
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    const auto from = x.values<T>();
    for (std::size_t i = 0; i < from.size(); ++i) {
      rounded.values<double>()[i] = std::round(static_cast<double>(from[i]) * 1e4) / 1e4;
    }
  });
  return rounded;
}

void seed(Generator& generator, std::uint32_t seed) {
  if (std::holds_alternative<random::NumpyPcg64Engine>(generator)) {
    random::seed_with_words(generator, std::vector{seed});
  } else {
    random::seed(generator, seed);
  }
}

struct Planted {
  Tensor x;
  Tensor y;
};

Planted plant(const Maker& maker, const Shape& shape, std::uint32_t before, std::uint32_t behind) {
  auto generator = std::make_shared<Generator>(maker.engine);
  seed(*generator, 321u);
  random::skip(*generator, before);
  Tensor x = draw(maker, shape, *generator);
  random::skip(*generator, behind);
  dropout::Dropout layer(dropout::LayerKind::kDropout, 0.3, false, generator);
  Tensor y = std::move(*layer.forward(x));
  return {printed(x), printed(y)};
}

DrawnInputScan scan_of(const Maker& maker, const Shape& shape, Planted planted, bool knows_input,
                       std::uint32_t skip) {
  const std::vector<double> rounding(planted.x.size(), 0.5e-4);
  DrawnInputScan scan(
      {.draw = [maker, shape](Generator& generator) { return draw(maker, shape, generator); },
       .distribution = maker.distribution,
       .printed = knows_input ? std::optional(std::move(planted.x)) : std::nullopt,
       .rounding = knows_input ? rounding : std::vector<double>()},
      {.numbers = std::move(planted.y), .rounding = rounding}, 2, skip);
  scan.add({maker.engine, dropout::LayerKind::kDropout, OutputKind::kScaled, std::nullopt});
  return scan;
}

TEST(DrawnInputScan, FindsTheSeedThatDrewInputAndMask) {
  for (const Maker& maker : makers_of_every_kind()) {
    SCOPED_TRACE(std::string(random::name(maker.engine)));
    // Below 16 normals are drawn one by one; a last block that is not full is drawn again.
    for (const Shape& shape : {Shape{3, 5}, Shape{16}, Shape{4, 6}, Shape{31}, Shape{8, 9}}) {
      SCOPED_TRACE(shape.size());
      for (const bool knows_input : {true, false}) {
        DrawnInputScan scan = scan_of(maker, shape, plant(maker, shape, 0, 0), knows_input, 0);
        EXPECT_THAT(scan.scan({0, 1000}), ElementsAre(Match{321, 1, 0}));
        EXPECT_EQ(scan.p(), 0.3);
        EXPECT_LT(scan.chance(), 1e-9);
      }
    }
  }
}

TEST(DrawnInputScan, SkipsWordsBeforeTheInputOrBehindIt) {
  for (const Maker& maker : makers_of_every_kind()) {
    const Shape shape{5, 5};
    DrawnInputScan before = scan_of(maker, shape, plant(maker, shape, 10, 0), true, 10);
    EXPECT_THAT(before.scan({300, 100}), ElementsAre(Match{21, 1, 0}));
    DrawnInputScan behind = scan_of(maker, shape, plant(maker, shape, 0, 10), true, 10);
    EXPECT_THAT(behind.scan({300, 100}), ElementsAre(Match{21, 1, 1}));
  }
}

TEST(DrawnInputScan, TellsWhichMakingItWas) {
  const Maker maker{random::TorchCpuEngine{}, Distribution::kUniform, DType::kFloat32};
  random::TorchCpuEngine by_hand;
  by_hand.form = random::MaskForm::kRandAboveP;
  const Maker planted{by_hand, Distribution::kUniform, DType::kFloat32};
  DrawnInputScan scan = scan_of(maker, {6, 5}, plant(planted, {6, 5}, 0, 0), true, 0);
  scan.add({by_hand, dropout::LayerKind::kDropout, OutputKind::kScaled, std::nullopt});
  EXPECT_THAT(scan.scan({0, 1000}), ElementsAre(Match{321, 1, 2}));
}

TEST(DrawnInputScan, RefusesWhatTheEngineCannotDraw) {
  const Maker maker{random::TorchCudaEngine{}, Distribution::kUniform, DType::kFloat32};
  const Maker other{random::TorchCpuEngine{}, Distribution::kUniform, DType::kFloat32};
  EXPECT_THAT([&] { scan_of(maker, {4}, plant(other, {4}, 0, 0), true, 0); }, Fails(Kind::kEngine));
  EXPECT_THAT([&] { scan_of(other, {4}, plant(other, {2, 2}, 0, 0), true, 0); },
              Fails(Kind::kValue));
}

}  // namespace
}  // namespace playground::search
