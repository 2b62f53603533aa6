// What real frameworks printed elsewhere in public: figures of public-outputs.json.
#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "ops/drawn.hpp"
#include "tensor/statistics.hpp"

namespace playground::dropout {
namespace {

using fixtures::list;
using fixtures::seeded;
using nlohmann::json;
using tensor::Shape;
using tensor::Tensor;

const json& public_output(const std::string& id) {
  static const json cases = fixtures::cases("public-outputs.json");
  for (const json& output : cases) {
    if (output.at("id") == id) return output;
  }
  throw std::runtime_error("no such public output: " + id);
}

// The figures printed, in row-major order.
std::vector<double> printed(const std::string& id) {
  std::vector<double> figures;
  const std::function<void(const json&)> visit = [&](const json& node) {
    if (!node.is_array()) return figures.push_back(node);
    for (const json& child : node) visit(child);
  };
  visit(public_output(id).at("printed"));
  return figures;
}

// Half a unit of the last decimal printed, and the rounding of `got` itself.
void expect_printed(const std::vector<float>& got, const std::string& id) {
  const auto expected = printed(id);
  const double bound = 0.50001 * std::pow(10, -public_output(id).at("decimals").get<double>());
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], bound) << i;
}

std::vector<float> dropped(const std::shared_ptr<Generator>& generator, double p, Tensor x) {
  Dropout drop(LayerKind::kDropout, p, false, generator);
  return list<float>(*drop.forward(x));
}

float sum_of(const std::vector<float>& values) {
  return static_cast<float>(
      tensor::sum(Tensor::of<float>({static_cast<std::int64_t>(values.size())}, values)));
}

TEST(PublicOutputs, AreEachTestedHereOrWhereTheirWordsAre) {
  const std::set<std::string> here{"llms-57-macos",
                                   "llms-57-linux",
                                   "pytorch-121595-macos",
                                   "two-calls-linux-first",
                                   "two-calls-linux-second",
                                   "pytorch-121595-comment",
                                   "pytorch-84030-default",
                                   "pytorch-84030-mkl",
                                   "pytorch-94388-rand",
                                   "pytorch-80202-7",
                                   "pytorch-84288",
                                   "xpu-ops-2926",
                                   "jax-bernoulli-original",
                                   "jax-docs-uniform",
                                   "flax-linen-docstring",
                                   "flax-nnx-docstring-0.12",
                                   "deeplearning.ai-regularization"};
  // The last was printed by a kernel that no engine stands for: an element a thread.
  const std::set<std::string> words{"philox4x32-10-kat-0",
                                    "philox4x32-10-kat-1",
                                    "threefry2x32-20-kat-0",
                                    "threefry2x32-20-kat-1",
                                    "jax-bits-1701-original",
                                    "jax-split-0-original",
                                    "jax-key-0",
                                    "jax-key-1",
                                    "jax-key-2",
                                    "jax-key-3",
                                    "pytorch-25690-P100"};
  std::set<std::string> known = here;
  known.insert(words.begin(), words.end());
  std::set<std::string> published;
  for (const json& output : fixtures::cases("public-outputs.json")) {
    published.insert(output.at("id").get<std::string>());
  }
  EXPECT_EQ(published, known);
}

// https://github.com/rasbt/LLMs-from-scratch/issues/57
// torch.manual_seed(123); torch.nn.Dropout(0.5)(torch.ones(6, 6))
TEST(PublicOutputs, SixBySixDiffersBetweenMacAndLinuxWithMkl) {
  expect_printed(dropped(seeded(random::TorchCpuEngine{}, 123), 0.5, tensor::full({6, 6}, 1)),
                 "llms-57-macos");
  expect_printed(dropped(seeded(random::TorchCpuMklEngine{}, 123), 0.5, tensor::full({6, 6}, 1)),
                 "llms-57-linux");
}

// Learners' notes on that book: a second dropout, of the lower triangle, on the same generator.
TEST(PublicOutputs, ASecondCallWithMklDrawsAWordAnew) {
  const auto generator = seeded(random::TorchCpuMklEngine{}, 123);
  expect_printed(dropped(generator, 0.5, tensor::full({6, 6}, 1)), "two-calls-linux-first");
  const auto second = dropped(generator, 0.5, tensor::full({6, 6}, 1));
  const auto expected = printed("two-calls-linux-second");
  for (std::size_t i = 0; i < second.size(); ++i) {
    if (i % 6 > i / 6) continue;
    EXPECT_EQ(second[i] != 0, expected[i] != 0) << i;
  }
}

