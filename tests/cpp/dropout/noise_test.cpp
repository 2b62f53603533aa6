#include "dropout/noise.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include "dropout/dropout.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::dropout {
namespace {

using tensor::DType;
using tensor::Tensor;

Generator seeded(const std::string& engine) {
  Generator generator = random::generator_named(engine);
  random::seed(generator, 7);
  return generator;
}

// What the layer makes of ones in the same place of the same stream is the noise itself.
Tensor dropped_ones(const std::string& engine, const Tensor& like, double p) {
  auto generator = std::make_shared<Generator>(seeded(engine));
  Dropout drop(LayerKind::kDropout, p, false, generator);
  Tensor ones = empty_like(like);
  copy_into(ones, tensor::full(like.shape(), 1, like.dtype()));
  return *drop.forward(ones);
}

class NoiseOfEngine : public testing::TestWithParam<const char*> {};

TEST_P(NoiseOfEngine, IsDropoutOfOnes) {
  for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
    for (const std::int64_t size : {1, 5, 16, 1000, 5000}) {
      const Tensor x = tensor::full({size}, 3, dtype);
      Generator generator = seeded(GetParam());
      const Tensor noise = noise_for(generator, x, DropProbability(0.3), true);
      EXPECT_TRUE(equal(noise, dropped_ones(GetParam(), x, 0.3))) << size;
    }
  }
}

TEST_P(NoiseOfEngine, UnscaledIsTheMask) {
  const Tensor x = tensor::full({1000}, 3);
  Generator generator = seeded(GetParam());
  const Tensor noise = noise_for(generator, x, DropProbability(0.3), false);
  Dropout drop(LayerKind::kDropout, 0.3, false, std::make_shared<Generator>(seeded(GetParam())));
  Tensor input = x;
  drop.forward(input);
  EXPECT_TRUE(equal(noise, *drop.mask()));
}

TEST_P(NoiseOfEngine, LeavesTheGeneratorWhereDropoutDoes) {
  Generator generator = seeded(GetParam());
  noise_for(generator, tensor::full({100}, 1), DropProbability(0.3), true);
  auto other = std::make_shared<Generator>(seeded(GetParam()));
  Dropout drop(LayerKind::kDropout, 0.3, false, other);
  Tensor x = tensor::full({100}, 1);
  drop.forward(x);
  EXPECT_EQ(random::state(generator), random::state(*other));
}

INSTANTIATE_TEST_SUITE_P(Torch, NoiseOfEngine,
                         testing::Values("torch-cpu", "torch-cpu-mkl", "torch-cuda"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Noise, OfATransposedTensorIsDrawnInTheOrderOfItsMemory) {
  const Tensor x = tensor::transpose(tensor::full({20, 30}, 1), 0, 1);
  Generator generator = seeded("torch-cpu");
  const Tensor noise = noise_for(generator, x, DropProbability(0.5), true);
  EXPECT_TRUE(equal(noise, dropped_ones("torch-cpu", x, 0.5)));
  Generator again = seeded("torch-cpu");
  const Tensor flat = noise_for(again, tensor::full({600}, 1), DropProbability(0.5), true);
  EXPECT_TRUE(equal(tensor::transpose(noise, 0, 1).clone(), tensor::view(flat, {20, 30})));
}

}  // namespace
}  // namespace playground::dropout
