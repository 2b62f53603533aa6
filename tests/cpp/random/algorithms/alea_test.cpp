#include "random/algorithms/alea.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "fixtures/words.hpp"

namespace playground::random {
namespace {

using nlohmann::json;

double next(Alea& alea) { return alea() * 0x1p-32; }

// seedrandom.alea('hello.')
TEST(Alea, GivesThePublishedNumbers) {
  Alea alea(u"hello.");
  EXPECT_EQ(next(alea), 0.4783254903741181);
  EXPECT_EQ(next(alea), 0.8297006865032017);
  EXPECT_EQ(next(alea), 0.46924330526962876);
}

// Computed in doubles, as published.
TEST(Alea, IsExactInIntegers) {
  Alea alea(u"hello.");
  for (int i = 1; i < 10'000; ++i) alea();
  EXPECT_EQ(next(alea), 0x1.f7f478eap-1);
}

TEST(Alea, HashesUtf16CodeUnits) {
  Alea empty(u"");
  EXPECT_EQ(next(empty), 0.1666577742435038);
  Alea alea(u"é😀");  // three code units
  EXPECT_EQ(next(alea), 0.20647740503773093);
}

// String(seed) of the fixture's seeds.
std::u16string text_of(const json& seed) {
  const std::string text = seed.dump();
  return {text.begin(), text.end()};
}

std::size_t size_of(const json& shape) {
  std::size_t size = 1;
  for (const std::size_t extent : shape) size *= extent;
  return size;
}

// tf.dropout in float32 tensors, as the plainest loop.
TEST(Alea, MasksAreThoseOfTensorFlowJs) {
  std::size_t checked = 0;
  for (const json& expected : fixtures::cases("tfjs.json")) {
    if (!expected.at("noiseShape").is_null()) continue;
    SCOPED_TRACE(expected.at("js").get<std::string>());
    const auto rate = expected.at("rate").get<double>();
    std::vector<float> x(size_of(expected.at("shape")), 1.0f);
    if (expected.at("x").contains("hex")) {
      x = fixtures::values_from<float>(expected.at("x").at("hex"));
    }
    std::vector<float> y = x;
    if (rate != 0) {
      Alea alea(text_of(expected.at("seed")));
      const auto keep = static_cast<float>(1 - rate);
      for (float& value : y) value *= std::floor(alea_uniform(alea()) + keep) / keep;
    }
    fixtures::expect_bits(x, expected.at("x"));
    fixtures::expect_bits(y, expected.at("y"));
    checked += y.size();
  }
  EXPECT_EQ(checked, 30'450u) << "the fixture must not shrink unseen";
}

}  // namespace
}  // namespace playground::random
