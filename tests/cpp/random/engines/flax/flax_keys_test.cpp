#include "random/engines/flax/flax_keys.hpp"

#include <gmock/gmock.h>

#include <array>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/words.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;
using namespace std::string_view_literals;
using nlohmann::json;
using testing::ElementsAre;

constexpr std::array kDropout0 = {"Dropout_0"sv};

std::vector<bool> mask_of(ThreefryKey key, std::size_t size, double rate,
                          JaxLayout layout = JaxLayout::kPartitionable) {
  std::vector<std::uint32_t> words(size);
  jax_bits(key, size, 0, words, layout);
  std::vector<bool> mask;
  for (const std::uint32_t word : words) {
    mask.push_back(jax_uniform(word) < static_cast<float>(1 - rate));
  }
  return mask;
}

// The key of each kind of case in flax-derived.json.
ThreefryKey key_of(const std::string& id, ThreefryKey key) {
  if (id.starts_with("linen-top-")) return linen_make_rng(key, {});
  if (id.starts_with("linen-sub-")) return linen_make_rng(key, kDropout0);
  NnxStream stream(key);
  if (id.starts_with("nnx-old-")) return stream();
  if (id.starts_with("nnx-new-")) return stream.fork()();
  return key;  // explicit-key-
}

TEST(FlaxKeys, KeysAndMasksAreThoseOfTheFixture) {
  std::size_t keys = 0;
  std::size_t checked = 0;
  for (const json& expected : fixtures::cases("flax-derived.json")) {
    const std::string id = expected.at("id");
    SCOPED_TRACE(id);
    const ThreefryKey key = key_of(id, jax_key(expected.at("seed").get<std::uint64_t>()));
    EXPECT_EQ(key, expected.at("key").get<ThreefryKey>());
    ++keys;

    const double rate = expected.at("rate");
    auto y = fixtures::values_from<float>(expected.at("x"));
    const auto mask =
        mask_of(key, y.size(), rate,
                expected.at("partitionable") ? JaxLayout::kPartitionable : JaxLayout::kOriginal);
    for (std::size_t i = 0; i < y.size(); ++i) {
      y[i] = mask[i] ? y[i] / static_cast<float>(1 - rate) : 0.0f;
    }
    fixtures::expect_bits(y, {{"hex", expected.at("y")}});
    checked += y.size();
  }
  EXPECT_EQ(keys, 168u) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 2'268u);
}

// Docstring of flax/linen/stochastic.py: Dense(4), then nn.Dropout(0.5), with key(1).
TEST(FlaxKeys, LinenMaskIsTheDocstrings) {
  EXPECT_THAT(mask_of(linen_make_rng(jax_key(1), kDropout0), 4, 0.5),
              ElementsAre(true, true, false, false));
}

// Docstring of flax/nnx/nn/stochastic.py, 0.12: nnx.Linear(3, 4), then nnx.Dropout(0.5), Rngs(0).
TEST(FlaxKeys, NnxMaskIsTheDocstrings) {
  NnxStream stream(jax_key(0));
  stream();  // the kernel of the Linear
  stream();  // and its bias
  EXPECT_THAT(mask_of(stream.fork()(), 4, 0.5), ElementsAre(true, true, true, true));
}

TEST(FlaxKeys, LinenHashesNamesAndCall) {
  constexpr std::array split = {"ab"sv, "c"sv};
  constexpr std::array joined = {"abc"sv};
  EXPECT_EQ(linen_make_rng({1, 2}, split), linen_make_rng({1, 2}, joined)) << "Flax's default";
  EXPECT_NE(linen_make_rng({1, 2}, split, 1, FlaxSeparator::kOn),
            linen_make_rng({1, 2}, joined, 1, FlaxSeparator::kOn));
  EXPECT_NE(linen_make_rng({1, 2}, joined, 1), linen_make_rng({1, 2}, joined, 2));
}

// SHA-1 of 01 00, as Python's hashlib gives it, begins with this word.
TEST(FlaxKeys, LinenWritesTheCallHighByteFirst) {
  EXPECT_EQ(linen_make_rng({1, 2}, {}, 0x100), jax_fold_in({1, 2}, 0x0e356ba5));
}

TEST(NnxStream, CountsItsRequests) {
  NnxStream stream(jax_key(5));
  EXPECT_EQ(stream(), jax_fold_in(jax_key(5), 0));
  EXPECT_EQ(stream(), jax_fold_in(jax_key(5), 1));
  NnxStream fork = stream.fork();
  EXPECT_EQ(stream.count(), 3u);
  EXPECT_EQ(fork.count(), 0u);
  EXPECT_EQ(fork(), jax_fold_in(jax_fold_in(jax_key(5), 2), 0));
}

TEST(NnxStream, RestoreContinuesWhereStateWasTaken) {
  NnxStream stream(jax_key(5));
  stream();
  NnxStream other(jax_key(0));
  other.restore(stream.state());
  EXPECT_EQ(other(), stream());
  EXPECT_THAT([&] { other.restore(stream.state().first(4)); }, Fails(Kind::kValue));
}

}  // namespace
}  // namespace playground::random
