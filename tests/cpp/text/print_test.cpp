#include "text/print.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "fixtures/bits.hpp"
#include "tensor/views.hpp"

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
  EXPECT_EQ(print(Tensor({0}, DType::kBool)), "tensor([], dtype=torch.bool)");
}

// As torch/_tensor_str.py writes them.
TEST(Print, ShowsInt32AndBool) {
  EXPECT_EQ(print(Tensor::of<std::int32_t>({3}, {1, -20, 3})),
            "tensor([  1, -20,   3], dtype=torch.int32)");
  EXPECT_EQ(print(to(Tensor::of<float>({2, 2}, {1, 0, 0, 2}), DType::kBool)),
            "tensor([[ True, False],\n        [False,  True]])");
  EXPECT_EQ(print(tensor::full({}, 1, DType::kBool)), "tensor(True)");
}

TEST(Print, OfAViewIsThatOfItsCopy) {
  for (const auto& expected : fixtures::cases("torch-print.json")) {
    SCOPED_TRACE(expected.at("id").get<std::string>());
    const Tensor x = fixtures::tensor_from(expected);
    for (std::size_t dim = 0; dim < x.shape().rank(); ++dim) {
      const Tensor turned = tensor::transpose(x, 0, dim);
      EXPECT_EQ(print(turned), print(turned.clone()));
      const Tensor cut = tensor::slice(turned, dim, 1, 2000, 2);
      EXPECT_EQ(print(cut), print(cut.clone()));
      // Turned back, it is the tensor that PyTorch printed.
      EXPECT_EQ(print(tensor::transpose(turned.clone(), 0, dim)), expected.at("text"));
    }
  }
}

}  // namespace
}  // namespace playground::text
