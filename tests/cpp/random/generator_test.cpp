// What a program draws before a layer is made, and the keys that engines of JAX are seeded with.
#include "random/generator.hpp"

#include <gmock/gmock.h>

#include <array>
#include <memory>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/seeded.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;
using fixtures::seeded;

constexpr std::array<std::uint64_t, 8> kCounts = {0, 1, 2, 3, 623, 624, 625, 5000};

// Draws `count` words one by one.
template <class Generator>
void draw(Generator& generator, std::uint64_t count) {
  for (; count > 0; --count) {
    if constexpr (requires { generator.random(); }) {
      generator.random();
    } else {
      generator.random32();
    }
  }
}

template <class Engine>
void expect_skips_words() {
  for (const std::uint64_t first : {0, 1}) {
    for (const std::uint64_t count : kCounts) {
      const auto skipped = seeded(Engine{}, 7);
      const auto drawn = seeded(Engine{}, 7);
      draw(std::get<Engine>(*skipped).generator, first);
      skip(*skipped, count);
      draw(std::get<Engine>(*drawn).generator, first + count);
      EXPECT_EQ(state(*skipped), state(*drawn))
          << Engine::kRecord.rules.name << " " << first << " " << count;
    }
  }
}

TEST(Generator, SkipsAsManyWordsAsItWouldDraw) {
  expect_skips_words<TorchCpuEngine>();
  expect_skips_words<TorchCpuMklEngine>();
  expect_skips_words<NumpyEngine>();
  expect_skips_words<NumpyPcg64Engine>();
}

// A model is made on the CPU, whose generator is another one than that of dropout on a GPU.
TEST(Generator, SkipsOnTheCpuWhereDropoutIsOnTheGpu) {
  const auto cuda = seeded(TorchCudaEngine{}, 7);
  auto& engine = std::get<TorchCudaEngine>(*cuda);
  skip(*cuda, 5);
  TorchCpuGenerator cpu(7);
  draw(cpu, 5);
  EXPECT_EQ(engine.cpu().random(), cpu.random());
  EXPECT_EQ(engine.generator.offset(), 0u);
}

TEST(Generator, OfAGpuRemembersWhereTheCpusIs) {
  const auto cuda = seeded(TorchCudaEngine{}, 7);
  const auto begun = state(*cuda);
  auto& engine = std::get<TorchCudaEngine>(*cuda);
  skip(*cuda, 5);
  engine.generator.advance(4);
  const auto later = state(*cuda);
  const std::uint32_t sixth = engine.cpu().random();

  restore(*cuda, later);
  EXPECT_EQ(engine.cpu().random(), sixth);
  EXPECT_EQ(engine.generator.offset(), 4u);
  restore(*cuda, begun);
  EXPECT_EQ(engine.cpu().random(), TorchCpuGenerator(7).random());
  seed(*cuda, 8);
  EXPECT_EQ(engine.cpu().random(), TorchCpuGenerator(8).random());

  const auto before = state(*cuda);
  EXPECT_THAT([&] { restore(*cuda, std::span(later).first(later.size() - 1)); },
              Fails(Kind::kValue));
  EXPECT_EQ(state(*cuda), before);
}

TEST(Generator, SkipsKeysOfFlax) {
  const auto nnx = seeded(FlaxNnxEngine{}, 5);
  skip(*nnx, 2);
  EXPECT_EQ(std::get<FlaxNnxEngine>(*nnx).stream(), jax_fold_in(jax_key(5), 2));
  const auto linen = seeded(FlaxLinenEngine{}, 5);
  skip(*linen, 2);
  EXPECT_EQ(std::get<FlaxLinenEngine>(*linen).calls, 2u);
}

TEST(Generator, SkipsNothingWhereThereIsNoStream) {
  for (const auto& generator :
       {seeded(JaxEngine{}, 1), seeded(TfjsEngine{}, 1), seeded(FastEngine{}, 1)}) {
    EXPECT_THAT([&] { skip(*generator, 1); }, Fails(Kind::kEngine)) << name(*generator);
  }
}

TEST(Generator, OfJaxStartsFromAKeyInItsOwnLayout) {
  const std::vector<JaxKeyStep> steps{{3, 2}, {0, 7}};
  for (const JaxLayout layout : {JaxLayout::kPartitionable, JaxLayout::kOriginal}) {
    const ThreefryKey key = jax_derive({0, 42}, steps, layout);
    JaxEngine jax;
    jax.layout = layout;
    const auto of_jax = seeded(jax, 1);
    seed_with_key(*of_jax, {0, 42}, steps);
    EXPECT_EQ(std::get<JaxEngine>(*of_jax).key, key);

    FlaxLinenEngine linen;
    linen.layout = layout;
    const auto of_linen = seeded(linen, 1);
    skip(*of_linen, 3);
    seed_with_key(*of_linen, {0, 42}, steps);
    EXPECT_EQ(std::get<FlaxLinenEngine>(*of_linen).key, key);
    EXPECT_EQ(std::get<FlaxLinenEngine>(*of_linen).calls, 0u);

    FlaxNnxEngine nnx;
    nnx.layout = layout;
    const auto of_nnx = seeded(nnx, 1);
    skip(*of_nnx, 3);
    seed_with_key(*of_nnx, {0, 42}, steps);
    EXPECT_EQ(std::get<FlaxNnxEngine>(*of_nnx).stream(), jax_fold_in(key, 0));
  }
}

TEST(Generator, OfOthersTakesNoKey) {
  for (const auto& generator : fixtures::of_every_engine(1)) {
    if (record(*generator).seed_kind == SeedKind::kKey) continue;
    EXPECT_THAT([&] { seed_with_key(*generator, {0, 1}, {}); }, Fails(Kind::kValue))
        << name(*generator);
  }
}

}  // namespace
}  // namespace playground::random
