// Every distribution and initialiser against PyTorch 1.13: the bits, and how many words it took.
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "fixtures/words.hpp"
#include "random/distributions/bernoulli.hpp"
#include "random/distributions/exponential.hpp"
#include "random/distributions/init.hpp"
#include "random/distributions/multinomial.hpp"
#include "random/distributions/normal.hpp"
#include "random/distributions/uniform.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"

namespace playground::random {
namespace {

using nlohmann::json;
using Floats = std::vector<float>;
using Doubles = std::vector<double>;
using Integers = std::vector<std::int64_t>;
using Drawn = std::variant<Floats, Doubles, Integers>;
using Draw = std::function<Drawn(TorchCpuGenerator&)>;

template <class List, class Fill>
Draw list_of(std::size_t size, Fill fill) {
  return [size, fill](TorchCpuGenerator& generator) {
    List x(size);
    fill(generator, std::span(x));
    return Drawn(x);
  };
}

template <class Fill>
Draw floats(std::size_t size, Fill fill) {
  return list_of<Floats>(size, fill);
}

Draw multinomial(Floats weights, std::size_t rows, std::size_t samples, bool replaces) {
  return list_of<Integers>(rows * samples, [=](TorchCpuGenerator& generator, auto x) {
    const std::span<const float> of = weights;
    if (replaces) {
      fill_multinomial_with_replacement(generator, of, rows, x);
    } else {
      fill_multinomial_without_replacement(generator, of, rows, x);
    }
  });
}

template <class T>
std::vector<T> linspace_to_one(std::size_t size) {
  // torch.linspace(0, 1, size): from both ends, so that it is symmetric.
  std::vector<T> x(size);
  const T step = T(1) / static_cast<T>(size - 1);
  for (std::size_t i = 0; i < size; ++i) {
    x[i] = i < size / 2 ? step * static_cast<T>(i) : 1 - step * static_cast<T>(size - 1 - i);
  }
  return x;
}

constexpr Fan kSixBySeven{7, 6};
const Floats kFour{0.1f, 0.2f, 0.3f, 0.4f};
const Floats kTwoRows{1, 2, 0, 4, 5, 1, 1, 1};

const std::map<std::string, Draw>& draws() {
  using G = TorchCpuGenerator;
  static const std::map<std::string, Draw> all{
      {"torch.empty(37).uniform_(-0.3, 0.7)",
       floats(37, [](G& g, auto x) { fill_uniform(g, -0.3, 0.7, x); })},
      {"torch.empty(37, dtype=torch.float64).uniform_(-0.3, 0.7)",
       list_of<Doubles>(37, [](G& g, auto x) { fill_uniform(g, -0.3, 0.7, x); })},
      {"torch.empty(5).normal_(0.1, 0.02)",
       floats(5, [](G& g, auto x) { fill_normal(g, 0.1, 0.02, x); })},
      {"torch.empty(37).normal_(0.1, 0.02)",
       floats(37, [](G& g, auto x) { fill_normal(g, 0.1, 0.02, x); })},
      {"torch.empty(5, dtype=torch.float64).normal_(0.1, 0.02)",
       list_of<Doubles>(5, [](G& g, auto x) { fill_normal(g, 0.1, 0.02, x); })},
      {"torch.empty(16).normal_(3., 2.)",
       floats(16, [](G& g, auto x) { fill_normal(g, 3, 2, x); })},
      {"torch.normal(2., 0.5, (21,))", floats(21, [](G& g, auto x) { fill_normal(g, 2, 0.5, x); })},
      {"torch.empty(40).bernoulli_(0.3)",
       floats(40, [](G& g, auto x) { fill_bernoulli(g, 0.3, x); })},
      {"torch.bernoulli(torch.linspace(0, 1, 40))",
       floats(40, [](G& g, auto x) { fill_bernoulli(g, linspace_to_one<float>(40), x); })},
      {"torch.bernoulli(torch.linspace(0, 1, 40, dtype=torch.float64))",
       list_of<Doubles>(40,
                        [](G& g, auto x) { fill_bernoulli(g, linspace_to_one<double>(40), x); })},
      {"torch.empty(37).exponential_()",
       floats(37, [](G& g, auto x) { fill_exponential(g, 1, x); })},
      {"torch.empty(37).exponential_(2.5)",
       floats(37, [](G& g, auto x) { fill_exponential(g, 2.5, x); })},
      {"torch.multinomial(torch.tensor([0.1, 0.2, 0.3, 0.4]), 3)", multinomial(kFour, 1, 3, false)},
      {"torch.multinomial(torch.tensor([[1., 2., 0., 4.], [5., 1., 1., 1.]]), 1)",
       multinomial(kTwoRows, 2, 1, false)},
      {"torch.multinomial(torch.tensor([[1., 2., 0., 4.], [5., 1., 1., 1.]]), 3)",
       multinomial(kTwoRows, 2, 3, false)},
      {"torch.multinomial(torch.tensor([0.1, 0.2, 0.3, 0.4]), 50, replacement=True)",
       multinomial(kFour, 1, 50, true)},
      {"torch.multinomial(torch.tensor([[1., 2., 0., 4.], [5., 1., 1., 1.]]), 20, "
       "replacement=True)",
       multinomial(kTwoRows, 2, 20, true)},
      {"torch.randint(-5, 100, (20,))",
       list_of<Integers>(20, [](G& g, auto x) { fill_randint(g, -5, 100, x); })},
      {"torch.randperm(23)", list_of<Integers>(23, [](G& g, auto x) { fill_randperm(g, x); })},
      {"nn.init.xavier_uniform_(torch.empty(6, 7), gain=nn.init.calculate_gain('relu'))",
       floats(42,
              [](G& g, auto x) {
                xavier_uniform(g, kSixBySeven, calculate_gain(Nonlinearity::kRelu), x);
              })},
      {"nn.init.xavier_normal_(torch.empty(6, 7))",
       floats(42, [](G& g, auto x) { xavier_normal(g, kSixBySeven, 1, x); })},
      {"nn.init.xavier_normal_(torch.empty(6, 7), gain=nn.init.calculate_gain('tanh'))",
       floats(42,
              [](G& g, auto x) {
                xavier_normal(g, kSixBySeven, calculate_gain(Nonlinearity::kTanh), x);
              })},
      {"nn.init.kaiming_uniform_(torch.empty(6, 7), nonlinearity='relu')",
       floats(42,
              [](G& g, auto x) {
                kaiming_uniform(g, kSixBySeven.in, calculate_gain(Nonlinearity::kRelu), x);
              })},
      {"nn.init.kaiming_uniform_(torch.empty(4, 3, 3, 3), mode='fan_out', nonlinearity='relu')",
       floats(108,
              [](G& g, auto x) {
                const Fan fan = fan_of(Integers{4, 3, 3, 3});
                kaiming_uniform(g, fan.out, calculate_gain(Nonlinearity::kRelu), x);
              })},
      {"nn.init.kaiming_normal_(torch.empty(6, 7), a=0.2)",
       floats(42,
              [](G& g, auto x) {
                kaiming_normal(g, 7, calculate_gain(Nonlinearity::kLeakyRelu, 0.2), x);
              })},
      {"nn.init.kaiming_normal_(torch.empty(2, 3))",
       floats(6,
              [](G& g, auto x) {
                kaiming_normal(g, 3, calculate_gain(Nonlinearity::kLeakyRelu, 0), x);
              })},
      {"torch.cat([p.ravel() for p in nn.Linear(13, 9).parameters()])",
       floats(13 * 9 + 9, [](G& g, auto x) { reset_linear(g, 13, x.first(13 * 9), x.last(9)); })},
      {"torch.cat([p.ravel() for p in nn.Conv2d(3, 4, 3).parameters()])",
       floats(108 + 4, [](G& g, auto x) { reset_linear(g, 27, x.first(108), x.last(4)); })},
  };
  return all;
}

TEST(Distributions, DrawPyTorchsBits) {
  int checked = 0;
  for (const json& expected : fixtures::cases("torch-distributions.json")) {
    const auto line = expected.at("python").get<std::string>();
    SCOPED_TRACE(line);
    ++checked;
    TorchCpuGenerator generator(42);
    const Drawn drawn = draws().at(line)(generator);
    std::visit([&](const auto& x) { fixtures::expect_bits(x, expected); }, drawn);
    EXPECT_EQ(fixtures::hex_of<float>(Floats{generator.uniform32()}).at(0), expected.at("next"))
        << "it took as many words";
  }
  EXPECT_EQ(checked, 28) << "the fixture must not shrink unseen";
}

TEST(Distributions, FanCountsTheKernel) {
  const Fan fan = fan_of(Integers{8, 4, 3, 5});
  EXPECT_EQ(fan.in, 60);
  EXPECT_EQ(fan.out, 120);
}

}  // namespace
}  // namespace playground::random
