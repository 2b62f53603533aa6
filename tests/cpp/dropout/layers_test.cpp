// What holds for every kind of layer, and for every engine.
#include <gmock/gmock.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "dropout/dropout.hpp"
#include "dropout/pass/alpha_dropout.hpp"
#include "dropout/replay.hpp"
#include "errors/fails.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "fixtures/torch_errors.hpp"
#include "tensor/dispatch.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using enum LayerKind;
using fixtures::list;
using fixtures::of_every_engine;
using fixtures::seeded;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::Each;
using testing::IsEmpty;
using testing::StrEq;

struct Layer {
  LayerKind kind;
  Shape shape;        // of an input
  std::size_t inner;  // elements that share a decision
};

// Each kind, batched and not.
std::vector<Layer> layers() {
  return {{kDropout, {2, 3, 4}, 1},
          {kDropout, {}, 1},
          {kDropout1d, {2, 5, 3}, 3},
          {kDropout1d, {5, 3}, 3},
          {kDropout2d, {2, 4, 2, 3}, 6},
          {kDropout2d, {4, 2, 3}, 3},
          {kDropout3d, {2, 3, 2, 1, 2}, 4},
          {kDropout3d, {5, 2, 2, 1}, 4},
          {kAlphaDropout, {4, 6}, 1},
          {kFeatureAlphaDropout, {3, 4, 2}, 2},
          {kFeatureAlphaDropout, {2, 3, 2, 2}, 4}};
}

std::string named(const Layer& layer) {
  return std::string(name(layer.kind)) + " of " + to_string(layer.shape);
}

std::shared_ptr<Generator> torch_cpu(std::uint64_t seed) {
  return seeded(random::TorchCpuEngine{}, seed);
}

// No two alike, none 0.
Tensor waves(const Shape& shape, DType dtype = DType::kFloat32) {
  Tensor x(shape, dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      x.values<T>()[i] = static_cast<T>(2 + std::sin(static_cast<double>(i) + 1));
    }
  });
  return x;
}

std::vector<double> as_doubles(const Tensor& x) { return list<double>(to(x, DType::kFloat64)); }

// The gradient of sum(w * layer(x)) against finite differences, the same mask drawn each time.
TEST(Layers, BackwardIsTheDerivativeOfForward) {
  for (const Layer& layer : layers()) {
    for (const bool mkl : {false, true}) {
      SCOPED_TRACE(named(layer) + (mkl ? ", MKL" : ""));
      const auto make = [&] {
        auto generator = mkl ? seeded(random::TorchCpuMklEngine{}, 77) : torch_cpu(77);
        return Dropout(layer.kind, 0.4, false, std::move(generator));
      };
      const Tensor w = waves(layer.shape, DType::kFloat64);
      const auto loss = [&](Tensor at) {
        const auto y = make().forward(at);
        double total = 0;
        for (std::size_t i = 0; i < w.size(); ++i) {
          total += w.values<double>()[i] * y->values<double>()[i];
        }
        return total;
      };
      Dropout drop = make();
      Tensor x = waves(layer.shape, DType::kFloat64);
      drop.forward(x);
      const auto gradient = drop.backward(w);
      for (std::size_t i = 0; i < x.size(); ++i) {
        Tensor up = x.clone();
        Tensor down = x.clone();
        up.values<double>()[i] += 1e-5;
        down.values<double>()[i] -= 1e-5;
        EXPECT_NEAR(gradient->values<double>()[i],
                    (loss(std::move(up)) - loss(std::move(down))) / 2e-5, 1e-8);
      }
    }
  }
}

TEST(Layers, ElementsOfAChannelShareItsDecision) {
  for (const Layer& layer : layers()) {
    for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
      SCOPED_TRACE(named(layer));
      Dropout drop(layer.kind, 0.5, false, torch_cpu(3));
      Tensor x = waves(layer.shape, dtype);
      const auto y = as_doubles(*drop.forward(x));
      const auto mask = drop.mask();
      EXPECT_EQ(mask->shape(), mask_shape(layer.kind, layer.shape));
      EXPECT_EQ(mask->dtype(), dtype);
      const auto kept = as_doubles(*mask);
      ASSERT_EQ(kept.size() * layer.inner, y.size());
      double saturation = 0;
      if (is_alpha(layer.kind)) {
        tensor::with_type(dtype, [&]<class T>(T) {
          if constexpr (std::is_floating_point_v<T>) {
            const AlphaAffine<T> affine{DropProbability(0.5)};
            saturation = -affine.dropped + affine.shift;
          }
        });
      }
      for (std::size_t i = 0; i < y.size(); ++i) {
        EXPECT_EQ(y[i] == saturation, kept[i / layer.inner] == 0) << i;
      }
    }
  }
}

