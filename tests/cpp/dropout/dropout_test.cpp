#include "dropout/dropout.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "errors/fails.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using tensor::DType;
using tensor::Tensor;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StrEq;

std::shared_ptr<Generator> seeded(std::uint64_t seed) {
  auto generator = std::make_shared<Generator>(random::TorchCpuEngine{});
  random::seed(*generator, seed);
  return generator;
}

// The next word of a torch-cpu generator.
std::uint32_t next_word(const Generator& generator) {
  return random::TorchCpuGenerator(std::get<random::TorchCpuEngine>(generator).generator).random();
}

Tensor one_to(int n) {
  std::vector<float> values;
  for (int i = 1; i <= n; ++i) values.push_back(static_cast<float>(i));
  return Tensor::of<float>({n}, values);
}

std::vector<float> list(const Tensor& x) {
  return {x.values<float>().begin(), x.values<float>().end()};
}

// torch.manual_seed(42); nn.Dropout(0.5)(torch.tensor([1., 2., 3., 4.]))
TEST(Dropout, OfOneToFourWithSeed42DropsNothing) {
  Dropout drop(LayerKind::kDropout, 0.5, false, seeded(42));
  Tensor x = one_to(4);
  EXPECT_THAT(list(*drop.forward(x)), ElementsAre(2, 4, 6, 8));
  EXPECT_THAT(list(*drop.mask()), Each(1));
}

TEST(Dropout, ReturnsItsInputInEvalModeAndDrawsNothing) {
  const auto generator = seeded(1);
  Dropout drop(LayerKind::kDropout, 0.5, false, generator);
  drop.set_training(false);
  Tensor x = one_to(3);
  EXPECT_FALSE(drop.forward(x).has_value());
  EXPECT_THAT(list(*drop.mask()), Each(1));
  EXPECT_FALSE(drop.backward(one_to(3)).has_value());
  EXPECT_EQ(next_word(*generator), next_word(*seeded(1)));
}

TEST(Dropout, WithPZeroReturnsItsInputAndDrawsNothing) {
  const auto generator = seeded(1);
  Dropout drop(LayerKind::kDropout, 0, false, generator);
  Tensor x = one_to(3);
  EXPECT_FALSE(drop.forward(x).has_value());
  EXPECT_EQ(next_word(*generator), next_word(*seeded(1)));
}

TEST(Dropout, WithPOneMultipliesByZeroAndDrawsNothing) {
  const auto generator = seeded(1);
  Dropout drop(LayerKind::kDropout, 1, false, generator);
  Tensor x = Tensor::of<float>({4}, {-3, 2, INFINITY, NAN});
  const auto y = list(*drop.forward(x));
  EXPECT_TRUE(y[0] == 0 && std::signbit(y[0]));
  EXPECT_TRUE(y[1] == 0 && !std::signbit(y[1]));
  EXPECT_TRUE(std::isnan(y[2]) && std::isnan(y[3]));
  EXPECT_THAT(list(*drop.mask()), Each(0));
  EXPECT_THAT(list(*drop.backward(tensor::full({4}, 1))), Each(0));
  EXPECT_EQ(next_word(*generator), next_word(*seeded(1)));
}

TEST(Dropout, InplaceWritesIntoItsInput) {
  Dropout fresh(LayerKind::kDropout, 0.7, false, seeded(3));
  Dropout inplace(LayerKind::kDropout, 0.7, true, seeded(3));
  Tensor x = one_to(100);
  const auto y = fresh.forward(x);
  EXPECT_FALSE(inplace.forward(x).has_value());
  EXPECT_TRUE(tensor::equal(x, *y));
  EXPECT_TRUE(tensor::equal(*inplace.mask(), *fresh.mask()));
}

TEST(Dropout, ASecondCallContinuesTheStream) {
  const auto generator = seeded(8);
  Dropout drop(LayerKind::kDropout, 0.5, false, generator);
  Tensor both = tensor::full({2, 2000}, 1);
  Tensor half = tensor::full({2000}, 1);
  Dropout whole(LayerKind::kDropout, 0.5, false, seeded(8));
  const auto expected = list(*whole.forward(both));
  auto got = list(*drop.forward(half));
  const auto second = list(*drop.forward(half));
  got.insert(got.end(), second.begin(), second.end());
  EXPECT_EQ(got, expected);
}

