// What one more draw tells of a call, against what the layer tells of it piece by piece.
#include "dropout/replay.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "tensor/dispatch.hpp"

namespace playground::dropout {
namespace {

using fixtures::list;
using fixtures::of_every_engine;
using fixtures::seeded;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

constexpr LayerKind kKinds[] = {LayerKind::kDropout,      LayerKind::kDropout1d,
                                LayerKind::kDropout2d,    LayerKind::kDropout3d,
                                LayerKind::kAlphaDropout, LayerKind::kFeatureAlphaDropout};

// No two alike; more than a block of decisions, and of a channel.
Tensor waves(Shape shape, DType dtype) {
  Tensor x(std::move(shape), dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      x.values<T>()[i] = static_cast<T>(std::sin(static_cast<double>(i) + 1));
    }
  });
  return x;
}

// Its bits: the sign of a zero, too.
std::vector<double> bits(const Tensor& x) {
  const std::vector<double> values = list<double>(to(x, DType::kFloat64));
  std::vector<double> found = values;
  for (const double value : values) found.push_back(std::signbit(value));
  return found;
}

void expect_as_told_by(const Dropout& drop, const Tensor& gradient) {
  const Call& call = *drop.last_call();
  for (const bool explained : {false, true}) {
    const Replay replay(call, explained);
    EXPECT_TRUE(tensor::equal(replay.mask(), *drop.mask()));
    EXPECT_EQ(replay.kept().size(), drop.mask()->size());
    Tensor back = gradient.clone();
    replay.backward(back);
    const auto expected = drop.backward(gradient);
    EXPECT_EQ(bits(back), bits(expected ? *expected : gradient));
    EXPECT_EQ(replay.uniforms().size(), explained && call.draw ? replay.kept().size() : 0);
  }
}

TEST(Replay, GivesMaskAndGradientOfTheLayerForEveryKind) {
  for (const LayerKind kind : kKinds) {
    for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
      for (const double p : {0.0, 0.4, 1.0}) {
        SCOPED_TRACE(std::string(name(kind)) + ", p " + std::to_string(p));
        Dropout drop(kind, p, false, seeded(random::TorchCpuEngine{}, 7));
        const bool is_1d = kind == LayerKind::kDropout1d;
        Tensor x = waves(is_1d ? Shape{30, 40, 3} : Shape{30, 40, 3, 1}, dtype);
        drop.forward(x);
        expect_as_told_by(drop, x);
        drop.set_training(false);
        drop.forward(x);
        expect_as_told_by(drop, x);
      }
    }
  }
}

TEST(Replay, GivesMaskAndGradientOfTheLayerOnEveryEngine) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Dropout drop(LayerKind::kDropout, 0.3, false, generator);
    Tensor x = waves({3001}, DType::kFloat32);
    drop.forward(x);
    expect_as_told_by(drop, x);
    const Replay replay(*drop.last_call(), true);
    for (std::size_t i = 0; i < x.size() && !std::isnan(replay.threshold()); ++i) {
      const bool is_below = replay.uniforms()[i] < replay.threshold();
      // TensorFlow.js keeps what is not below.
      const bool is_tfjs = std::holds_alternative<random::TfjsEngine>(*generator);
      ASSERT_EQ(is_below != is_tfjs, replay.kept()[i] != 0) << i;
    }
  }
}

TEST(Replay, HasOnesAndScaleOfItsCall) {
  Dropout drop(LayerKind::kDropout, 0.75, false, seeded(random::TorchCpuEngine{}, 7));
  Tensor x = waves({2, 3}, DType::kFloat64);
  drop.forward(x);
  drop.set_p(0.5);
  const Replay replay(*drop.last_call(), false);
  EXPECT_EQ(replay.scale(), 4);
  EXPECT_TRUE(tensor::equal(replay.ones(), tensor::full({2, 3}, 1, DType::kFloat64)));
}

TEST(Replay, OfIntegersThatComeBackUnchangedKeepsAll) {
  Dropout drop(LayerKind::kDropout, 0, false, seeded(random::TorchCpuEngine{}, 7));
  Tensor x = tensor::full({3}, 5, DType::kInt64);
  drop.forward(x);
  const Replay replay(*drop.last_call(), true);
  EXPECT_THAT(replay.kept(), testing::Each(1));
  Tensor gradient = replay.ones();
  replay.backward(gradient);
  EXPECT_TRUE(tensor::equal(gradient, replay.ones()));
}

}  // namespace
}  // namespace playground::dropout
