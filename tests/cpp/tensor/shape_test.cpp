#include "tensor/shape.hpp"

#include <gmock/gmock.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "errors/fails.hpp"

namespace playground::tensor {
namespace {

using errors::Fails;
using errors::Kind;
using testing::StrEq;

TEST(Shape, CountsItsElements) {
  EXPECT_EQ(Shape().size(), 1u);
  EXPECT_EQ(Shape({0}).size(), 0u);
  EXPECT_EQ(Shape({2, 3, 4}).size(), 24u);
  EXPECT_EQ(Shape({4, 0, 3}).size(), 0u);
}

TEST(Shape, StaysWhatItIsBesideItsCopies) {
  Shape shape{2, 3};
  const Shape copy = shape;
  Shape other = std::move(shape);
  EXPECT_EQ(other, copy);
  EXPECT_EQ(other, Shape({2, 3}));
  EXPECT_NE(other, Shape({3, 2}));
  other = Shape();
  EXPECT_EQ(other.rank(), 0u);
  EXPECT_EQ(copy.extents(), (std::vector<std::int64_t>{2, 3}));
  other = copy;
  EXPECT_EQ(other.size(), 6u);
}

TEST(Shape, RejectsANegativeExtentInPyTorchsWords) {
  EXPECT_THAT(
      [] { Shape({2, -1}); },
      Fails(Kind::kValue, StrEq("Trying to create tensor with negative dimension -1: [2, -1]")));
}

TEST(Shape, RejectsMoreElementsThanMemoryCanHold) {
  EXPECT_THAT([&] { Shape({1'000'000'000, 1'000'000'000, 1'000'000'000}); }, Fails(Kind::kMemory));
  EXPECT_THAT([&] { Shape({INT64_MAX, INT64_MAX}); }, Fails(Kind::kMemory));
}

TEST(Shape, IsInferredAsPyTorchReshapes) {
  EXPECT_EQ(inferred_shape({-1, 3}, 6), Shape({2, 3}));
  EXPECT_EQ(inferred_shape({}, 1), Shape());
  EXPECT_EQ(inferred_shape({0, INT64_MAX, INT64_MAX}, 0), Shape({0, INT64_MAX, INT64_MAX}));
  const auto expect_refused = [](std::vector<std::int64_t> extents, std::size_t size,
                                 const char* reason) {
    EXPECT_THAT([&] { inferred_shape(extents, size); }, Fails(Kind::kValue, StrEq(reason)));
  };
  expect_refused({2, 4}, 6, "shape '[2, 4]' is invalid for input of size 6");
  expect_refused({-1, 4}, 6, "shape '[-1, 4]' is invalid for input of size 6");
  expect_refused({1LL << 32, 1LL << 32}, 0,
                 "shape '[4294967296, 4294967296]' is invalid for input of size 0");
  expect_refused({-1, -1}, 6, "only one dimension can be inferred");
  expect_refused({-2, 3}, 6, "invalid shape dimension -2");
  expect_refused({0, -1}, 0,
                 "cannot reshape tensor of 0 elements into shape [0, -1] because the unspecified "
                 "dimension size -1 can be any value and is ambiguous");
}

TEST(Shape, AnExtentOfZeroEmptiesEvenTheLargest) {
  EXPECT_EQ(Shape({INT64_MAX, INT64_MAX, 0}).size(), 0u);
}

}  // namespace
}  // namespace playground::tensor
