#include "random/engines/numpy/numpy_legacy_generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/words.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;
using nlohmann::json;

std::vector<double> rand(NumpyLegacyGenerator& generator, std::size_t size) {
  std::vector<double> values(size);
  std::ranges::generate(values, [&] { return generator.uniform64(); });
  return values;
}

std::vector<double> randn(NumpyLegacyGenerator& generator, std::size_t size) {
  std::vector<double> values(size);
  std::ranges::generate(values, [&] { return generator.normal(); });
  return values;
}

std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

std::string after_last_dash(const std::string& id) { return id.substr(id.rfind('-') + 1); }

TEST(NumpyLegacyGenerator, GivesWhatNumpyPrints) {
  EXPECT_EQ(NumpyLegacyGenerator(0).uniform64(), 0.5488135039273248);
  EXPECT_EQ(NumpyLegacyGenerator(0).normal(), 1.764052345967664);
}

// np.random.seed(S); a = rand(3, 4); b = rand(2); n = randn(5); d = rand(2); i = randn(2, 2)
TEST(NumpyLegacyGenerator, UniformsAndNormalsAreThoseOfTheFixture) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    if (!id.starts_with("legacy/rand-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& outputs = program.at("outputs");
    NumpyLegacyGenerator generator(static_cast<std::uint32_t>(std::stoul(after_last_dash(id))));
    fixtures::expect_bits(rand(generator, 12), outputs.at("a"));
    fixtures::expect_bits(rand(generator, 2), outputs.at("b"));
    fixtures::expect_bits(randn(generator, 5), outputs.at("n"));
    fixtures::expect_bits(rand(generator, 2), outputs.at("d"));
    fixtures::expect_bits(randn(generator, 4), outputs.at("i"));
    checked += 25;
  }
  EXPECT_EQ(checked, 225u) << "the fixture must not shrink unseen";
}

// D = np.random.rand(…) < keep; Y = A * D / keep
TEST(NumpyLegacyGenerator, MasksAreThoseOfTheFixture) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    const bool is_inverted = id.starts_with("legacy/inverted-");
    const bool is_special = id.starts_with("legacy/special-");
    if (!is_inverted && !is_special && !id.starts_with("legacy/big-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& outputs = program.at("outputs");
    const double keep = std::stod(after_last_dash(id));
    std::vector<double> a(10'000, 1.0);
    if (outputs.contains("A")) a = fixtures::values_from<double>(outputs.at("A").at("hex"));
    NumpyLegacyGenerator generator(1);
    if (is_inverted) fixtures::expect_bits(randn(generator, a.size()), outputs.at("A"));
    generator.seed(is_inverted ? 2 : is_special ? 0 : 3);
    for (double& value : a) value = value * (generator.uniform64() < keep ? 1.0 : 0.0) / keep;
    fixtures::expect_bits(a, outputs.at("Y"));
    checked += a.size();
  }
  EXPECT_EQ(checked, 50'201u) << "the fixture must not shrink unseen";
}

TEST(NumpyLegacyGenerator, KeepsTheSecondNormalThroughUniforms) {
  NumpyLegacyGenerator straight(7);
  straight.normal();
  const double second = straight.normal();
  NumpyLegacyGenerator mixed(7);
  mixed.normal();
  mixed.uniform64();
  EXPECT_EQ(mixed.normal(), second);
}

TEST(NumpyLegacyGenerator, SeedForgetsTheSecondNormal) {
  NumpyLegacyGenerator generator(7);
  const double first = generator.normal();
  generator.seed(7);
  EXPECT_EQ(generator.normal(), first);
}

TEST(NumpyLegacyGenerator, RestoreContinuesWhereStateWasTaken) {
  NumpyLegacyGenerator generator(42);
  generator.normal();  // leaves the second of the pair behind
  const auto state = copy_of(generator.state());
  const auto next = randn(generator, 5);
  NumpyLegacyGenerator other(1);
  other.restore(state);
  EXPECT_EQ(randn(other, 5), next);
}

TEST(NumpyLegacyGenerator, RestoreRefusesWhatIsNoState) {
  NumpyLegacyGenerator generator(42);
  auto state = copy_of(generator.state());
  EXPECT_THAT([&] { generator.restore(std::span(state).first(16)); }, Fails(Kind::kValue));
  const double infinity = HUGE_VAL;
  std::memcpy(state.data() + state.size() - sizeof infinity, &infinity, sizeof infinity);
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue)) << "no normal is infinite";
  std::memset(state.data(), 0xff, state.size());
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue)) << "no such position";
  EXPECT_EQ(generator.uniform64(), NumpyLegacyGenerator(42).uniform64());
}

}  // namespace
}  // namespace playground::random
