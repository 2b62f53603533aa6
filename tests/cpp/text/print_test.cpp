#include "text/print.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include "fixtures/bits.hpp"
#include "tensor/dispatch.hpp"
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

PrintOptions options_from(const nlohmann::json& given) {
  PrintOptions options;
  options.precision = given.value("precision", options.precision);
  options.edge_items = given.value("edgeitems", options.edge_items);
  options.line_width = given.value("linewidth", options.line_width);
  if (given.contains("sci_mode")) options.sci_mode = given.at("sci_mode").get<bool>();
  if (given.contains("threshold")) {
    const auto& threshold = given.at("threshold");
    options.threshold =
        threshold == "inf" ? std::numeric_limits<double>::infinity() : threshold.get<double>();
  }
  return options;
}

// Floats are given as their bits, other numbers as they are.
Tensor printed_tensor(const nlohmann::json& described) {
  Tensor x(fixtures::shape_of(described), DType::kInt64);
  for (const DType dtype : {DType::kFloat32, DType::kFloat64, DType::kInt32, DType::kBool}) {
    if (described.at("dtype") == name(dtype)) x = Tensor(x.shape(), dtype);
  }
  const auto& numbers = described.at("numbers");
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    if constexpr (std::is_floating_point_v<T>) {
      std::ranges::copy(fixtures::values_from<T>(numbers), x.values<T>().begin());
    } else {
      std::ranges::transform(numbers, x.values<T>().begin(), [](const nlohmann::json& number) {
        return static_cast<T>(number.get<std::int64_t>());
      });
    }
  });
  return x;
}

TEST(Print, IsPyTorchsWithAnyOptionsAndHistory) {
  const nlohmann::json whole = fixtures::fixture("torch-print-options.json");
  std::size_t count = 0;
  for (const auto& expected : whole.at("cases")) {
    const Tensor x =
        printed_tensor(whole.at("tensors").at(expected.at("tensor").get<std::size_t>()));
    PrintedWith with{.device = "", .history = expected.at("history")};
    if (expected.contains("default_dtype")) with.default_dtype = DType::kFloat64;
    EXPECT_EQ(print(x, options_from(expected.at("options")), with),
              expected.at("text").get<std::string>())
        << expected.at("options");
    ++count;
  }
  EXPECT_GE(count, 480u) << "the fixture must not shrink unseen";
}

// In the order of torch/_tensor_str.py.
TEST(Print, TellsTheDeviceBeforeTheDtypeAndTheHistoryAfterIt) {
  const PrintedWith with{.device = "cuda:0", .history = "requires_grad=True"};
  EXPECT_EQ(print(Tensor::of<double>({2}, {1, 2}), {}, with),
            "tensor([1., 2.], device='cuda:0', dtype=torch.float64, requires_grad=True)");
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
