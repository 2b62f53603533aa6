#include "dropout/draw.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "dropout/engine_rules.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "ops/drawn.hpp"

namespace playground::dropout {
namespace {

using fixtures::of_every_engine;
using fixtures::seeded;
using nlohmann::json;
using random::Generator;

DrawRequest floats(std::size_t size, double p) { return {size, DropProbability(p), 4}; }

std::vector<std::uint8_t> decide(Generator& generator, const DrawRequest& request) {
  Draw draw(generator, request);
  std::vector<std::uint8_t> keep(request.size);
  draw.decide(keep);
  draw.end(generator);
  return keep;
}

std::vector<Decision> explain(Generator& generator, const DrawRequest& request) {
  Draw draw(generator, request);
  std::vector<Decision> decisions(request.size);
  draw.explain(decisions);
  draw.end(generator);
  return decisions;
}

// tf.dropout adds before it compares.
bool adds(const Generator& generator) {
  return std::holds_alternative<random::TfjsEngine>(generator);
}

// A byte of `fast` decides four elements, by a table.
bool compares(const Generator& generator) {
  return !std::holds_alternative<random::FastEngine>(generator);
}

// PyTorch's own words for it: keep iff uniform64() < 1 - p.
TEST(TorchCpuDraw, DecidesAsTheUniformsDo) {
  for (const double p : {1e-300, 0x1p-54, 0x1p-53, 0.1, 0.3, 0.5, 0.7, 0.9999999, 1 - 0x1p-53}) {
    const auto generator = seeded(random::TorchCpuEngine{}, 11);
    random::TorchCpuGenerator oracle(11);
    for (const std::uint8_t kept : decide(*generator, floats(3001, p))) {
      ASSERT_EQ(kept != 0, oracle.uniform64() < 1 - p) << p;
    }
  }
}

TEST(TorchCpuDraw, ComparesAllOf53Bits) {
  // Keep probabilities next to each of the first draws decide that draw by its last bit. 1 - p is
  // exact: all are multiples of 2^-53.
  random::TorchCpuGenerator uniforms(5);
  for (int i = 0; i < 100; ++i) {
    Generator at_draw(random::TorchCpuEngine{uniforms});
    Generator above_draw = at_draw;
    const double u = uniforms.uniform64();
    EXPECT_EQ(decide(at_draw, floats(1, 1 - u))[0], 0);
    EXPECT_EQ(decide(above_draw, floats(1, 1 - (u + 0x1p-53)))[0], 1);
  }
}

// Computed by tests/node/fast-oracle.mjs. This file runs natively at every SIMD width and as wasm,
// so that none of them draws anything else.
TEST(FastDraw, DecidesAsTheDefinitionDoes) {
  struct Answer {
    double p;
    std::uint64_t hash;  // FNV-1a of 100,000 decisions, a byte each
  };
  for (const auto& [p, hash] : {Answer{0.3, 0xc6db35d644cf7bd5}, Answer{0.1, 0xfe2a815302ebc5ca},
                                Answer{1.0 / 3, 0xf680b2a70cd4c2f1}}) {
    const auto generator = seeded(random::FastEngine{}, 42);
    std::uint64_t found = 0xcbf29ce484222325;
    for (const std::uint8_t kept : decide(*generator, floats(100'000, p))) {
      found = (found ^ kept) * 0x100000001b3;
    }
    EXPECT_EQ(found, hash) << p;
  }
}

// floor(u + keep) in float32: a sum of 1 - 2^-25 is rounded to 1, and so kept, though u is below
// 1 - keep.
TEST(TfjsDraw, RoundsTheSumBeforeItDecides) {
  int checked = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto generator = seeded(random::TfjsEngine{}, seed);
    const double u = explain(*generator, floats(1, 0.5))[0].uniform;
    const bool is_odd = std::fmod(u * 0x1p25, 2) == 1;
    if (u < 0.25 || u > 0.5 || !is_odd) continue;
    EXPECT_EQ(decide(*generator, floats(1, u + 0x1p-25))[0], 1) << "the sum is 1 - 2^-25";
    EXPECT_EQ(decide(*generator, floats(1, u + 0x3p-25))[0], 0) << "the sum is 1 - 2^-24 or less";
    ++checked;
  }
  EXPECT_GT(checked, 5);
}

TEST(Draw, IsTheSameHoweverItIsSplit) {
  constexpr std::size_t kSize = 2000;
  for (const auto& generator : of_every_engine(1)) {
    const Generator before = *generator;
    const auto expected = decide(*generator, floats(kSize, 0.4));
    for (const std::size_t piece : {1, 3, 255, 256, 257, 1999}) {
      Generator again = before;
      Draw draw(again, floats(kSize, 0.4));
      std::vector<std::uint8_t> keep(kSize);
      for (std::size_t first = 0; first < kSize; first += piece) {
        draw.decide(std::span(keep).subspan(first, std::min(piece, kSize - first)));
      }
      draw.end(again);
      EXPECT_EQ(keep, expected) << name(before) << ", pieces of " << piece;
      EXPECT_EQ(random::state(again), random::state(*generator)) << name(before);
    }
  }
}

// 1e6 draws of each engine with a fixed seed; five standard deviations: with another seed, each
// comparison would be a false alarm once in 1.7 million.
TEST(Draw, KeepsTheShareItIsAskedFor) {
  constexpr double kSize = 1e6;
  for (const double p : {0.2, 0.7}) {
    for (const auto& generator : of_every_engine(2718)) {
      const auto keep = decide(*generator, floats(static_cast<std::size_t>(kSize), p));
      const double kept = std::accumulate(keep.begin(), keep.end(), 0.0);
      EXPECT_NEAR(kept, kSize * (1 - p), 5 * std::sqrt(kSize * p * (1 - p))) << name(*generator);
    }
  }
}

// Each apply() against next(), which is the framework's own line: at sizes around every block and
// grid there is, and through what has been drawn before.
TEST(Draw, DecidesManyAtOnceAsOneByOne) {
  for (const std::size_t size : {1, 3, 4, 5, 18, 255, 312, 623, 1028, 4098, 20011, 70000}) {
    for (const std::uint32_t element_bytes : {4u, 8u}) {
      for (const auto& generator : of_every_engine(31)) {
        // An odd number of words: from here on a pair of words straddles the twister's blocks.
        if (auto* torch = std::get_if<random::TorchCpuEngine>(&*generator)) {
          torch->generator.random();
        }
        Generator same = *generator;
        const DrawRequest request{size, DropProbability(0.3), element_bytes};
        const auto keep = decide(*generator, request);
        const auto decisions = explain(same, request);
        for (std::size_t i = 0; i < size; ++i) {
          ASSERT_EQ(keep[i] != 0, decisions[i].kept)
              << name(same) << ", element " << i << " of " << size;
        }
        ASSERT_EQ(random::state(*generator), random::state(same)) << name(same);
      }
    }
  }
}

// What the frameworks do with one element, in plain C++: no SIMD, whose widths this file must not
// depend on.
float applied(Arithmetic arithmetic, float x, std::uint8_t keep, DropProbability p) {
  const auto keep_probability = static_cast<float>(p.keep_probability());
  switch (arithmetic) {
    case Arithmetic::kProduct:
      return x * (static_cast<float>(keep) * p.survivor_scale<float>());
    case Arithmetic::kSelectedQuotient:
      return keep != 0 ? x / keep_probability : 0.0f;
    case Arithmetic::kQuotientOfProduct:
      return x * static_cast<float>(keep) / keep_probability;
  }
  throw std::logic_error("no such arithmetic");
}

void expect_applied_as_decided(std::size_t size) {
  std::vector<float> x(size);
  for (std::size_t i = 0; i < size; ++i) {
    x[i] = static_cast<float>(i % 997) - 498.25f;
  }
  x[5] = std::numeric_limits<float>::infinity();
  x[6] = -0.0f;
  for (const double p : {1e-9, 0.1, 0.25, 0.3, 0.5, 0.75, 0.999, 1 - 0x1p-40}) {
    const DropProbability probability(p);
    for (const auto& generator : of_every_engine(77)) {
      Generator same = *generator;
      Draw draw(same, floats(size, p));
      const auto keep = decide(*generator, floats(size, p));
      std::vector<float> expected(size);
      for (std::size_t i = 0; i < size; ++i) {
        expected[i] = applied(arithmetic(*generator), x[i], keep[i], probability);
      }
      for (const std::size_t piece : {std::size_t{1000}, std::size_t{4096}, size}) {
        Draw again = draw;
        std::vector<float> y = x;  // in place
        for (std::size_t first = 0; first < size; first += piece) {
          const auto part = std::span(y).subspan(first, std::min(piece, size - first));
          again.apply(part, probability, part);
        }
        for (std::size_t i = 0; i < size; ++i) {
          ASSERT_TRUE(std::bit_cast<std::uint32_t>(y[i]) ==
                          std::bit_cast<std::uint32_t>(expected[i]) ||
                      (std::isnan(y[i]) && std::isnan(expected[i])))
              << name(same) << ", p " << p << ", element " << i << ", pieces of " << piece;
        }
      }
    }
  }
}

TEST(Draw, AppliesInOnePassWhatItDecides) {
  expect_applied_as_decided(40007);
  expect_applied_as_decided(10032);
}

TEST(Draw, ExplainsWhatItDecides) {
  for (const double p : {0x1p-20, 0.1, 0.3, 0.5, 0.9, 0.9999}) {
    for (const auto& generator : of_every_engine(9)) {
      Generator same = *generator;
      const auto keep = decide(*generator, floats(3003, p));
      const auto decisions = explain(same, floats(3003, p));
      for (std::size_t i = 0; i < keep.size(); ++i) {
        ASSERT_EQ(decisions[i].kept, keep[i] != 0) << name(*generator) << ", element " << i;
      }
      EXPECT_EQ(random::state(same), random::state(*generator)) << name(*generator);
    }
  }
}

TEST(Draw, IsReproducedByItsUniformsAndThreshold) {
  for (const double p : {0x1p-20, 0.1, 0.3, 0.5, 0.9, 0.9999}) {
    for (const auto& generator : of_every_engine(9)) {
      for (const auto& [uniform, threshold, kept] : explain(*generator, floats(3003, p))) {
        ASSERT_GE(uniform, 0);
        ASSERT_LE(uniform, 1);
        if (adds(*generator)) {
          const auto sum = static_cast<float>(uniform) + static_cast<float>(1 - threshold);
          ASSERT_EQ(kept, std::floor(sum) == 1);
        } else if (compares(*generator)) {
          ASSERT_EQ(kept, uniform < threshold) << name(*generator);
        }
      }
    }
  }
}

TEST(Draw, ComparesInThePrecisionOfItsFramework) {
  const double p = 0.1;
  const double rounded = static_cast<float>(1 - p);
  const auto threshold = [&](auto engine, std::uint32_t element_bytes) {
    const auto generator = seeded(std::move(engine), 3);
    return explain(*generator, {1, DropProbability(p), element_bytes})[0].threshold;
  };
  for (const std::uint32_t bytes : {4u, 8u}) {
    EXPECT_EQ(threshold(random::TorchCpuEngine{}, bytes), 1 - p);
    EXPECT_EQ(threshold(random::TorchCpuMklEngine{}, bytes), rounded);
    EXPECT_EQ(threshold(random::NumpyEngine{}, bytes), 1 - p);
    EXPECT_EQ(threshold(random::NumpyPcg64Engine{}, bytes), 1 - p);
  }
  EXPECT_EQ(threshold(random::TorchCudaEngine{}, 4), rounded);
  EXPECT_EQ(threshold(random::TorchCudaEngine{}, 8), 1 - p);
  EXPECT_EQ(threshold(random::JaxEngine{}, 4), rounded);
  EXPECT_EQ(threshold(random::FlaxLinenEngine{}, 4), rounded);
  EXPECT_EQ(threshold(random::FlaxNnxEngine{}, 4), rounded);
  EXPECT_EQ(threshold(random::TfjsEngine{}, 4), 1 - rounded);
}

TEST(Draw, IsAValueThatDecidesAgain) {
  for (const auto& generator : of_every_engine(4)) {
    Draw draw(*generator, floats(700, 0.5));
    Draw replay = draw;
    std::vector<std::uint8_t> first(700);
    std::vector<std::uint8_t> second(700);
    draw.decide(first);
    draw.end(*generator);
    decide(*generator, floats(700, 0.5));
    replay.decide(second);
    EXPECT_EQ(first, second) << name(*generator);
  }
}

TEST(Draw, OnTorchCpuTakesTwoWordsAnElement) {
  const auto generator = seeded(random::TorchCpuEngine{}, 6);
  decide(*generator, floats(1001, 0.5));
  random::TorchCpuGenerator oracle(6);
  for (int i = 0; i < 2002; ++i) oracle.random();
  EXPECT_EQ(std::get<random::TorchCpuEngine>(*generator).generator.random(), oracle.random());
}

TEST(Draw, OnTorchCpuMklTakesOneWordACall) {
  const auto generator = seeded(random::TorchCpuMklEngine{}, 6);
  decide(*generator, floats(1001, 0.5));
  random::TorchCpuGenerator oracle(6);
  oracle.random();
  EXPECT_EQ(std::get<random::TorchCpuMklEngine>(*generator).generator.random(), oracle.random());
}

TEST(Draw, OnNumpyTakesOneUniformAnElement) {
  const auto legacy = seeded(random::NumpyEngine{}, 6);
  decide(*legacy, floats(1001, 0.5));
  random::NumpyLegacyGenerator oracle(6);
  for (int i = 0; i < 1001; ++i) oracle.uniform64();
  EXPECT_EQ(std::get<random::NumpyEngine>(*legacy).generator.uniform64(), oracle.uniform64());

  const auto pcg64 = seeded(random::NumpyPcg64Engine{}, 6);
  auto words = std::get<random::NumpyPcg64Engine>(*pcg64).generator;
  decide(*pcg64, floats(1001, 0.5));
  for (int i = 0; i < 1001; ++i) words.uniform64();
  EXPECT_EQ(std::get<random::NumpyPcg64Engine>(*pcg64).generator.uniform64(), words.uniform64());
}

TEST(Draw, OnCudaAdvancesTheOffsetByTheLaunch) {
  random::TorchCudaEngine small_gpu;
  small_gpu.gpu = {1, 256};
  const auto offset_after = [](auto engine, std::size_t size) {
    const auto generator = seeded(engine, 6);
    decide(*generator, floats(size, 0.5));
    return std::get<random::TorchCudaEngine>(*generator).generator.offset();
  };
  EXPECT_EQ(offset_after(random::TorchCudaEngine{}, 2000), 4u);
  EXPECT_EQ(offset_after(small_gpu, 1024), 4u);
  EXPECT_EQ(offset_after(small_gpu, 1025), 8u);
}

TEST(Draw, SpendsOneKeyOfFlaxAndNoneOfJaxAndTfjs) {
  const auto linen = seeded(random::FlaxLinenEngine{}, 6);
  const auto nnx = seeded(random::FlaxNnxEngine{}, 6);
  for (std::uint32_t call = 1; call <= 3; ++call) {
    decide(*linen, floats(1001, 0.5));
    decide(*nnx, floats(1001, 0.5));
    EXPECT_EQ(std::get<random::FlaxLinenEngine>(*linen).calls, call);
    EXPECT_EQ(std::get<random::FlaxNnxEngine>(*nnx).stream.count(), call);
  }
  for (const auto& generator : {seeded(random::JaxEngine{}, 6), seeded(random::TfjsEngine{}, 6)}) {
    const auto before = random::state(*generator);
    const auto first = decide(*generator, floats(1001, 0.5));
    EXPECT_EQ(random::state(*generator), before);
    EXPECT_EQ(decide(*generator, floats(1001, 0.5)), first);
  }
}

// F.dropout(x, p, training=True); after = torch.rand(…)
template <class Engine>
void expect_rand_after_dropout(const std::string& file, Engine engine) {
  int checked = 0;
  for (const json& program : fixtures::cases(file)) {
    const std::string id = program.at("id");
    if (!id.starts_with("dropout-special/") && !id.starts_with("dropout-p-edge/")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& steps = program.at("steps");
    const double p = steps.at(2).at("p");
    if (p == 0 || p == 1) continue;
    const auto generator = seeded(engine, fixtures::torch_seed(steps.at(0).at("seed")));
    decide(*generator, floats(steps.at(1).at("shape").at(0), p));
    const json& after = program.at("outputs").at("after");
    fixtures::expect_tensor(ops::rand(*generator, tensor::Shape({after.at("shape").at(0)})), after);
    ++checked;
  }
  EXPECT_EQ(checked, 22) << "the fixture must not shrink unseen";
}

TEST(Draw, LeavesTheGeneratorWherePyTorchsRandGoesOn) {
  expect_rand_after_dropout("torch-cpu-default.json", random::TorchCpuEngine{});
  expect_rand_after_dropout("torch-cpu-mkl.json", random::TorchCpuMklEngine{});
}

}  // namespace
}  // namespace playground::dropout
