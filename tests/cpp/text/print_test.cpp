#include "text/print.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "fixtures/bits.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Tensor;

TEST(Print, IsPyTorchsCharacterByCharacter) {
  int cases = 0;
  for (const auto& expected : fixtures::cases("torch-print.json")) {
    SCOPED_TRACE(expected.at("id").get<std::string>());
    ++cases;
    EXPECT_EQ(print(fixtures::tensor_from(expected)), expected.at("text").get<std::string>());
  }
  EXPECT_GE(cases, 265) << "the fixture must not shrink unseen";
}

TEST(Print, ShowsADroppedNegative) {
  EXPECT_EQ(print(Tensor::of<float>({2}, {-0.0f, 2})), "tensor([-0., 2.])");
}

TEST(Print, NamesTheDtypeOfAnEmptyIntegerTensor) {
  EXPECT_EQ(print(Tensor({0}, DType::kInt64)), "tensor([], dtype=torch.int64)");
}

}  // namespace
}  // namespace playground::text
