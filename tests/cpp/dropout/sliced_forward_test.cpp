#include "dropout/sliced_forward.hpp"

#include <gmock/gmock.h>

#include <cstring>
#include <memory>

#include "errors/fails.hpp"
#include "fixtures/seeded.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using fixtures::of_every_engine;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

Tensor counting(std::size_t size, DType dtype = DType::kFloat32) {
  Tensor x(Shape({static_cast<std::int64_t>(size)}), dtype);
  tensor::with_floating_type(dtype, "counting", [&]<class T>(T) {
    for (std::size_t i = 0; i < size; ++i) x.values<T>()[i] = static_cast<T>(i) - 100;
  });
  return x;
}

bool same_bits(const Tensor& a, const Tensor& b) {
  return std::memcmp(a.values<float>().data(), b.values<float>().data(),
                     a.size() * sizeof(float)) == 0;
}

TEST(SlicedForward, GivesWhatForwardGivesAndGoesOnAsItDoes) {
  for (const auto& generator : of_every_engine(8)) {
    const auto other = std::make_shared<Generator>(*generator);
    Dropout whole(LayerKind::kDropout, 0.4, false, generator);
    Dropout sliced(LayerKind::kDropout, 0.4, false, other);
    Tensor x = counting(10'001);
    for (int call = 0; call < 2; ++call) {
      const auto expected = whole.forward(x);
      SlicedForward forward(sliced, x);
      for (std::size_t elements = 1; !forward.is_done(); elements *= 3) forward.advance(elements);
      const auto y = forward.finish();
      ASSERT_TRUE(y && same_bits(*y, *expected)) << name(*other);
      EXPECT_TRUE(same_bits(*sliced.mask(), *whole.mask())) << name(*other);
    }
    EXPECT_EQ(random::state(*other), random::state(*generator)) << name(*other);
  }
}

TEST(SlicedForward, LeavesEverythingAsItWasWhenGivenUp) {
  for (const auto& generator : of_every_engine(8)) {
    Dropout layer(LayerKind::kDropout, 0.4, false, generator);
    Tensor x = counting(5000);
    layer.forward(x);
    const auto state = random::state(*generator);
    const auto mask = layer.mask();
    {
      SlicedForward forward(layer, x);
      forward.advance(1024);
    }
    EXPECT_EQ(random::state(*generator), state) << name(*generator);
    EXPECT_TRUE(same_bits(*layer.mask(), *mask)) << name(*generator);
  }
}

TEST(SlicedForward, HasNothingToDoWhereForwardDrawsNothing) {
  const auto generator = std::make_shared<Generator>(random::TorchCpuEngine{});
  Tensor x = counting(100);
  Dropout layer(LayerKind::kDropout, 0.4, false, generator);
  layer.set_training(false);
  SlicedForward in_eval(layer, x);
  EXPECT_TRUE(in_eval.is_done());
  EXPECT_FALSE(in_eval.finish());
  layer.set_training(true);
  layer.set_p(1);
  SlicedForward all_dropped(layer, x);
  EXPECT_TRUE(all_dropped.is_done());
  EXPECT_EQ(all_dropped.finish()->values<float>()[99], 0);
}

TEST(SlicedForward, SlicesChannelsAndFloat64Too) {
  const auto generator = std::make_shared<Generator>(random::TorchCpuEngine{});
  const auto other = std::make_shared<Generator>(*generator);
  Dropout whole(LayerKind::kDropout2d, 0.4, false, generator);
  Dropout sliced(LayerKind::kDropout2d, 0.4, false, other);
  Tensor x = tensor::view(counting(2 * 3 * 700), Shape({2, 3, 7, 100}));
  SlicedForward forward(sliced, x);
  while (!forward.is_done()) forward.advance(333);
  EXPECT_TRUE(same_bits(*forward.finish(), *whole.forward(x)));

  Dropout float64(LayerKind::kDropout, 0.4, true, generator);
  Dropout float64_sliced(LayerKind::kDropout, 0.4, true, other);
  Tensor a = counting(3000, DType::kFloat64);
  Tensor b = counting(3000, DType::kFloat64);
  float64.forward(a);
  SlicedForward in_place(float64_sliced, b);
  while (!in_place.is_done()) in_place.advance(999);
  EXPECT_FALSE(in_place.finish());
  EXPECT_TRUE(tensor::equal(a, b));
}

TEST(SlicedForward, SaysThatTheGeneratorWasUsedMeanwhile) {
  const auto generator = std::make_shared<Generator>(random::TorchCpuEngine{});
  Dropout layer(LayerKind::kDropout, 0.4, false, generator);
  Dropout other(LayerKind::kDropout, 0.4, false, generator);
  Tensor x = counting(100);
  SlicedForward forward(layer, x);
  forward.advance(100);
  other.forward(x);
  const auto state = random::state(*generator);
  EXPECT_THAT([&] { forward.finish(); }, Fails(Kind::kState));
  EXPECT_EQ(random::state(*generator), state);
}

}  // namespace
}  // namespace playground::dropout