TEST(Layers, DecideAlikeInFloat32AndFloat64) {
  for (const Layer& layer : layers()) {
    Dropout narrow(layer.kind, 0.3, false, torch_cpu(8));
    Dropout wide(layer.kind, 0.3, false, torch_cpu(8));
    Tensor x = waves(layer.shape);
    Tensor same = waves(layer.shape, DType::kFloat64);
    narrow.forward(x);
    wide.forward(same);
    EXPECT_EQ(as_doubles(*narrow.mask()), as_doubles(*wide.mask())) << named(layer);
  }
}

TEST(Layers, WithoutABatchAreThoseOfABatchOfOne) {
  for (const auto& [kind, unbatched, batched] :
       {std::tuple{kDropout1d, Shape({5, 3}), Shape({1, 5, 3})},
        std::tuple{kDropout3d, Shape({5, 2, 2, 1}), Shape({1, 5, 2, 2, 1})}}) {
    Dropout first(kind, 0.5, false, torch_cpu(5));
    Dropout second(kind, 0.5, false, torch_cpu(5));
    Tensor x = waves(unbatched);
    Tensor same = waves(batched);
    EXPECT_EQ(list<float>(*first.forward(x)), list<float>(*second.forward(same))) << name(kind);
  }
}

TEST(Layers, InplaceWritesWhatTheyWouldReturn) {
  for (const Layer& layer : layers()) {
    for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
      SCOPED_TRACE(named(layer));
      Dropout fresh(layer.kind, 0.7, false, torch_cpu(3));
      Dropout inplace(layer.kind, 0.7, true, torch_cpu(3));
      Tensor x = waves(layer.shape, dtype);
      const auto y = fresh.forward(x);
      EXPECT_FALSE(inplace.forward(x).has_value());
      EXPECT_TRUE(tensor::equal(x, *y));
      EXPECT_TRUE(tensor::equal(*inplace.mask(), *fresh.mask()));
      const Tensor gradient = waves(layer.shape, dtype);
      EXPECT_TRUE(tensor::equal(*inplace.backward(gradient), *fresh.backward(gradient)));
    }
  }
}

TEST(Layers, DrawNothingInEvalModeForPZeroAndForAnEmptyInput) {
  for (const Layer& layer : layers()) {
    SCOPED_TRACE(named(layer));
    const auto generator = torch_cpu(1);
    const auto before = random::state(*generator);
    Dropout eval(layer.kind, 0.5, false, generator);
    eval.set_training(false);
    Dropout zero(layer.kind, 0, false, generator);
    for (Dropout* drop : {&eval, &zero}) {
      Tensor x = waves(layer.shape);
      EXPECT_FALSE(drop->forward(x).has_value());
      EXPECT_THAT(list<float>(*drop->mask()), Each(1));
      EXPECT_FALSE(drop->backward(x).has_value());
      EXPECT_THAT(Replay(*drop->last_call(), true).uniforms(), IsEmpty());
    }
    auto extents = layer.shape.extents();
    if (!extents.empty()) {
      extents.back() = 0;
      Dropout drop(layer.kind, 0.5, false, generator);
      Tensor empty(Shape(extents), DType::kFloat32);
      EXPECT_FALSE(drop.forward(empty).has_value());
      EXPECT_EQ(drop.mask()->size(), 0u);
    }
    EXPECT_EQ(random::state(*generator), before);
  }
}

TEST(Layers, WithPOneMultiplyByZeroAndDrawNothing) {
  for (const Layer& layer : layers()) {
    SCOPED_TRACE(named(layer));
    const auto generator = torch_cpu(1);
    const auto before = random::state(*generator);
    Dropout drop(layer.kind, 1, false, generator);
    Tensor x = waves(layer.shape);
    for (float& value : x.values<float>()) value = -value;
    for (const float value : list<float>(*drop.forward(x))) {
      EXPECT_TRUE(value == 0 && std::signbit(value));
    }
    EXPECT_THAT(list<float>(*drop.mask()), Each(0));
    EXPECT_THAT(list<float>(*drop.backward(x)), Each(0));
    EXPECT_EQ(random::state(*generator), before);
  }
}