TEST(Dropout, MaskAndBackwardFollowTheLastForward) {
  Dropout drop(LayerKind::kDropout, 0.3, false, seeded(5));
  Tensor x = one_to(5000);
  drop.forward(x);
  const auto y = list(*drop.forward(x));
  const auto mask = list(*drop.mask());
  const auto gradient = list(*drop.backward(tensor::full({5000}, 1)));
  const float scale = 1 / 0.7f;
  for (std::size_t i = 0; i < y.size(); ++i) {
    ASSERT_EQ(y[i], x.values<float>()[i] * (mask[i] * scale));
    ASSERT_EQ(gradient[i], mask[i] * scale);
  }
  EXPECT_THAT(mask, testing::Contains(0)) << "or the loop above shows nothing";
}

// The gradient of sum(w * dropout(x)) against finite differences, the same mask drawn each time.
TEST(Dropout, BackwardIsTheDerivativeOfForward) {
  constexpr int kSize = 24;
  std::vector<double> x(kSize), w(kSize);
  for (int i = 0; i < kSize; ++i) {
    x[i] = std::sin(i + 1.0);
    w[i] = std::cos(3.0 * i);
  }
  const auto loss = [&](const std::vector<double>& at) {
    Dropout drop(LayerKind::kDropout, 0.4, false, seeded(77));
    Tensor input = Tensor::of<double>({kSize}, at);
    const auto y = drop.forward(input);
    double total = 0;
    for (int i = 0; i < kSize; ++i) total += w[i] * y->values<double>()[i];
    return total;
  };
  Dropout drop(LayerKind::kDropout, 0.4, false, seeded(77));
  Tensor input = Tensor::of<double>({kSize}, x);
  drop.forward(input);
  const auto gradient = drop.backward(Tensor::of<double>({kSize}, w));
  for (int i = 0; i < kSize; ++i) {
    auto up = x;
    auto down = x;
    up[i] += 1e-5;
    down[i] -= 1e-5;
    EXPECT_NEAR(gradient->values<double>()[i], (loss(up) - loss(down)) / 2e-5, 1e-8);
  }
}

TEST(Dropout, RefusesIntegersInPyTorchsWords) {
  Dropout drop(LayerKind::kDropout, 0.5, false, seeded(1));
  Tensor x = tensor::full({3}, 1, DType::kInt64);
  EXPECT_THAT([&] { drop.forward(x); },
              Fails(Kind::kIntegers,
                    StrEq("result type Float can't be cast to the desired output type Long")));
  EXPECT_FALSE(drop.mask().has_value()) << "a refused forward leaves nothing behind";
}

TEST(Dropout, WithNanIsMadeButRefusesToRunEvenInEvalMode) {
  Dropout drop(LayerKind::kDropout, NAN, false, seeded(1));
  drop.set_training(false);
  Tensor x = one_to(3);
  EXPECT_THAT([&] { drop.forward(x); }, Fails(Kind::kProbability, HasSubstr("but got nan")));
}

TEST(Dropout, BackwardNeedsAForwardAndItsShape) {
  Dropout drop(LayerKind::kDropout, 0.5, false, seeded(1));
  EXPECT_THAT([&] { (void)drop.backward(one_to(3)); }, Fails(Kind::kState));
  Tensor x = one_to(3);
  drop.forward(x);
  EXPECT_THAT([&] { (void)drop.backward(one_to(2)); },
              Fails(Kind::kValue,
                    StrEq("Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and "
                          "output[0] has a shape of torch.Size([3]).")));
  EXPECT_THAT([&] { (void)drop.backward(to(x, DType::kFloat64)); },
              Fails(Kind::kDType, StrEq("Found dtype Double but expected Float")));
}

}  // namespace
}  // namespace playground::dropout
