#include "ops/fills.hpp"

#include <gmock/gmock.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "errors/raised.hpp"
#include "ops/drawn.hpp"
#include "random/algorithms/mcg31.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

using errors::Fails;
using errors::Kind;
using tensor::DType;
using testing::ElementsAre;
using testing::HasSubstr;

Generator seeded(const std::string& engine = "torch-cpu") {
  Generator generator = random::generator_named(engine);
  random::seed(generator, 0);
  return generator;
}

template <class T>
std::vector<T> list(const Tensor& x) {
  const Tensor dense = contiguous(x);
  return {dense.values<T>().begin(), dense.values<T>().end()};
}

// torch.manual_seed(0); torch.empty(2, dtype=…).random_(), by PyTorch 1.13.
TEST(FillIntegers, OfEachDtypeGoesToItsLargestNumber) {
  const auto drawn = [](DType dtype) {
    Generator generator = seeded();
    Tensor x({2}, dtype);
    fill_integers(generator, x);
    return x;
  };
  EXPECT_THAT(list<float>(drawn(DType::kFloat32)), ElementsAre(8325664, 12888472));
  EXPECT_THAT(list<double>(drawn(DType::kFloat64)),
              ElementsAre(8737460674930124, 6375474555111176));
  EXPECT_THAT(list<std::int64_t>(drawn(DType::kInt64)),
              ElementsAre(900450186894289455, 3969543146641149120));
  EXPECT_THAT(list<std::int32_t>(drawn(DType::kInt32)), ElementsAre(209652396, 398764591));
  EXPECT_THAT(list<bool>(drawn(DType::kBool)), ElementsAre(false, true));
}

TEST(FillIntegers, RefusesBoundsThatTheDtypeDoesNotHave) {
  Generator generator = seeded();
  Tensor x({2}, DType::kBool);
  try {
    fill_integers(generator, 0, 5, x);
    FAIL() << "it drew";
  } catch (const errors::Raised& raised) {
    EXPECT_EQ(raised.message(), "to - 1 is out of bounds for bool");
  }
}

// All 64 bits: there is no number behind the largest to take a remainder by.
TEST(FillIntegers, FromTheSmallestToTheLargestTakesTheWordsAsTheyAre) {
  Generator generator = seeded();
  Generator other = seeded();
  Tensor x({3}, DType::kInt64);
  fill_integers(generator, std::numeric_limits<std::int64_t>::min(), {}, x);
  auto& words = std::get<random::TorchCpuEngine>(other).generator;
  for (const std::int64_t value : x.values<std::int64_t>()) {
    EXPECT_EQ(value, static_cast<std::int64_t>(words.random64() + (std::uint64_t{1} << 63)));
  }
}

TEST(FillBernoulli, WithMklTakesOneWordForAll) {
  Generator generator = seeded("torch-cpu-mkl");
  Generator other = seeded("torch-cpu-mkl");
  Tensor x({100}, DType::kBool);
  fill_bernoulli(generator, 0.3, x);
  random::Mcg31 values(std::get<random::TorchCpuMklEngine>(other).generator.random());
  for (const bool value : x.values<bool>()) {
    EXPECT_EQ(value, random::mcg31_uniform(values()) < 0.3f);
  }
  EXPECT_EQ(random::state(generator), random::state(other));
}

TEST(FillUniform, DrawsATransposedTensorInTheOrderOfItsMemory) {
  Generator generator = seeded();
  Tensor x({3, 4}, DType::kFloat32);
  Tensor transposed = tensor::transpose(x, 0, 1);
  fill_uniform(generator, 0, 1, transposed);
  Generator other = seeded();
  EXPECT_TRUE(equal(x, rand(other, {3, 4})));
}

TEST(FillUniform, DrawsEveryElementOfASliceAndNoOther) {
  Generator generator = seeded();
  Tensor x = tensor::full({4, 4}, 5);
  Tensor part = tensor::slice(x, 1, 1, 3);
  fill_uniform(generator, 0, 1, part);
  Generator other = seeded();
  EXPECT_TRUE(equal(part.clone(), rand(other, {4, 2})));
  EXPECT_EQ(list<float>(tensor::select(x, 1, 0)), std::vector<float>(4, 5));
  EXPECT_EQ(list<float>(tensor::select(x, 1, 3)), std::vector<float>(4, 5));
}

TEST(FillNormal, DrawsEachElementByItselfWhereTheyAreNotContiguous) {
  Generator generator = seeded();
  Tensor x = tensor::transpose(Tensor({8, 4}, DType::kFloat32), 0, 1);
  fill_normal(generator, 0, 1, x);
  Generator other = seeded();
  auto& words = std::get<random::TorchCpuEngine>(other).generator;
  for (const float value : list<float>(tensor::transpose(x, 0, 1))) {
    EXPECT_EQ(value, static_cast<float>(words.normal()));
  }
}

TEST(Fills, OfAGpuAreRefused) {
  Generator generator = seeded("torch-cuda");
  Tensor x({2}, DType::kFloat32);
  EXPECT_THAT([&] { fill_normal(generator, 0, 1, x); },
              Fails(Kind::kEngine, HasSubstr("normal_ of a GPU is not reproduced")));
}

TEST(FillExponential, WithMklIsRefused) {
  Generator generator = seeded("torch-cpu-mkl");
  Tensor x({2}, DType::kFloat32);
  EXPECT_THAT([&] { fill_exponential(generator, 1, x); },
              Fails(Kind::kEngine, HasSubstr("exponential_ is not reproduced")));
}

}  // namespace
}  // namespace playground::ops