// https://github.com/pytorch/pytorch/issues/121595
TEST(PublicOutputs, AttentionWeightsAreThoseOfAMac) {
  const std::vector<float> weights{
      1,       0,       0,       0,       0,       0,       0.5517f, 0.4483f, 0,
      0,       0,       0,       0.38f,   0.3097f, 0.3103f, 0,       0,       0,
      0.2758f, 0.246f,  0.2462f, 0.2319f, 0,       0,       0.2175f, 0.1983f, 0.1984f,
      0.1888f, 0.1971f, 0,       0.1935f, 0.1663f, 0.1666f, 0.1542f, 0.1666f, 0.1529f};
  expect_printed(
      dropped(seeded(random::TorchCpuEngine{}, 123), 0.5, Tensor::of<float>({6, 6}, weights)),
      "pytorch-121595-macos");
}

// The same issue: torch.manual_seed(123); t = torch.randn(5,5); print(torch.nn.Dropout(0.5)(t))
TEST(PublicOutputs, DropoutOfNormalsIsThatOfABuildFromSource) {
  const auto generator = seeded(random::TorchCpuEngine{}, 123);
  Tensor t = ops::randn(*generator, {5, 5});
  expect_printed(dropped(generator, 0.5, std::move(t)), "pytorch-121595-comment");
}

// https://github.com/pytorch/pytorch/issues/84030
// torch.manual_seed(123); t = torch.rand(10); t.sum(); torch.dropout(t, p=0.5, train=True).sum()
TEST(PublicOutputs, SumsDifferBetweenTwoMacBooks) {
  const auto sums = [](auto engine) {
    const auto generator = seeded(engine, 123);
    Tensor t = ops::rand(*generator, {10});
    const float before = sum_of(list<float>(t));
    return std::vector<float>{before, sum_of(dropped(generator, 0.5, std::move(t)))};
  };
  expect_printed(sums(random::TorchCpuEngine{}), "pytorch-84030-default");
  expect_printed(sums(random::TorchCpuMklEngine{}), "pytorch-84030-mkl");
}

// https://github.com/pytorch/pytorch/issues/94388
// torch.manual_seed(314159); torch.rand(15) < 0.75
TEST(PublicOutputs, UniformsBelowAThreshold) {
  const auto x = ops::rand(*seeded(random::TorchCpuEngine{}, 314159), {15});
  std::vector<float> below;
  for (const float value : x.values<float>()) below.push_back(value < 0.75f);
  expect_printed(below, "pytorch-94388-rand");
}

// https://github.com/pytorch/pytorch/issues/80202
// torch.manual_seed(0); randn(1,7)[:,0]; randn(1,7)[:,0]; torch.manual_seed(0); randn(2,7)[:,0]
TEST(PublicOutputs, NormalsByRowsAreThoseOfOneCall) {
  const auto generator = seeded(random::TorchCpuEngine{}, 0);
  std::vector<float> firsts;
  for (int row = 0; row < 2; ++row) {
    firsts.push_back(ops::randn(*generator, {1, 7}).values<float>()[0]);
  }
  random::seed(*generator, 0);
  const Tensor both = ops::randn(*generator, {2, 7});
  firsts.insert(firsts.end(), {both.values<float>()[0], both.values<float>()[7]});
  expect_printed(firsts, "pytorch-80202-7");
}

// https://github.com/pytorch/pytorch/issues/84288: torch.manual_seed(999); torch.randn(3)
TEST(PublicOutputs, ThreeNormals) {
  expect_printed(list<float>(ops::randn(*seeded(random::TorchCpuEngine{}, 999), {3})),
                 "pytorch-84288");
}

// https://github.com/intel/torch-xpu-ops/issues/2926: torch.cuda.manual_seed_all(1);
// (nn.Dropout(p=0.1)(torch.ones(512*4*1024).to('cuda')) == 0).nonzero(), its first and last three
TEST(PublicOutputs, DroppedIndicesAreThoseOfAnRtx4080Super) {
  random::TorchCudaEngine engine;
  engine.gpu = *random::cuda_gpu_named("RTX 4080 SUPER");
  const auto y = dropped(seeded(engine, 1), 0.1, tensor::full({512 * 4 * 1024}, 1));
  std::vector<float> indices;
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (y[i] == 0) indices.push_back(static_cast<float>(i));
  }
  ASSERT_GT(indices.size(), 6u);
  indices.erase(indices.begin() + 3, indices.end() - 3);
  expect_printed(indices, "xpu-ops-2926");
}