TEST(Layers, RefuseWhatPyTorchRefusesInItsWords) {
  const auto run = [](LayerKind kind, double p, Tensor x) {
    Dropout(kind, p, false, torch_cpu(1)).forward(x);
  };
  const auto refusal = [](Kind kind, const char* expression) {
    return Fails(kind, StrEq(fixtures::torch_error(expression)));
  };
  EXPECT_THAT([&] { run(kDropout, -0.1, tensor::full({3}, 1)); },
              refusal(Kind::kProbability, "torch.dropout(torch.ones(3), -0.1, True)"));
  EXPECT_THAT([&] { run(kDropout, 1.1, tensor::full({3}, 1)); },
              refusal(Kind::kProbability, "torch.dropout(torch.ones(3), 1.1, True)"));
  EXPECT_THAT([&] { run(kDropout, NAN, tensor::full({3}, 1)); },
              refusal(Kind::kProbability, "torch.dropout(torch.ones(3), nan, True)"));
  EXPECT_THAT([&] { run(kDropout, NAN, tensor::full({0}, 1)); },
              refusal(Kind::kProbability, "F.dropout(torch.ones(0), nan)"));
  EXPECT_THAT([&] { run(kDropout2d, 1.5, tensor::full({1, 1}, 1)); },
              refusal(Kind::kProbability, "nn.Dropout2d(1.5)"));
  EXPECT_THAT([&] { run(kAlphaDropout, -1, tensor::full({1}, 1)); },
              refusal(Kind::kProbability, "nn.AlphaDropout(-1)"));
  EXPECT_THAT([&] { run(kDropout2d, -0.5, tensor::full({1, 1, 1, 1}, 1)); },
              refusal(Kind::kProbability, "F.dropout2d(torch.ones(1, 1, 1, 1), -0.5)"));
  EXPECT_THAT([&] { run(kFeatureAlphaDropout, 7, tensor::full({2, 2}, 1)); },
              refusal(Kind::kProbability, "F.feature_alpha_dropout(torch.ones(2, 2), 7)"));
  EXPECT_THAT([&] { run(kDropout1d, 0.5, tensor::full({2, 3, 4, 5}, 1)); },
              refusal(Kind::kValue, "F.dropout1d(torch.ones(2, 3, 4, 5), 0.5, True)"));
  EXPECT_THAT([&] { run(kDropout2d, 0.5, tensor::full({5}, 1)); },
              refusal(Kind::kValue, "F.dropout2d(torch.ones(5), 0.5, True)"));
  EXPECT_THAT(
      [&] { run(kDropout, 0.5, tensor::full({3}, 1, DType::kInt64)); },
      Fails(Kind::kIntegers,
            StrEq(fixtures::torch_error("F.dropout(torch.ones(3, dtype=torch.int64), 0.5)"))));
}

TEST(Layers, OnlyDropout1dRefusesAShapeInEvalMode) {
  Tensor x = tensor::full({2, 3, 4, 5}, 1);
  Dropout one(kDropout1d, 0.5, false, torch_cpu(1));
  one.set_training(false);
  EXPECT_THAT([&] { one.forward(x); }, Fails(Kind::kValue));
  Tensor vector = tensor::full({5}, 1);
  for (const LayerKind kind : {kDropout2d, kFeatureAlphaDropout}) {
    Dropout drop(kind, 0.5, false, torch_cpu(1));
    drop.set_training(false);
    EXPECT_FALSE(drop.forward(vector).has_value());
  }
}

TEST(Layers, ThatRefuseAnInputDrawNothing) {
  const auto generator = torch_cpu(1);
  const auto before = random::state(*generator);
  Dropout drop(kDropout2d, 0.5, false, generator);
  Tensor vector = tensor::full({5}, 1);
  EXPECT_THAT([&] { drop.forward(vector); }, Fails(Kind::kValue));
  EXPECT_FALSE(drop.mask().has_value());
  EXPECT_EQ(random::state(*generator), before);
}

