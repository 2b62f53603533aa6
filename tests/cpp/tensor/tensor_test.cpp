#include "tensor/tensor.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace playground::tensor {
namespace {

using testing::ElementsAre;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

TEST(Tensor, HoldsItsElementsOnACacheLine) {
  for (int i = 0; i < 8; ++i) {
    const Tensor x({i}, DType::kFloat32);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(x.values<float>().data()) % 64, 0u);
  }
}

TEST(Tensor, CloneSharesNothing) {
  Tensor x = Tensor::of<double>({2}, {1, 2});
  const Tensor y = x.clone();
  x.values<double>()[0] = 9;
  EXPECT_THAT(y.values<double>(), ElementsAre(1, 2));
}

TEST(Full, RoundsToTheDtype) {
  EXPECT_EQ(full({}, 0.1).values<float>()[0], 0.1f);
  EXPECT_EQ(full({1}, 16777217, DType::kFloat32).values<float>()[0], 16777216.0f);
  EXPECT_EQ(full({1}, -2.9, DType::kInt64).values<std::int64_t>()[0], -2);
}

TEST(To, GivesTheSmallestInt64ForWhatNoneCanHold) {
  constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();
  const Tensor x = Tensor::of<float>({5}, {-1.5f, kNan, INFINITY, 1e19f, -1e19f});
  EXPECT_THAT(to(x, DType::kInt64).values<std::int64_t>(),
              ElementsAre(-1, kSmallest, kSmallest, kSmallest, kSmallest));
}

TEST(To, RoundsFloat64ToFloat32) {
  const Tensor x = Tensor::of<double>({2}, {0.1, 1e300});
  EXPECT_THAT(to(x, DType::kFloat32).values<float>(), ElementsAre(0.1f, INFINITY));
}

TEST(To, WrapsIntegersAndTakesWhatIsNotZeroForTrue) {
  const Tensor x = Tensor::of<std::int64_t>({3}, {-1, std::int64_t{1} << 32 | 5, 0});
  EXPECT_THAT(to(x, DType::kInt32).values<std::int32_t>(), ElementsAre(-1, 5, 0));
  EXPECT_THAT(to(x, DType::kBool).values<bool>(), ElementsAre(true, true, false));
  const Tensor floats = Tensor::of<float>({5}, {-2147483648.0f, 2147483648.0f, -2.7f, kNan, 0.5f});
  constexpr std::int32_t kSmallest = std::numeric_limits<std::int32_t>::min();
  EXPECT_THAT(to(floats, DType::kInt32).values<std::int32_t>(),
              ElementsAre(kSmallest, kSmallest, -2, kSmallest, 0));
  EXPECT_THAT(to(floats, DType::kBool).values<bool>(), ElementsAre(true, true, true, true, true));
}

TEST(To, RoundsInt64ToFloat32Once) {
  // By way of float64 it would be rounded to the even neighbour.
  const std::int64_t between = (std::int64_t{1} << 54) + (std::int64_t{1} << 30) + 1;
  EXPECT_EQ(to(Tensor::of<std::int64_t>({1}, {between}), DType::kFloat32).values<float>()[0],
            static_cast<float>(between));
}

TEST(Equal, ComparesAsTorchEqual) {
  const Tensor x = Tensor::of<float>({2}, {0.0f, 1.0f});
  EXPECT_TRUE(equal(x, Tensor::of<float>({2}, {-0.0f, 1.0f})));
  EXPECT_FALSE(equal(x, Tensor::of<float>({2}, {0.0f, 2.0f})));
  EXPECT_FALSE(equal(x, Tensor::of<float>({1, 2}, {0.0f, 1.0f})));
  EXPECT_FALSE(equal(x, to(x, DType::kFloat64)));
  EXPECT_FALSE(equal(full({1}, kNan), full({1}, kNan)));
}

}  // namespace
}  // namespace playground::tensor
