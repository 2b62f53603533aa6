#include "random/engines/numpy/numpy_pcg64_generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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

// A decimal number of any size as words, least significant first.
std::vector<std::uint32_t> words_of(const std::string& decimal) {
  std::vector<std::uint32_t> words;
  for (const char digit : decimal) {
    auto carry = static_cast<std::uint64_t>(digit - '0');
    for (std::uint32_t& word : words) {
      carry += std::uint64_t{word} * 10;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words.push_back(static_cast<std::uint32_t>(carry));
  }
  return words;
}

NumpyPcg64Generator default_rng(const std::string& seed) {
  return NumpyPcg64Generator(words_of(seed));
}

std::vector<double> random(NumpyPcg64Generator& generator, std::size_t size) {
  std::vector<double> values(size);
  std::ranges::generate(values, [&] { return generator.uniform64(); });
  return values;
}

std::vector<float> random_float32(NumpyPcg64Generator& generator, std::size_t size) {
  std::vector<float> values(size);
  std::ranges::generate(values, [&] { return generator.uniform32(); });
  return values;
}

std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

std::string after_last_dash(const std::string& id) { return id.substr(id.rfind('-') + 1); }

TEST(NumpyPcg64Generator, GivesWhatNumpyPrints) {
  EXPECT_EQ(default_rng("42").random64(), 14276969152011380360u);
  EXPECT_EQ(default_rng("42").uniform64(), 0.7739560485559633);
}

// g = default_rng(S); a = g.random((3, 4)); f = g.random(3, dtype=float32); b = g.random(2);
// h = g.random(2, dtype=float32)
TEST(NumpyPcg64Generator, UniformsAreThoseOfTheFixture) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    if (!id.starts_with("pcg64/random-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& outputs = program.at("outputs");
    NumpyPcg64Generator generator = default_rng(after_last_dash(id));
    if (!outputs.contains("f")) {  // seeds above 2^32: a = g.random(4)
      fixtures::expect_bits(random(generator, 4), outputs.at("a"));
      checked += 4;
      continue;
    }
    fixtures::expect_bits(random(generator, 12), outputs.at("a"));
    fixtures::expect_bits(random_float32(generator, 3), outputs.at("f"));
    fixtures::expect_bits(random(generator, 2), outputs.at("b"));
    fixtures::expect_bits(random_float32(generator, 2), outputs.at("h"));
    checked += 19;
  }
  EXPECT_EQ(checked, 183u) << "the fixture must not shrink unseen";
}

// g = default_rng(3); A = g.random(…); D = g.random(…) < keep; Y = A * D / keep
TEST(NumpyPcg64Generator, MasksAreThoseOfTheFixture) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    const std::string id = program.at("id");
    const bool is_inverted = id.starts_with("pcg64/inverted-");
    if (!is_inverted && !id.starts_with("pcg64/big-")) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    const json& outputs = program.at("outputs");
    const double keep = std::stod(after_last_dash(id));
    NumpyPcg64Generator generator = default_rng("3");
    std::vector<double> a(10'000, 1.0);
    if (is_inverted) {
      a = random(generator, outputs.at("A").at("hex").size());
      fixtures::expect_bits(a, outputs.at("A"));
    }
    for (double& value : a) value = value * (generator.uniform64() < keep ? 1.0 : 0.0) / keep;
    fixtures::expect_bits(a, outputs.at("Y"));
    checked += a.size();
  }
  EXPECT_EQ(checked, 50'141u) << "the fixture must not shrink unseen";
}

TEST(NumpyPcg64Generator, SeedForgetsTheKeptHalf) {
  NumpyPcg64Generator generator = default_rng("5");
  const float first = generator.uniform32();
  generator.seed(words_of("5"));
  EXPECT_EQ(generator.uniform32(), first);
}

TEST(NumpyPcg64Generator, RestoreContinuesWhereStateWasTaken) {
  NumpyPcg64Generator generator = default_rng("42");
  generator.random32();  // leaves a half behind
  const auto state = copy_of(generator.state());
  const auto next = random_float32(generator, 5);
  NumpyPcg64Generator other = default_rng("1");
  other.restore(state);
  EXPECT_EQ(random_float32(other, 5), next);
}

TEST(NumpyPcg64Generator, RestoreRefusesWhatIsNoState) {
  NumpyPcg64Generator generator = default_rng("42");
  auto state = copy_of(generator.state());
  EXPECT_THAT([&] { generator.restore(std::span(state).first(16)); }, Fails(Kind::kValue));
  std::memset(state.data(), 0xff, state.size());
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue)) << "no such half";
  std::memset(state.data(), 0, state.size());
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue)) << "an increment is odd";
  EXPECT_EQ(generator.uniform64(), 0.7739560485559633) << "a refused state must change nothing";
}

}  // namespace
}  // namespace playground::random
