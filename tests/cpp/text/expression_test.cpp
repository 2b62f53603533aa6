#include "text/expression.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <sstream>
#include <string>

#include "fixtures/bits.hpp"
#include "tensor/memory_limit.hpp"
#include "tensor/out_of_memory.hpp"
#include "text/parse_failure.hpp"
#include "text/print.hpp"

namespace playground::text {
namespace {

using random::Generator;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;

Generator torch_cpu(std::uint64_t seed) {
  Generator generator = random::TorchCpuEngine{};
  random::seed(generator, seed);
  return generator;
}

// The lines of PyTorch programs that make tensors, as the fixtures quote them, give its bits.
TEST(Expression, IsWhatPyTorchMakesOfTheSameText) {
  int lines = 0;
  for (const auto& program : fixtures::cases("torch-cpu-default.json")) {
    if (!program.at("id").get<std::string>().starts_with("makers/")) continue;
    SCOPED_TRACE(program.at("id").get<std::string>());
    Generator generator = random::TorchCpuEngine{};
    std::istringstream python(program.at("python").get<std::string>());
    for (std::string line; std::getline(python, line);) {
      SCOPED_TRACE(line);
      constexpr std::string_view kSeed = "torch.manual_seed(";
      if (line.starts_with(kSeed)) {
        random::seed(generator, std::stoull(line.substr(kSeed.size())));
        continue;
      }
      const auto equals = line.find(" = ");
      const Tensor x = parse(line.substr(equals + 3), {}, &generator);
      const auto& expected = program.at("outputs").at(line.substr(0, equals));
      fixtures::expect_tensor(x, expected);
      ++lines;
    }
  }
  EXPECT_GT(lines, 250) << "or the loop above shows little";
}

// PyTorch 1.13.1, AVX2, seed 0.
TEST(Expression, DrawsInPlaceBetweenBoundsAndOfADeviation) {
  Generator generator = torch_cpu(0);
  EXPECT_EQ(print(parse("torch.empty(3).uniform_(-1, 1)", {}, &generator)),
            "tensor([-0.0075,  0.5364, -0.8230])");
  EXPECT_EQ(print(parse("torch.empty(3).uniform_(to=5)", {}, &generator)),
            "tensor([0.6602, 1.5371, 3.1704])");
  generator = torch_cpu(0);
  EXPECT_EQ(print(parse("torch.empty(3).normal_(2, 0.5)", {}, &generator)),
            "tensor([2.7705, 1.8533, 0.9106])");
  EXPECT_ANY_THROW(parse("torch.ones(2).uniform_(1, 0)", {}, &generator));
}

TEST(Expression, ReadsTruthsThatBecomeNumbersAtOnce) {
  EXPECT_THAT(parse("torch.tensor([True, False]).float()").values<float>(), ElementsAre(1, 0));
  EXPECT_EQ(parse("torch.tensor([True]).double()").dtype(), DType::kFloat64);
}

TEST(Expression, SaysThatAnIndexIsNotRead) {
  expect_failure("torch.ones(2, 3)[0]", "an index is not read here; paste what it prints instead",
                 1, 17);
}

TEST(Expression, DrawsFromNumPysGenerators) {
  Generator legacy = random::NumpyEngine{};
  random::seed(legacy, 0);
  const Tensor x = parse("np.random.rand(2)", {}, &legacy);
  EXPECT_THAT(x.values<double>(), ElementsAre(0.5488135039273248, 0.7151893663724195));
  EXPECT_EQ(parse("np.random.rand()", {}, &legacy).shape(), Shape());
  EXPECT_EQ(parse("np.random.randn(2, 3)", {}, &legacy).shape(), Shape({2, 3}));

  Generator pcg64 = random::NumpyPcg64Engine{};
  random::seed_with_words(pcg64, std::array<std::uint32_t, 1>{0});
  EXPECT_THAT(parse("rng.random((1,))", {}, &pcg64).values<double>(),
              ElementsAre(0.6369616873214543));
}

TEST(Expression, DrawsOnlyFromTheGeneratorOfItsLibrary) {
  Generator torch = torch_cpu(0);
  Generator numpy = random::NumpyEngine{};
  Generator cuda = random::TorchCudaEngine{};
  expect_failure("torch.rand(2, 3)", "torch.rand draws from a generator, and none was given", 1, 1);
  expect_failure("np.random.rand(3)",
                 "np.random.rand draws from NumPy's generator; this one is torch-cpu", 1, 1,
                 &torch);
  expect_failure("1 +\ttorch.rand(3)",
                 "torch.rand draws from PyTorch's generator; this one is numpy", 1, 5, &numpy);
  expect_failure("rng.random(3)", "rng.random draws from NumPy's default_rng; this one is numpy", 1,
                 1, &numpy);
  expect_failure("torch.rand(3, device='cuda')",
                 "torch.rand with device='cuda' is not reproduced; without it the numbers are the "
                 "CPU's",
                 1, 1, &cuda);
  expect_failure("torch.randint(0, 9, (2,), dtype=torch.float32)",
                 "torch.randint draws int64 only; write .float() after it", 1, 1, &torch);
}

// torch.manual_seed seeds the generators of the CPU and of the GPU, and each draws its own.
TEST(Expression, IsDrawnOnTheCpuUnlessItSaysOtherwise) {
  for (const std::string_view text :
       {"torch.rand(2, 3)", "torch.randn(3)", "torch.randint(0, 9, (4,))", "torch.randperm(5)",
        "torch.rand(3, device='cpu') + torch.rand(3)"}) {
    Generator cuda = random::TorchCudaEngine{};
    random::seed(cuda, 42);
    Generator cpu = torch_cpu(42);
    EXPECT_TRUE(equal(parse(text, {}, &cuda), parse(text, {}, &cpu))) << text;
    EXPECT_TRUE(equal(parse(text, {}, &cuda), parse(text, {}, &cpu))) << "again: " << text;
    EXPECT_EQ(std::get<random::TorchCudaEngine>(cuda).generator.offset(), 0u);
  }
}

TEST(Expression, BorrowsNoNumbersForAnotherDevice) {
  Generator cpu = torch_cpu(42);
  Generator cuda = random::TorchCudaEngine{};
  const auto refuses = [](std::string_view text, Generator& generator) {
    try {
      parse(text, {}, &generator);
    } catch (const std::exception& error) {
      return std::string_view(error.what()).find("is not reproduced") != std::string_view::npos;
    }
    return false;
  };
  for (const std::string_view text :
       {"torch.rand(3, device='cuda')", "torch.randn(3, device=\"cuda:1\")",
        "torch.randint(9, (3,), device=torch.device('cuda'))", "torch.randperm(3, device='mps')"}) {
    EXPECT_TRUE(refuses(text, cpu)) << text;
    EXPECT_TRUE(refuses(text, cuda)) << text;
  }
  // A variable is where the program runs.
  EXPECT_TRUE(refuses("torch.rand(3, device=device)", cuda));
  EXPECT_FALSE(refuses("torch.rand(3, device=device)", cpu));
  EXPECT_FALSE(refuses("torch.rand(3, device='cpu')", cuda));
}

TEST(Expression, LeavesTheGeneratorAsItWasIfItIsRefused) {
  Generator generator = torch_cpu(5);
  const auto before = random::state(generator);
  expect_failure("torch.rand(2) + torch.rand(3)",
                 "The size of tensor a (2) must match the size of tensor b (3) at non-singleton "
                 "dimension 0",
                 1, 15, &generator);
  EXPECT_EQ(random::state(generator), before);
  parse("torch.rand(2)", {}, &generator);
  EXPECT_NE(random::state(generator), before);
}

TEST(Expression, IsDrawnAsItSaysAndThenConverted) {
  Generator a = torch_cpu(1);
  Generator b = torch_cpu(1);
  const Tensor x = parse("torch.rand(3)", DType::kFloat64, &a);
  EXPECT_TRUE(equal(x, to(parse("torch.rand(3)", {}, &b), DType::kFloat64)));
}

TEST(Expression, BindsAsInPython) {
  const auto value = [](std::string_view text) { return parse(text).values<float>()[0]; };
  EXPECT_EQ(value("1 + 2 * 3"), 7);
  EXPECT_EQ(value("(1 + 2) * 3"), 9);
  EXPECT_EQ(value("-2 ** 2"), -4);
  EXPECT_EQ(value("2 ** 3 ** 2"), 512);
  EXPECT_EQ(value("2 - 3 - 4"), -5);
  EXPECT_EQ(value("-(-3)"), 3);
  EXPECT_EQ(value("7 / 2"), 3.5);
  EXPECT_EQ(value("2 * [3.]"), 6);
  EXPECT_TRUE(std::signbit(value("-0.")));
}

TEST(Expression, RoundsAfterEachOperationInTheDtypeOfItsTensor) {
  EXPECT_EQ(parse("[1.] * 0.1 + 0.2").values<float>()[0], 0.1f + 0.2f);
  EXPECT_EQ(parse("torch.tensor([1.], dtype=torch.float64) * 0.1 + 0.2").values<double>()[0],
            0.1 + 0.2);
  // PyTorch multiplies by 1 / x, NumPy divides: 0.6000000238 and 0.5999999642 of float32.
  EXPECT_EQ(parse("3 / torch.tensor([5.])").values<float>()[0], 3 * (1 / 5.0f));
  EXPECT_EQ(parse("3 / np.array([5.])").values<double>()[0], 0.6);
  EXPECT_EQ(parse("torch.tensor([3.]) / 5").values<float>()[0], 3.0f / 5);
  EXPECT_EQ(parse("torch.tensor([1.]) - torch.full((1,), 0.5)").values<float>()[0], 0.5f);
  EXPECT_EQ(parse("np.ones(1) + torch.ones(1)").dtype(), DType::kFloat64);
  EXPECT_TRUE(std::signbit(parse("-torch.zeros(1)").values<float>()[0]));
}

TEST(Expression, RaisesToThePowersThatAreTheSameEverywhere) {
  EXPECT_THAT(parse("torch.tensor([2., 3.]) ** 2").values<float>(), ElementsAre(4, 9));
  EXPECT_THAT(parse("[4.] ** -0.5").values<float>(), ElementsAre(0.5f));
  expect_failure("[2.] ** 2.5",
                 "of powers only -2, -1, -0.5, 0, 0.5, 1, 2 and 3 are reproduced: others differ in "
                 "the last bit from one machine to the next",
                 1, 6);
  expect_failure("2 ** [2.]",
                 "the exponent of '**' must be one number: other powers are not reproduced", 1, 3);
  expect_failure("2.1 ** 3", "of powers of numbers only exact ones are reproduced", 1, 5);
  EXPECT_EQ(parse("2. ** 3").values<float>()[0], 8);
  EXPECT_EQ(parse("10 ** -2").values<float>()[0], 0.01f);
}

TEST(Expression, PromotesInt64AsEachLibraryDoes) {
  EXPECT_THAT(parse("torch.arange(3) * 2").values<std::int64_t>(), ElementsAre(0, 2, 4));
  EXPECT_THAT(parse("torch.arange(1, 5) ** 2").values<std::int64_t>(), ElementsAre(1, 4, 9, 16));
  EXPECT_THAT(parse("torch.arange(3) / 10").values<float>(), ElementsAre(0, 0.1f, 0.2f));
  EXPECT_THAT(parse("torch.tensor([1, 2, 3]) * 0.5").values<float>(), ElementsAre(0.5f, 1, 1.5f));
  EXPECT_EQ(parse("np.arange(3) * 0.5").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("np.array([1., 2.], dtype=np.float32) * 0.5").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("np.array([1., 2.], dtype=np.float32) + np.arange(2)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("jnp.arange(3) / 2").dtype(), DType::kFloat32);
  expect_failure("tf.range(3) / 2",
                 "an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a "
                 "point, or write dtype=tf.float32",
                 1, 13);
  expect_failure("1 / 0", "division by zero", 1, 3);
}

TEST(Expression, MakesWhatNumPyAndJaxMake) {
  EXPECT_THAT(parse("np.arange(0, 1, 0.25)").values<double>(), ElementsAre(0, 0.25, 0.5, 0.75));
  // numpy 1.24: np.arange(0, 0.5, 0.1)[3] and np.linspace(0, 1, 4)[1]
  EXPECT_EQ(parse("np.arange(0, 0.5, 0.1)").values<double>()[3], 0.30000000000000004);
  EXPECT_EQ(parse("np.linspace(0, 1, 4)").values<double>()[1], 0.3333333333333333);
  EXPECT_EQ(parse("np.linspace(0, 1)").shape(), Shape({50}));
  EXPECT_EQ(parse("jnp.ones((2, 3))").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("jnp.array([1., 2.])").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("jnp.arange(6.)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("jnp.zeros(2, jnp.float64)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("tf.ones([2, 3])").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("tf.constant([1, 2], tf.float32)").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("tf.tensor2d([1, 2, 3, 4], [2, 2])").shape(), Shape({2, 2}));
  EXPECT_EQ(parse("np.ones((2, 3), np.float32)").dtype(), DType::kFloat32);
}

TEST(Expression, HasPythonsListsInTheParenthesesOfACall) {
  EXPECT_THAT(parse("torch.tensor([1.] * 3)").values<float>(), ElementsAre(1, 1, 1));
  EXPECT_EQ(parse("torch.tensor([[1, 2]] * 2)").shape(), Shape({2, 2}));
  EXPECT_THAT(parse("torch.tensor([1.] + [2])").values<float>(), ElementsAre(1, 2));
  EXPECT_THAT(parse("[1.] * 3").values<float>(), ElementsAre(3)) << "a tensor, as ever";
  expect_failure("torch.tensor([1.] * 0.5)", "can't multiply sequence by non-int of type 'float'",
                 1, 19);
}

TEST(Expression, RepeatsListsWithinLists) {
  EXPECT_EQ(parse("torch.tensor([[1.] * 2] * 3)").shape(), Shape({3, 2}));
  EXPECT_EQ(parse("[[0.] * 3, [1.] * 3]").shape(), Shape({2, 3}));
  EXPECT_THAT(parse("torch.tensor([[1, 2] * 2, [3] * 4])").values<std::int64_t>(),
              ElementsAre(1, 2, 1, 2, 3, 3, 3, 3));
  EXPECT_THAT(parse("torch.tensor([[[1.]] * 2, [[2.], [3.]]])").values<float>(),
              ElementsAre(1, 1, 2, 3));
  EXPECT_EQ(parse("torch.tensor(((1.,) * 3,) * 2)").shape(), Shape({2, 3}));
  EXPECT_EQ(parse("torch.tensor([[[1.]] * 0])").shape(), Shape({1, 0}));
  EXPECT_EQ(parse("torch.tensor([[1.]] * 0)").shape(), Shape({0}));
  expect_failure("torch.tensor([[1.] * 2, [2.] * 3])",
                 "expected sequence of length 2 at dim 1 (got 3)", 1, 25);
  expect_failure("torch.tensor([[1.] * 2000000])", "a list of more than 1048576 elements", 1, 15);
}

TEST(Expression, MakesNoTensorLargerThanItsLimit) {
  const tensor::MemoryLimit limit(1000 * sizeof(float));
  EXPECT_EQ(parse("torch.ones(10, 100)").size(), 1000);
  for (const std::string_view text :
       {"torch.ones(1001)", "torch.ones(50, 1) + torch.ones(1, 50)", "torch.ones(501).repeat(2)",
        "torch.tensor([1.] * 1001)", "torch.stack([torch.ones(501), torch.ones(501)])"}) {
    EXPECT_THROW(parse(text), tensor::OutOfMemory) << text;
  }
  EXPECT_EQ(parse("torch.ones(2)").size(), 2) << "what is smaller is made as before";
}

TEST(Expression, HasTheConstantsOfPythonsModules) {
  EXPECT_THAT(parse("[float('inf'), -math.inf, 1/3, 2**3]").values<float>(),
              ElementsAre(INFINITY, -INFINITY, 1.0f / 3, 8));
  EXPECT_TRUE(std::isnan(parse("[np.nan]").values<float>()[0]));
  EXPECT_EQ(parse("torch.full((1,), float('-inf'))").values<float>()[0], -INFINITY);
  EXPECT_EQ(parse("2 * math.pi").values<float>()[0], 6.2831853f);
  EXPECT_EQ(parse("torch.ones(2*3)").shape(), Shape({6}));
  EXPECT_THAT(parse("[1 -2]").values<float>(), ElementsAre(1, -2)) << "two numbers of NumPy";
  EXPECT_THAT(parse("[1 - 2]").values<float>(), ElementsAre(-1));
  EXPECT_THAT(parse("[-2 ** 2]").values<float>(), ElementsAre(-4));
}

TEST(Expression, HasTheMethodsThatChangeShapeAndDtype) {
  const Tensor x = parse("torch.arange(12).reshape(3, 4).float()");
  EXPECT_EQ(x.shape(), Shape({3, 4}));
  EXPECT_EQ(x.dtype(), DType::kFloat32);
  EXPECT_EQ(parse("torch.ones(6).view(-1, 2)").shape(), Shape({3, 2}));
  EXPECT_EQ(parse("torch.ones(6).reshape((2, 3))").shape(), Shape({2, 3}));
  EXPECT_EQ(parse("torch.ones(1).reshape(())").shape(), Shape());
  EXPECT_EQ(parse("torch.ones(1).to(torch.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("np.arange(3).astype('float32')").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("(torch.ones(1) * 2.5).long()").values<std::int64_t>()[0], 2);
  expect_failure("torch.ones(6).reshape(2, 4)", "shape '[2, 4]' is invalid for input of size 6", 1,
                 14);
  EXPECT_EQ(parse("torch.ones(2, 3).cuda().to('cuda').to(device).clone().detach()").shape(),
            Shape({2, 3}));
  EXPECT_EQ(parse("torch.ones(2).to(dtype=torch.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("torch.ones(2).to('cuda', torch.float64)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("torch.ones(2).type(torch.DoubleTensor)").dtype(), DType::kFloat64);
  EXPECT_EQ(parse("torch.Tensor([[1, 2], [3, 4]])").dtype(), DType::kFloat32);
  EXPECT_EQ(parse("torch.ones(2, 3).unsqueeze(0).T").shape(), Shape({3, 2, 1}));
}

}  // namespace
}  // namespace playground::text