TEST(Layers, ScaleIsWhatSurvivorsAreMultipliedBy) {
  for (const Layer& layer : layers()) {
    Dropout drop(layer.kind, 0.3, false, torch_cpu(1));
    const double keep = 1 - 0.3;
    const double a = 1 / std::sqrt((1.7580993408473766 * 1.7580993408473766 * 0.3 + 1) * keep);
    const bool alpha = is_alpha(layer.kind);
    EXPECT_EQ(drop.scale(DType::kFloat64), alpha ? a : 1 / keep);
    EXPECT_EQ(drop.scale(DType::kFloat32),
              alpha ? static_cast<float>(a) : 1 / static_cast<float>(keep));
  }
}

TEST(EveryEngine, DropsAndScalesByItsMask) {
  for (const double p : {0.1, 0.5, 0.9}) {
    for (const auto& generator : of_every_engine(12)) {
      SCOPED_TRACE(name(*generator));
      Dropout drop(kDropout, p, false, generator);
      Tensor x = waves({3001});
      const auto y = list<float>(*drop.forward(x));
      const auto mask = list<float>(*drop.mask());
      const auto keep = static_cast<float>(1 - p);
      const bool multiplies = arithmetic(*generator) == Arithmetic::kProduct;
      for (std::size_t i = 0; i < y.size(); ++i) {
        const float value = x.values<float>()[i];
        ASSERT_EQ(y[i], mask[i] * (multiplies ? value * (1 / keep) : value / keep)) << i;
      }
      EXPECT_THAT(mask, testing::AllOf(testing::Contains(0), testing::Contains(1)));
    }
  }
}

// Forward is linear in all of them: its gradient is forward itself, with the mask it drew.
TEST(EveryEngine, SendsTheGradientThroughTheSameMask) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Dropout drop(kDropout, 0.3, false, generator);
    Tensor x = waves({3001});
    const auto y = drop.forward(x);
    EXPECT_TRUE(tensor::equal(*drop.backward(x), *y));
    EXPECT_TRUE(tensor::equal(*drop.backward(x), *y)) << "a second time";
  }
}

TEST(EveryEngine, RemembersItsMaskWhateverTheGeneratorDoes) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Dropout drop(kDropout, 0.5, false, generator);
    Tensor x = waves({2000});
    drop.forward(x);
    const auto mask = list<float>(*drop.mask());
    Dropout other(kDropout, 0.5, false, generator);
    other.forward(x);
    EXPECT_EQ(list<float>(*drop.mask()), mask);
    const Replay replay(*drop.last_call(), true);
    ASSERT_EQ(replay.kept().size(), mask.size());
    for (std::size_t i = 0; i < mask.size(); ++i) ASSERT_EQ(replay.kept()[i], mask[i]);
  }
}

TEST(EveryEngine, WithPZeroKeepsAllAndWithPOneNone) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Tensor x = waves({100});
    Dropout zero(kDropout, 0, false, generator);
    const auto all = zero.forward(x);
    EXPECT_TRUE(tensor::equal(all ? *all : x, x));
    EXPECT_THAT(list<float>(*zero.mask()), Each(1));

    Dropout one(kDropout, 1, false, generator);
    if (name(*generator) == "tfjs") {
      EXPECT_THAT([&] { one.forward(x); }, Fails(Kind::kProbability));
      continue;
    }
    const auto none = list<float>(*one.forward(x));
    EXPECT_THAT(list<float>(*one.mask()), Each(0));
    if (arithmetic(*generator) == Arithmetic::kQuotientOfProduct) {
      for (const float value : none) EXPECT_TRUE(std::isnan(value)) << "0 / 0";
    } else {
      EXPECT_THAT(none, Each(0));
    }
  }
}

// The next call of one layer, and the first of another, begin where the last one ended: where the
// engine has a stream at all.
TEST(EveryEngine, SharesItsStreamAmongLayers) {
  for (const auto& generator : of_every_engine(12)) {
    SCOPED_TRACE(name(*generator));
    Generator same = *generator;
    Tensor x = waves({2000});
    Dropout first(kDropout, 0.5, false, generator);
    Dropout second(kDropout, 0.5, false, generator);
    first.forward(x);
    const auto a = list<float>(*first.mask());
    second.forward(x);
    const auto b = list<float>(*second.mask());

    const auto copy = std::make_shared<Generator>(same);
    Dropout alone(kDropout, 0.5, false, copy);
    alone.forward(x);
    EXPECT_EQ(list<float>(*alone.mask()), a);
    const bool has_no_stream = name(same) == "jax" || name(same) == "tfjs";
    EXPECT_EQ(a == b, has_no_stream);
    const auto* nnx = std::get_if<random::FlaxNnxEngine>(&same);
    if (nnx == nullptr || !nnx->forks) {
      alone.forward(x);
      EXPECT_EQ(list<float>(*alone.mask()), b);
    }
  }
}

