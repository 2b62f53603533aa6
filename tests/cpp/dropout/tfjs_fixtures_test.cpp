// tf.dropout of TensorFlow.js, but for its noiseShape, which no layer here has.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"

namespace playground::dropout {
namespace {

using nlohmann::json;
using tensor::Shape;
using tensor::Tensor;

// String(seed) of the fixture's seeds.
std::shared_ptr<Generator> seeded(const json& seed) {
  const std::string text = seed.dump();
  auto generator = std::make_shared<Generator>(random::TfjsEngine{});
  random::seed_with_text(*generator, std::u16string(text.begin(), text.end()));
  return generator;
}

TEST(TfjsFixtures, EveryOutputWithoutANoiseShapeIsThatOfTensorFlowJs) {
  std::size_t programs = 0;
  std::size_t left_out = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("tfjs.json")) {
    if (!program.at("noiseShape").is_null()) {
      ++left_out;
      continue;
    }
    SCOPED_TRACE(program.at("js").get<std::string>());
    ++programs;
    const Shape shape = fixtures::shape_of(program);
    Tensor x = program.at("x").contains("hex")
                   ? Tensor::of<float>(shape, fixtures::values_from<float>(program["x"]["hex"]))
                   : tensor::full(shape, 1);
    fixtures::expect_bits(fixtures::list<float>(x), program.at("x"));
    Dropout drop(LayerKind::kDropout, program.at("rate"), false, seeded(program.at("seed")));
    const auto output = drop.forward(x);
    const auto y = fixtures::list<float>(output ? *output : x);
    fixtures::expect_bits(y, program.at("y"));
    checked += y.size();
  }
  EXPECT_EQ(programs, 29u) << "the fixture must not shrink unseen";
  EXPECT_EQ(left_out, 2u);
  EXPECT_EQ(checked, 30'450u);
}

}  // namespace
}  // namespace playground::dropout
