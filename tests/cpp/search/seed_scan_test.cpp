// Seeds are found: planted ones, those behind public outputs, and by the lanes exactly those that
// drawing every mask finds.
#include "search/seed_scan.hpp"
#include "errors/fails.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "dropout/dropout.hpp"
#include "fixtures/words.hpp"

namespace playground::search {
namespace {

using errors::Fails;
using errors::Kind;
using random::Generator;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Generator> every_engine() {
  random::JaxEngine jax;
  jax.layout = random::JaxLayout::kOriginal;
  random::FlaxLinenEngine linen;
  linen.path = {"Dropout_0"};
  random::FlaxNnxEngine nnx;
  nnx.forks = false;
  random::TorchCpuEngine above;
  above.form = random::MaskForm::kRandAboveP;
  random::TorchCpuMklEngine below;
  below.form = random::MaskForm::kRandBelowKeep;
  random::NumpyEngine numpy_above;
  numpy_above.form = random::MaskForm::kRandAboveP;
  random::NumpyEngine binomial;
  binomial.form = random::MaskForm::kBinomial;
  random::NumpyPcg64Engine pcg64_above;
  pcg64_above.form = random::MaskForm::kRandAboveP;
  return {above,
          below,
          numpy_above,
          binomial,
          pcg64_above,
          random::TorchCpuEngine{},
          random::TorchCpuMklEngine{},
          random::TorchCudaEngine{},
          random::JaxEngine{},
          jax,
          random::FlaxLinenEngine{},
          linen,
          random::FlaxNnxEngine{},
          nnx,
          random::NumpyEngine{},
          random::NumpyPcg64Engine{},
          random::TfjsEngine{}};
}

// As users seed: by the number, its word or its text.
void seed(Generator& generator, std::uint32_t seed) {
  if (std::holds_alternative<random::NumpyPcg64Engine>(generator)) {
    random::seed_with_words(generator, std::vector{seed});
  } else if (std::holds_alternative<random::TfjsEngine>(generator)) {
    const std::string digits = std::to_string(seed);
    random::seed_with_text(generator, std::u16string(digits.begin(), digits.end()));
  } else {
    random::seed(generator, seed);
  }
}

ObservedMask observe(const Tensor& x, const Tensor& y, std::optional<double> p) {
  // print(tensor) shows four decimals.
  const std::vector<double> rounding(x.size(), 0.5e-4);
  return {x,
          y,
          {.input = rounding, .output = rounding},
          dropout::LayerKind::kDropout,
          OutputKind::kScaled,
          p};
}

// What a layer makes of x in its call number `call`.
ObservedMask planted(const Generator& engine, std::uint32_t number, std::uint32_t call, double p,
                     Tensor& x) {
  auto generator = std::make_shared<Generator>(engine);
  seed(*generator, number);
  dropout::Dropout layer(dropout::LayerKind::kDropout, p, false, generator);
  for (std::uint32_t earlier = 1; earlier < call; ++earlier) layer.forward(x);
  return observe(x, *layer.forward(x), p);
}

Tensor ones(std::int64_t size) { return tensor::full({size}, 1); }

TEST(SeedScan, FindsAPlantedSeedInEveryEngineAndCall) {
  for (const Generator& engine : every_engine()) {
    SCOPED_TRACE(std::string(random::name(engine)));
    for (std::uint32_t call = 1; call <= 3; ++call) {
      SCOPED_TRACE(call);
      Tensor x = ones(40);
      const SeedScan scan(engine, planted(engine, 1234, call, 0.5, x), DType::kFloat32, 3);
      // By chance another one of 3000 would match once in 3 * 10^8 runs; nothing is random here.
      const std::uint32_t found = scan.calls() == 1 ? 1 : call;
      EXPECT_THAT(scan.scan({1000, 1000}), ElementsAre(Match{234, found}));
    }
  }
}

TEST(SeedScan, LooksAtOneCallWhereAllAreAlike) {
  for (const Generator& engine : every_engine()) {
    Tensor x = ones(8);
    const SeedScan scan(engine, planted(engine, 1, 1, 0.5, x), DType::kFloat32, 3);
    const bool are_alike = std::holds_alternative<random::JaxEngine>(engine) ||
                           std::holds_alternative<random::TfjsEngine>(engine);
    EXPECT_EQ(scan.calls(), are_alike ? 1u : 3u) << random::name(engine);
  }
}

TEST(SeedScan, FindsBySimdAndByHashingOnceWhatDrawingFinds) {
  // mt19937 of a fixed seed: the same masks in every run.
  std::mt19937 random(20261120);
  const auto below = [&](std::uint32_t end) { return random() % end; };
  for (const Generator& engine : every_engine()) {
    SCOPED_TRACE(std::string(random::name(engine)));
    for (int round = 0; round < 12; ++round) {
      // Short masks match often; long ones reach into the second block of words and beyond.
      const std::int64_t size = round < 8 ? 1 + below(12) : 1 + below(900);
      const double p = 0.05 + 0.05 * below(19);
      Tensor x = ones(size);
      // Zeros tell nothing: the masks match more often, at places further on.
      for (float& value : x.values<float>()) value = below(size < 20 ? 3 : 40) == 0;
      x.values<float>()[static_cast<std::size_t>(size) - 1] = 1;
      const std::uint32_t calls = 1 + below(4);
      const SeedScan scan(engine, planted(engine, below(300), 1 + below(calls), p, x),
                          DType::kFloat32, calls);
      SCOPED_TRACE("size " + std::to_string(size) + ", p " + std::to_string(p));
      const SeedRange seeds{below(50), 201 + below(100)};
      EXPECT_EQ(scan.scan(seeds), scan.scan_by_drawing(seeds));
    }
  }
}

TEST(SeedScan, FindsWhatIsDrawnBehindSkippedWords) {
  std::mt19937 random(20261121);
  for (const Generator& engine : every_engine()) {
    if (random::record(engine).stream != random::Stream::kWords) continue;
    SCOPED_TRACE(std::string(random::name(engine)));
    for (const std::uint32_t skip : {1u, 16u, 50u, 623u, 624u, 1300u}) {
      auto generator = std::make_shared<Generator>(engine);
      seed(*generator, 77u);
      random::skip(*generator, skip);
      dropout::Dropout layer(dropout::LayerKind::kDropout, 0.4, false, generator);
      Tensor x = ones(40);
      const ObservedMask mask = observe(x, *layer.forward(x), 0.4);
      // In any order, and with one that reaches into the block of the others.
      const SeedScan scan(engine, mask, DType::kFloat32, 2, {2000, 600, skip, 0});
      // Of MKL's calls, each of one word, the second is the first behind another word.
      EXPECT_THAT(scan.scan({0, 100}), Contains(Match{77, 1, 2}));
      EXPECT_EQ(scan.scan({0, 100}), scan.scan_by_drawing({0, 100}));
    }
  }
}

TEST(SeedScan, SkipsOnlyWhereWordsAreDrawnOneAfterAnother) {
  const ObservedMask mask = observe(ones(2), Tensor::of({2}, std::vector<float>{2, 0}), 0.5);
  EXPECT_THAT([&] { SeedScan(random::JaxEngine{}, mask, DType::kFloat32, 1, {0, 3}); },
              Fails(Kind::kEngine));
}

// A draw decides by its second word once in 2^21 (NumPy: 2^27) draws; here p is put so that one of
// a seed's draws does.
TEST(SeedScan, DecidesATieOfTheFirstWordByTheSecond) {
  for (const bool is_numpy : {false, true}) {
    SCOPED_TRACE(is_numpy ? "numpy" : "torch-cpu");
    const Generator engine =
        is_numpy ? Generator(random::NumpyEngine{}) : Generator(random::TorchCpuEngine{});
    random::Mt19937 words(77);
    for (int skipped = 0; skipped < 10; ++skipped) words();
    const std::uint64_t first = words();
    const std::uint64_t second = words();
    const std::uint64_t k = is_numpy ? (first >> 5) << 26 | second >> 6
                                     : (first << 32 | second) & ((std::uint64_t{1} << 53) - 1);
    for (const int step : {-1, 0, 1}) {
      SCOPED_TRACE(step);
      // 1 - p is exact: p is a multiple of 2^-53 below 1.
      const double keep = static_cast<double>(k + static_cast<std::uint64_t>(step)) * 0x1p-53;
      Tensor x = ones(12);
      const ObservedMask mask = planted(engine, 77, 1, 1 - keep, x);
      EXPECT_EQ(mask.elements()[5] == Observation::kKept, step > 0);
      const SeedScan scan(engine, mask, DType::kFloat32, 2);
      EXPECT_THAT(scan.scan({0, 100}), Contains(Match{77, 1}));
      EXPECT_EQ(scan.scan({0, 100}), scan.scan_by_drawing({0, 100}));
    }
  }
}

TEST(SeedScan, CountsSeedsModulo2To64) {
  Tensor x = ones(40);
  const Generator engine = random::TorchCpuEngine{};
  const SeedScan scan(engine, planted(engine, 2, 1, 0.5, x), DType::kFloat32, 1);
  EXPECT_THAT(scan.scan({~std::uint64_t{0} - 4, 20}), ElementsAre(Match{7, 1}));
}

TEST(SeedScan, TakesAllBitsOfASeedWhereTheEngineDoes) {
  constexpr std::uint64_t kSeed = (std::uint64_t{3} << 32) + 5;
  Tensor x = ones(40);
  Generator cuda = random::TorchCudaEngine{};
  random::seed(cuda, kSeed);
  Generator pcg64 = random::NumpyPcg64Engine{};
  random::seed_with_words(pcg64, std::vector<std::uint32_t>{5, 3});
  for (const Generator& engine : {cuda, pcg64}) {
    dropout::Dropout layer(dropout::LayerKind::kDropout, 0.5, false,
                           std::make_shared<Generator>(engine));
    const SeedScan scan(engine, observe(x, *layer.forward(x), 0.5), DType::kFloat32, 1);
    EXPECT_THAT(scan.scan({kSeed - 5, 10}), ElementsAre(Match{5, 1}));
    EXPECT_THAT(scan.scan({0, 10}), IsEmpty());
  }
}

TEST(SeedScan, DrawsForTheDTypeOfTheInput) {
  // CUDA's kernel reads other words for float64.
  Tensor x = tensor::full({64}, 1, DType::kFloat64);
  const Generator engine = random::TorchCudaEngine{};
  const ObservedMask mask = planted(engine, 9, 2, 0.3, x);
  EXPECT_THAT(SeedScan(engine, mask, DType::kFloat64, 2).scan({0, 50}), ElementsAre(Match{9, 2}));
  EXPECT_THAT([&] { SeedScan(random::JaxEngine{}, mask, DType::kFloat64, 2); },
              Fails(Kind::kEngine));
}

// The dropout outputs that people published, with their inputs.
struct Published {
  std::string id;
  Generator engine;
  double p;
  std::vector<float> input;
  std::uint64_t seed;
  std::uint32_t call;
};

std::vector<Published> published() {
  const std::vector<float> ones(36, 1);
  const std::vector<float> attention{
      1,       0,       0,       0,       0,       0,       0.5517f, 0.4483f, 0,
      0,       0,       0,       0.38f,   0.3097f, 0.3103f, 0,       0,       0,
      0.2758f, 0.246f,  0.2462f, 0.2319f, 0,       0,       0.2175f, 0.1983f, 0.1984f,
      0.1888f, 0.1971f, 0,       0.1935f, 0.1663f, 0.1666f, 0.1542f, 0.1666f, 0.1529f};
  return {
      {"llms-57-macos", random::TorchCpuEngine{}, 0.5, ones, 123, 1},
      {"llms-57-linux", random::TorchCpuMklEngine{}, 0.5, ones, 123, 1},
      {"pytorch-121595-macos", random::TorchCpuEngine{}, 0.5, attention, 123, 1},
      {"two-calls-linux-first", random::TorchCpuMklEngine{}, 0.5, ones, 123, 1},
  };
}

nlohmann::json published_case(const std::string& id) {
  for (const nlohmann::json& entry : fixtures::cases("public-outputs.json")) {
    if (entry.at("id") == id) return entry;
  }
  throw std::runtime_error("no case " + id);
}

std::vector<float> numbers(const nlohmann::json& nested) {
  if (nested.is_number()) return {nested.get<float>()};
  std::vector<float> all;
  for (const nlohmann::json& inner : nested) {
    for (const float value : numbers(inner)) all.push_back(value);
  }
  return all;
}

TEST(SeedScan, FindsTheSeedsOfPublishedOutputs) {
  for (const auto& [id, engine, p, input, seed, call] : published()) {
    SCOPED_TRACE(id);
    const auto size = static_cast<std::int64_t>(input.size());
    const auto output = numbers(published_case(id).at("printed"));
    const ObservedMask mask =
        observe(Tensor::of({size}, input), Tensor::of({size}, output), std::nullopt);
    EXPECT_EQ(mask.p().value(), p);
    const SeedScan scan(engine, mask, DType::kFloat32, 3);
    // Over so few seeds a match by chance is as good as impossible for 36 and for 21 elements.
    EXPECT_THAT(scan.scan({0, 2000}), ElementsAre(Match{static_cast<std::size_t>(seed), call}));
  }
}

TEST(SeedScan, FindsThePublishedSecondCallOnAHalfEmptyInput) {
  // Only the mask is on record, and it tells of the lower triangle alone.
  const auto mask = numbers(published_case("two-calls-linux-second").at("printed"));
  std::vector<float> input(36);
  std::vector<float> output(36);
  for (std::size_t i = 0; i < 36; ++i) {
    input[i] = i % 6 <= i / 6;
    output[i] = 2 * input[i] * mask[i];
  }
  const ObservedMask observed =
      observe(Tensor::of({36}, input), Tensor::of({36}, output), std::nullopt);
  EXPECT_EQ(observed.known(), 21u);
  const SeedScan scan(random::TorchCpuMklEngine{}, observed, DType::kFloat32, 3);
  EXPECT_THAT(scan.scan({0, 2000}), ElementsAre(Match{123, 2}));
}

TEST(SeedScan, FindsTheKeyOfFlaxsOwnDocumentation) {
  const std::vector<float> input{-0.1787552684545517f, 1.6255446672439575f, -1.243106484413147f,
                                 -0.025540050119161606f};
  const auto output = numbers(published_case("flax-linen-docstring").at("printed"));
  random::FlaxLinenEngine engine;
  engine.path = {"Dropout_0"};
  const SeedScan scan(engine,
                      observe(Tensor::of({4}, input), Tensor::of({4}, output), std::nullopt),
                      DType::kFloat32, 1);
  EXPECT_THAT(scan.scan({0, 10}), Contains(Match{1, 1}));
}

}  // namespace
}  // namespace playground::search