// flax.nnx.Dropout since 0.11: rngs.fork() when the layer is made, a key of the fork in each call.
TEST(FlaxNnx, GivesEachLayerAStreamOfItsOwn) {
  const auto generator = seeded(random::FlaxNnxEngine{}, 5);
  const random::ThreefryKey root = random::jax_key(5);
  Dropout first(kDropout, 0.5, false, generator);
  Dropout second(kDropout, 0.5, false, generator);
  EXPECT_EQ(std::get<random::FlaxNnxEngine>(*generator).stream.count(), 2u);

  const auto expect_mask_of = [](Dropout& drop, random::ThreefryKey key) {
    Tensor x = waves({100});
    drop.forward(x);
    random::JaxEngine explicit_key;
    explicit_key.key = key;
    Dropout expected(kDropout, 0.5, false, std::make_shared<Generator>(explicit_key));
    expected.forward(x);
    EXPECT_TRUE(tensor::equal(*drop.mask(), *expected.mask()));
  };
  using random::jax_fold_in;
  expect_mask_of(second, jax_fold_in(jax_fold_in(root, 1), 0));
  expect_mask_of(first, jax_fold_in(jax_fold_in(root, 0), 0));
  expect_mask_of(first, jax_fold_in(jax_fold_in(root, 0), 1));
  EXPECT_EQ(std::get<random::FlaxNnxEngine>(*generator).stream.count(), 2u) << "calls do not count";
}

// forward() draws and applies in blocks; what is explained is drawn one by one.
TEST(Layers, FollowTheirDecisionsAtEveryLength) {
  std::vector<std::int64_t> lengths;
  for (std::int64_t length = 0; length <= 70; ++length) lengths.push_back(length);
  for (const std::int64_t block : {256, 512, 1024, 2048}) {
    lengths.insert(lengths.end(), {block - 1, block, block + 1});
  }
  for (const auto& generator : of_every_engine(8)) {
    SCOPED_TRACE(name(*generator));
    Dropout drop(kDropout, 0.4, false, generator);
    for (const std::int64_t length : lengths) {
      Tensor x = waves({length});
      const auto y = drop.forward(x);
      const Replay replay(*drop.last_call(), true);
      ASSERT_EQ(replay.kept().size(), x.size());
      ASSERT_EQ(replay.uniforms().size(), x.size());
      ASSERT_EQ(y.has_value(), length > 0);
      for (std::size_t i = 0; i < x.size(); ++i) {
        ASSERT_EQ(y->values<float>()[i] != 0, replay.kept()[i] != 0) << i << " of " << length;
      }
    }
  }
}

// As it is where something is drawn: with 1 for the dimensions inside a channel.
TEST(Layers, MaskHasItsShapeWhereNothingIsDrawn) {
  for (const Layer& layer : layers()) {
    SCOPED_TRACE(named(layer));
    for (const double p : {0.0, 0.5, 1.0}) {
      Dropout drop(layer.kind, p, false, torch_cpu(1));
      Tensor x = waves(layer.shape);
      drop.set_training(p != 0.5);
      drop.forward(x);
      EXPECT_EQ(drop.mask()->shape(), mask_shape(layer.kind, layer.shape));
    }
  }
}

TEST(Layers, InEvalModeTakeAnInputOfAnyRank) {
  Dropout drop(kDropout2d, 0.5, false, torch_cpu(1));
  drop.set_training(false);
  Tensor x = waves({3});
  EXPECT_FALSE(drop.forward(x).has_value());
  EXPECT_EQ(drop.mask()->shape(), Shape({3}));
}

// flax.linen.Dropout asks for its key before it looks at the input.
TEST(Layers, OfFlaxSpendAKeyOnAnEmptyInput) {
  for (const bool empty_first : {false, true}) {
    const auto generator = seeded(random::FlaxLinenEngine{}, 1);
    Dropout drop(kDropout, 0.5, false, generator);
    Tensor first = tensor::full({empty_first ? 0 : 3}, 1);
    drop.forward(first);
    EXPECT_EQ(std::get<random::FlaxLinenEngine>(*generator).calls, 1u);
  }
}

}  // namespace
}  // namespace playground::dropout
