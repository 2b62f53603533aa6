// Flax's Dropout, of linen and of nnx, and the masks of jax.random.bernoulli.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"

namespace playground::dropout {
namespace {

using fixtures::list;
using fixtures::seeded;
using fixtures::shape_of;
using nlohmann::json;
using tensor::Tensor;

template <class Engine>
std::shared_ptr<Generator> seeded_as(Engine engine, const json& program) {
  engine.layout = program.at("partitionable") ? random::JaxLayout::kPartitionable
                                              : random::JaxLayout::kOriginal;
  return seeded(engine, program.at("seed"));
}

// The generator of each kind of case.
std::shared_ptr<Generator> generator_of(const json& program) {
  const std::string id = program.at("id");
  random::FlaxLinenEngine linen;
  if (id.starts_with("linen-top-")) return seeded_as(linen, program);
  if (id.starts_with("linen-sub-")) {
    linen.path = {"Dropout_0"};
    return seeded_as(linen, program);
  }
  random::FlaxNnxEngine nnx;
  nnx.forks = id.starts_with("nnx-new-");
  if (id.starts_with("nnx-")) return seeded_as(nnx, program);
  return seeded_as(random::JaxEngine{}, program);  // explicit-key-
}

TEST(FlaxFixtures, EveryOutputIsThatOfTheFixture) {
  std::size_t programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("flax-derived.json")) {
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    Tensor x = Tensor::of<float>(shape_of(program), fixtures::values_from<float>(program.at("x")));
    Dropout drop(LayerKind::kDropout, program.at("rate"), false, generator_of(program));
    const auto y = list<float>(*drop.forward(x));
    fixtures::expect_bits(y, {{"hex", program.at("y")}});
    checked += y.size();
  }
  EXPECT_EQ(programs, 168u) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 2'268u);
}

TEST(JaxFixtures, EveryMaskIsThatOfBernoulli) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("jax.json")) {
    if (program.at("op") != "bernoulli") continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    // bernoulli's p is the probability to keep; in float32, 1 - (1 - p) is p again.
    const double p = 1 - program.at("p").get<double>();
    Dropout drop(LayerKind::kDropout, p, false, seeded(random::JaxEngine{}, program.at("seed")));
    Tensor x = tensor::full(shape_of(program), 1);
    drop.forward(x);
    const auto mask = list<float>(*drop.mask());
    const json& expected = program.at("hex");
    ASSERT_EQ(mask.size(), expected.size());
    for (std::size_t i = 0; i < mask.size(); ++i) {
      EXPECT_EQ(mask[i] != 0, expected.at(i) == "00000001") << i;
    }
    checked += mask.size();
  }
  EXPECT_EQ(checked, 35u * 24u) << "the fixture must not shrink unseen";
}

}  // namespace
}  // namespace playground::dropout
