#include "tensor/shape.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace playground::tensor {
namespace {

using testing::StrEq;
using testing::ThrowsMessage;

TEST(Shape, CountsItsElements) {
  EXPECT_EQ(Shape().size(), 1u);
  EXPECT_EQ(Shape({0}).size(), 0u);
  EXPECT_EQ(Shape({2, 3, 4}).size(), 24u);
  EXPECT_EQ(Shape({4, 0, 3}).size(), 0u);
}

TEST(Shape, RejectsANegativeExtentInPyTorchsWords) {
  EXPECT_THAT([] { Shape({2, -1}); },
              ThrowsMessage<std::invalid_argument>(
                  StrEq("Trying to create tensor with negative dimension -1: [2, -1]")));
}

TEST(Shape, RejectsMoreElementsThanMemoryCanHold) {
  EXPECT_THROW(Shape({1'000'000'000, 1'000'000'000, 1'000'000'000}), std::length_error);
  EXPECT_THROW(Shape({INT64_MAX, INT64_MAX}), std::length_error);
}

TEST(Shape, AnExtentOfZeroEmptiesEvenTheLargest) {
  EXPECT_EQ(Shape({INT64_MAX, INT64_MAX, 0}).size(), 0u);
}

}  // namespace
}  // namespace playground::tensor