// https://github.com/jax-ml/jax/blob/main/tests/random_test.py, jax_threefry_partitionable=False
// random.bernoulli(random.key(1612777541), p=0.5, shape=(5,))
TEST(PublicOutputs, BernoulliOfJaxsOriginalLayout) {
  random::JaxEngine engine;
  engine.layout = random::JaxLayout::kOriginal;
  auto mask = dropped(seeded(engine, 1612777541), 0.5, tensor::full({5}, 0.5));
  expect_printed(mask, "jax-bernoulli-original");
}

// https://docs.jax.dev/en/latest/jax.random.html: random.uniform(random.key(0))
TEST(PublicOutputs, UniformOfJaxsDocumentation) {
  expect_printed(list<float>(ops::rand(*seeded(random::JaxEngine{}, 0), {})), "jax-docs-uniform");
}

// https://github.com/google/flax/blob/main/flax/linen/stochastic.py, docstring: Dense(4), then
// nn.Dropout(0.5), rngs={'dropout': jax.random.key(1)}. The input is what eval printed.
TEST(PublicOutputs, DocstringOfLinen) {
  random::FlaxLinenEngine engine;
  engine.path = {"Dropout_0"};
  expect_printed(dropped(seeded(engine, 1), 0.5,
                         Tensor::of<float>({1, 4}, {-0.1787552684545517f, 1.6255446672439575f,
                                                    -1.243106484413147f, -0.025540050119161606f})),
                 "flax-linen-docstring");
}

// https://flax.readthedocs.io/en/latest/api_reference/flax.nnx/nn/stochastic.html, docstring:
// nnx.Linear(3, 4), then nnx.Dropout(0.5), both of nnx.Rngs(0). The input is what eval printed.
TEST(PublicOutputs, DocstringOfNnx) {
  const auto generator = seeded(random::FlaxNnxEngine{}, 0);
  auto& stream = std::get<random::FlaxNnxEngine>(*generator).stream;
  stream();  // the kernel of the Linear
  stream();  // and its bias
  expect_printed(dropped(generator, 0.5,
                         Tensor::of<float>({1, 4}, {1.0533503293991089f, -1.2679932117462158f,
                                                    -0.7960094809532166f, -1.261941909790039f})),
                 "flax-nnx-docstring-0.12");
}

// A [rows, inner] times B [inner, columns], plus b [rows, 1].
Tensor affine(const Tensor& a, const Tensor& b, const Tensor& bias) {
  const auto rows = static_cast<std::size_t>(a.shape()[0]);
  const auto inner = static_cast<std::size_t>(a.shape()[1]);
  const auto columns = static_cast<std::size_t>(b.shape()[1]);
  Tensor y({a.shape()[0], b.shape()[1]}, tensor::DType::kFloat64);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      double total = bias.values<double>()[i];
      for (std::size_t k = 0; k < inner; ++k) {
        total += a.values<double>()[i * inner + k] * b.values<double>()[k * columns + j];
      }
      y.values<double>()[i * columns + j] = total;
    }
  }
  return y;
}

// forward_propagation_with_dropout of deeplearning.ai's assignment "Regularization", keep_prob 0.7:
// np.random.seed(1); X, W1, b1, W2, b2, W3, b3 by randn; np.random.seed(1); two layers of ReLU and
// dropout, then a sigmoid.
TEST(PublicOutputs, AssignmentOfDeeplearningAi) {
  const auto generator = seeded(random::NumpyEngine{}, 1);
  const auto randn = [&](std::int64_t rows, std::int64_t columns) {
    return ops::randn(*generator, {rows, columns}, tensor::DType::kFloat64);
  };
  Tensor a = randn(3, 5);
  std::vector<Tensor> weights;
  std::vector<Tensor> biases;
  for (const auto& [rows, columns] : {std::pair{2, 3}, std::pair{3, 2}, std::pair{1, 3}}) {
    weights.push_back(randn(rows, columns));
    biases.push_back(randn(rows, 1));
  }
  random::seed(*generator, 1);
  Dropout drop(LayerKind::kDropout, 1 - 0.7, false, generator);
  for (std::size_t layer = 0; layer < 2; ++layer) {
    a = affine(weights[layer], a, biases[layer]);
    for (double& value : a.values<double>()) value = std::max(value, 0.0);
    a = *drop.forward(a);
  }
  a = affine(weights[2], a, biases[2]);
  std::vector<float> probabilities;
  for (const double value : a.values<double>()) {
    probabilities.push_back(static_cast<float>(1 / (1 + std::exp(-value))));
  }
  const auto expected = printed("deeplearning.ai-regularization");
  ASSERT_EQ(probabilities.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(probabilities[i], expected[i], 5e-8) << i;
  }
}

}  // namespace
}  // namespace playground::dropout
