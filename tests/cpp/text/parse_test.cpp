#include "text/parse.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/bits.hpp"
#include "text/parse_failure.hpp"
#include "text/print.hpp"

namespace playground::text {
namespace {

using errors::Fails;
using errors::Kind;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;

TEST(Parse, ReadsNestedLists) {
  const Tensor x = parse("[[1, 2.5], [-3, 4e-1]]");
  EXPECT_EQ(x.shape(), Shape({2, 2}));
  EXPECT_THAT(x.values<float>(), ElementsAre(1, 2.5f, -3, 0.4f));
  EXPECT_EQ(parse(" [ 1 , 2 , ] ").shape(), Shape({2}));
  EXPECT_EQ(parse("[[], []]").shape(), Shape({2, 0}));
  EXPECT_EQ(parse("[[[1]], [[2]]]").shape(), Shape({2, 1, 1}));
}

TEST(Parse, SkipsTheSpacesOfPastedTexts) {
  EXPECT_THAT(parse("\ufeff[1,\u00a02,\r\n\t3]").values<float>(), ElementsAre(1, 2, 3));
}

TEST(Parse, ReadsTuplesAndJson) {
  EXPECT_EQ(parse("((1, 2), (3, 4))").shape(), Shape({2, 2}));
  EXPECT_EQ(parse("[(1,), (2,)]").shape(), Shape({2, 1}));
  EXPECT_EQ(parse("()").shape(), Shape({0}));
  EXPECT_THAT(parse("[true, false, True]").values<float>(), ElementsAre(1, 0, 1));
  expect_failure("[(1), (2)]", "a tuple of one is written with a comma, as in (1,)", 1, 2);
}

TEST(Parse, ReadsWhatNumPyPrints) {
  const Tensor x = parse("[[ 1.  -2. ]\n [ 3.5  nan]]");
  EXPECT_EQ(x.shape(), Shape({2, 2}));
  EXPECT_EQ(x.dtype(), DType::kFloat32);
  EXPECT_EQ(x.values<float>()[1], -2);
  EXPECT_EQ(parse("[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]").shape(), Shape({2, 2, 2}));
  EXPECT_EQ(parse("array([1., 2.])").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("array([1, 2])").dtype(), DType::kInt64);
  EXPECT_EQ(parse("array([[1., 2.],\n       [3., 4.]], dtype=float32)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("np.array([1, 2], dtype=np.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("Array([1., 2.], dtype=float32)").dtype(), DType::kFloat32) << "JAX";
  EXPECT_EQ(parse("array([], shape=(0, 3), dtype=float64)").shape(), Shape({0, 3}));
  expect_failure("[0. 1. 2. ... 7. 8. 9.]",
                 "this print is abbreviated: '...' stands for numbers that are not here", 1, 11);
  expect_failure("[[1 2]\n ...\n [3 4]]",
                 "this print is abbreviated: '...' stands for numbers that are not here", 2, 2);
}

TEST(Parse, ReadsListsOfPrintedScalars) {
  EXPECT_THAT(parse("[np.float64(1.5), np.float64(2.0)]").values<float>(), ElementsAre(1.5f, 2));
  EXPECT_THAT(parse("[tensor(1.), tensor(-2.)]").values<float>(), ElementsAre(1, -2));
  expect_failure("[np.float64(x)]", "expected a number, but found 'x'", 1, 13);
}

TEST(Parse, ReadsALineOfAProgram) {
  EXPECT_EQ(parse("x = torch.ones(2, 3)").shape(), Shape({2, 3}));
  EXPECT_EQ(parse("x = [1, 2]").shape(), Shape({2}));
}

TEST(Parse, ReadsTheWeightsOfALayer) {
  EXPECT_EQ(parse("Parameter containing:\ntensor([1., 2.], requires_grad=True)").size(), 2U);
}

TEST(Parse, ReadsAScalar) {
  EXPECT_EQ(parse("3.5").shape(), Shape());
  EXPECT_EQ(parse("tensor(-15.)").values<float>()[0], -15);
}

TEST(Parse, ReadsSpecialValues) {
  const auto values = parse("[nan, inf, -inf, -0., +Infinity, \u22123]");
  EXPECT_TRUE(std::isnan(values.values<float>()[0]));
  EXPECT_EQ(values.values<float>()[1], INFINITY);
  EXPECT_EQ(values.values<float>()[2], -INFINITY);
  EXPECT_TRUE(std::signbit(values.values<float>()[3]));
  EXPECT_EQ(values.values<float>()[4], INFINITY);
  EXPECT_EQ(values.values<float>()[5], -3);
}

TEST(Parse, FollowsTheDtypeInTheText) {
  EXPECT_EQ(parse("tensor([1., 2.], dtype=torch.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("torch.tensor([1, 2], dtype=torch.float32)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("torch.tensor([1], dtype=float)").dtype(), DType::kFloat64) << "Python's";
  EXPECT_EQ(parse("torch.tensor([1], dtype=torch.float)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("np.ones(2, dtype='float32')").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("[1, 2]").dtype(), DType::kFloat32);
}

TEST(Parse, KnowsNoBoolTensor) {
  for (const char* text : {"torch.tensor([True, False])", "torch.full((2,), True)"}) {
    expect_failure(text,
                   "True and False make a bool tensor, which dropout does not take; write "
                   "dtype=torch.float32",
                   1, 1);
  }
  EXPECT_EQ(parse("torch.tensor([True, 2])").dtype(), DType::kInt64);
}

TEST(Parse, InfersInt64WherePyTorchDoes) {
  EXPECT_EQ(parse("tensor([1, 2])").dtype(), DType::kInt64);
  EXPECT_EQ(parse("tensor([1, 2.])").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("tensor([])").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("torch.full((2,), 3)").dtype(), DType::kInt64);
  EXPECT_THAT(parse("tensor([-9223372036854775808, 9223372036854775807])").values<std::int64_t>(),
              ElementsAre(INT64_MIN, INT64_MAX));
}

TEST(Parse, IsOverruledByTheDtypeItIsAskedFor) {
  const Tensor x = parse("tensor([0.1], dtype=torch.float32)", DType::kFloat64);
  EXPECT_EQ(x.values<double>()[0], 0.1);
}

TEST(Parse, IgnoresWhatSaysWhereATensorLives) {
  const Tensor nested = parse(
      "torch.ones(2, device=torch.device('cuda', 0), generator=torch.Generator(device=('cpu')), "
      "dtype=torch.float64)");
  EXPECT_THAT(nested.values<double>(), ElementsAre(1, 1));
  const Tensor x = parse("tensor([2., 0.], device='cuda:0', grad_fn=<MulBackward0>)");
  EXPECT_THAT(x.values<float>(), ElementsAre(2, 0));
}

TEST(Parse, ReadsMakers) {
  EXPECT_EQ(parse("torch.ones(6, 6)").shape(), Shape({6, 6}));
  EXPECT_EQ(parse("torch.zeros((2, 3))").shape(), Shape({2, 3}));
  EXPECT_EQ(parse("ones([4], dtype=torch.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("torch.ones(2, 3, dtype=torch.float64)").shape(), Shape({2, 3}));
  EXPECT_THAT(parse("torch.full((2,), 0.5)").values<float>(), ElementsAre(0.5f, 0.5f));
  EXPECT_THAT(parse("torch.eye(2, 3)").values<float>(), ElementsAre(1, 0, 0, 0, 1, 0));
  EXPECT_THAT(parse("torch.arange(4)").values<std::int64_t>(), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(parse("torch.arange(1, 8, step=3)").values<std::int64_t>(), ElementsAre(1, 4, 7));
  EXPECT_THAT(parse("torch.arange(2, end=4)").values<std::int64_t>(), ElementsAre(2, 3));
  EXPECT_THAT(parse("torch.arange(end=2)").values<std::int64_t>(), ElementsAre(0, 1));
  EXPECT_THAT(parse("torch.arange(start=1, end=2, step=1)").size(), 1);
  EXPECT_THAT(parse("torch.linspace(0, 1, steps=3)").values<float>(), ElementsAre(0, 0.5f, 1));
  EXPECT_THAT(parse("torch.full((1,), 9007199254740993)").values<std::int64_t>(),
              ElementsAre(9007199254740993));
  EXPECT_EQ(parse("np.zeros((2, 3))").dtype(), DType::kFloat64);
  EXPECT_THAT(parse("np.full(2, 7)").values<std::int64_t>(), ElementsAre(7, 7));
}

TEST(Parse, SaysWhichArgumentIsWrong) {
  expect_failure("torch.full((2, 3))", "the argument 'fill_value' is missing", 1, 18);
  expect_failure("torch.full(2, 3)", "the argument 'size' is missing", 1, 16);
  expect_failure("torch.ones(2.5)", "a size must be a whole number", 1, 12);
  expect_failure("torch.linspace(0, 1, 2.5)", "the argument 'steps' must be a whole number", 1, 22);
  expect_failure("torch.eye(2, 3, 4)", "unexpected argument", 1, 17);
  expect_failure("torch.ones(2, out=3)", "unexpected argument 'out'", 1, 15);
  expect_failure("torch.arange(0, 1, 0)", "step must be nonzero", 1, 1);
  expect_failure("torch.arange(0, 1e300, 1e299, dtype=torch.int64)",
                 "value cannot be converted to type int64_t without overflow", 1, 1);
  expect_failure("jnp.arange(0, 1, 0.1)",
                 "jnp.arange is reproduced for whole numbers only; write torch.arange", 1, 1);
}

TEST(Parse, SaysWhatItExpectedAndWhere) {
  expect_failure("", "expected a tensor, such as [1, 2, 3], but the text ends", 1, 1);
  expect_failure("[1, 2", "expected ',' or ']', but the text ends", 1, 6);
  expect_failure("[1, x]", "expected a number, but found 'x'", 1, 5);
  expect_failure("[1, 2 3]", "expected ',' or ']', but found '3'", 1, 7);
  expect_failure("[1-2]", "expected ',' or ']', but found '-'", 1, 3);
  expect_failure("[0x10]", "expected ',' or ']', but found 'x10'", 1, 3);
  expect_failure("[1, null]", "null is no number; write nan for one that is missing", 1, 5);
  expect_failure("tensor([1.) ", "expected ',' or ']', but found ')'", 1, 11);
  expect_failure("[1,, 2]", "expected a number or '[', but found ','", 1, 4);
  expect_failure("hello", "expected a number, but found 'hello'", 1, 1);
  expect_failure("torch.ones", "expected '(', but the text ends", 1, 11);
  expect_failure("[1]\n[2]", "this is a second tensor; paste one of them", 2, 1);
  expect_failure(std::string_view("[\0]", 3), "expected a number or '[', but found 'character 0'",
                 1, 2);
  expect_failure("[é]", "expected a number or '[', but found 'é'", 1, 2);
  expect_failure("tensor([1.], dtype=torch.foo)",
                 "expected torch.float32, torch.float64 or torch.int64", 1, 20);
  expect_failure("tensor([1.5], dtype=torch.int64)", "not every number is an int64", 1, 8);
  expect_failure("torch.ones(-1)", "Trying to create tensor with negative dimension -1: [-1]", 1,
                 12);
  expect_failure("tensor([1., ..., 2.])",
                 "this print is abbreviated: '...' stands for numbers that are not here", 1, 13);
}

TEST(Parse, RefusesRaggedListsInPyTorchsWords) {
  expect_failure("[[1, 2],\n [3]]", "expected sequence of length 2 at dim 1 (got 1)", 2, 2);
  expect_failure("[[1], 2]", "expected a list of 1, like the ones before, but found '2'", 1, 7);
  expect_failure("[1, [2]]", "expected a number, like the ones before, but found a list", 1, 5);
}

TEST(Parse, RefusesDepthWithoutEnd) {
  expect_failure(std::string(100'000, '['), "more than 64 dimensions", 1, 65);
  expect_failure(std::string(100'000, '('), "more than 64 parentheses or powers", 1, 65);
}

TEST(Parse, RefusesWorkWithoutEnd) {
  std::string sum = "torch.ones(2)";
  for (int i = 0; i < 200; ++i) sum += "+1";
  std::string call = "torch.ones(";
  for (int i = 0; i < 200; ++i) call += "1,";
  expect_failure(call, "too many arguments", 1, 172);
  expect_failure(sum, "more than 100 calls and operators", 1, 212);
}

TEST(Parse, RefusesATensorTooLargeForMemory) {
  EXPECT_THAT([&] { parse("torch.ones(1000000000, 1000000000, 1000000000)"); },
              Fails(Kind::kMemory));
}

// What print writes, parse reads, and print writes again: for every fixture that is not
// abbreviated.
TEST(Parse, ReadsBackEveryPrint) {
  int cases = 0;
  for (const auto& expected : fixtures::cases("torch-print.json")) {
    const std::string text = expected.at("text");
    if (text.find("...") != std::string::npos) continue;
    SCOPED_TRACE(text);
    ++cases;
    const Tensor x = parse(text);
    EXPECT_EQ(x.shape().extents(), expected.at("shape").get<std::vector<std::int64_t>>());
    EXPECT_EQ(name(x.dtype()), expected.at("dtype").get<std::string>());
    EXPECT_EQ(print(x), text);
  }
  EXPECT_GT(cases, 150) << "or the loop above shows little";
}

}  // namespace
}  // namespace playground::text
