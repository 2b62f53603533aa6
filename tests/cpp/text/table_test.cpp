#include "text/table.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "text/parse_failure.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;

void expect_matrix(std::string_view text, float a, float b, float c, float d) {
  SCOPED_TRACE(text);
  const Tensor x = parse(text);
  EXPECT_EQ(x.shape(), Shape({2, 2}));
  EXPECT_EQ(x.dtype(), DType::kFloat32);
  EXPECT_THAT(x.values<float>(), ElementsAre(a, b, c, d));
}

TEST(Table, HasARowALine) {
  expect_matrix("1,2\n3,4\n", 1, 2, 3, 4);
  expect_matrix("1, 2\r\n\r\n3, -4\r\n", 1, 2, 3, -4);
  expect_matrix("1\t2\n3\t4", 1, 2, 3, 4);
  expect_matrix("1;2\n3;4", 1, 2, 3, 4);
  expect_matrix(" 1  2.5\n 3 1e2\n", 1, 2.5f, 3, 100);
  expect_matrix("\"1\",\"2\"\n\"3\", \" 4 \"", 1, 2, 3, 4);
}

TEST(Table, TakesACommaForThePointWhereItDoesNotSeparate) {
  expect_matrix("1,5;2\n3;-4,25", 1.5f, 2, 3, -4.25f);
  expect_matrix("1,5\t2\n3\t4", 1.5f, 2, 3, 4);
  expect_failure("1,5;2.5\n3;4", "expected a number, but found '1,5'; leave out a line of headings",
                 1, 1);
}

TEST(Table, OfOneRowOrColumnIsAVector) {
  EXPECT_EQ(parse("1, 2, 3").shape(), Shape({3}));
  EXPECT_EQ(parse("1 -2 3").shape(), Shape({3}));
  EXPECT_EQ(parse("1\n2\n3\n").shape(), Shape({3}));
}

TEST(Table, ReadsSpecialValues) {
  const Tensor x = parse("nan,inf\n-0.,\u22121");
  EXPECT_TRUE(std::isnan(x.values<float>()[0]));
  EXPECT_TRUE(std::signbit(x.values<float>()[2]));
  EXPECT_EQ(x.values<float>()[3], -1);
  EXPECT_THAT(parse("TRUE,FALSE").values<float>(), ElementsAre(1, 0));
}

TEST(Table, HasTheDtypeAskedFor) {
  EXPECT_THAT(parse("1,2", DType::kInt64).values<std::int64_t>(), ElementsAre(1, 2));
}

TEST(Table, IsRefusedWhereACellIsNoNumber) {
  expect_failure("height,width\n1,2",
                 "expected a number, but found 'height'; leave out a line of headings", 1, 1);
  expect_failure("1,2\n3, x", "expected a number, but found 'x'", 2, 4);
  expect_failure("\t1\t2", "this cell is empty; write nan for a number that is missing", 1, 1);
  expect_failure("\n \t1\t2\n3\t4", "this cell is empty; write nan for a number that is missing", 2,
                 1);
  expect_failure("1,2\n3,", "this cell is empty; write nan for a number that is missing", 2, 3);
  expect_failure("1,2\n3,\"4", "expected a number, but found '\"4'", 2, 3);
  expect_failure("1 2\n3 4x", "expected a number, but found '4x'", 2, 3);
}

TEST(Table, IsRefusedInPyTorchsWordsIfItIsRagged) {
  expect_failure("1,2\n3,4,5\n", "expected sequence of length 2 at dim 1 (got 3)", 2, 1);
  expect_failure("1 2\n\n3", "expected sequence of length 2 at dim 1 (got 1)", 3, 1);
}

}  // namespace
}  // namespace playground::text
