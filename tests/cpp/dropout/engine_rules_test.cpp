#include "dropout/engine_rules.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "fixtures/seeded.hpp"
#include "fixtures/torch_errors.hpp"
#include "fixtures/words.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using enum LayerKind;
using fixtures::of_every_engine;
using random::Generator;
using tensor::DType;
using testing::HasSubstr;
using testing::StrEq;

// Our own engine does what the layers of PyTorch do.
bool is_torch_or_fast(const Generator& generator) {
  return name(generator).starts_with("torch-") || name(generator) == "fast";
}
bool is_numpy(const Generator& generator) { return name(generator).starts_with("numpy"); }
bool is_tfjs(const Generator& generator) { return name(generator) == "tfjs"; }

// What tf.dropout 4.22 said.
std::string tfjs_error(const std::string& of) {
  return fixtures::fixture("tfjs.json").at("provenance").at("errors").at(of);
}

TEST(EngineRules, TorchTfjsAndFastMultiplyTheOthersDivide) {
  for (const auto& generator : of_every_engine(1)) {
    EXPECT_EQ(arithmetic(*generator), is_torch_or_fast(*generator) || is_tfjs(*generator)
                                          ? Arithmetic::kProduct
                                      : is_numpy(*generator) ? Arithmetic::kQuotientOfProduct
                                                             : Arithmetic::kSelectedQuotient)
        << name(*generator);
  }
}

TEST(EngineRules, AllDrawBetweenZeroAndOne) {
  for (const auto& generator : of_every_engine(1)) {
    for (const double p : {1e-300, 0.5, 1 - 0x1p-53}) {
      EXPECT_EQ(shortcut(*generator, DropProbability(p)), Shortcut::kNone) << name(*generator);
    }
  }
}

TEST(EngineRules, OnlyNumpyDrawsAtZeroAndOne) {
  for (const auto& generator : of_every_engine(1)) {
    const auto at_zero = shortcut(*generator, DropProbability(0));
    const auto at_one = shortcut(*generator, DropProbability(1));
    if (is_numpy(*generator)) {
      EXPECT_EQ(at_zero, Shortcut::kNone);
      EXPECT_EQ(at_one, Shortcut::kNone);
    } else {
      EXPECT_EQ(at_zero, Shortcut::kUnchanged) << name(*generator);
      EXPECT_EQ(at_one, is_torch_or_fast(*generator) ? Shortcut::kTimesZero
                        : is_tfjs(*generator)        ? Shortcut::kRefused
                                                     : Shortcut::kZero);
    }
  }
}

TEST(EngineRules, OnlyTorchOnACpuAndFastHaveAllLayers) {
  for (const auto& generator : of_every_engine(1)) {
    EXPECT_NO_THROW(check_layer(*generator, kDropout));
    for (const LayerKind kind :
         {kDropout1d, kDropout2d, kDropout3d, kAlphaDropout, kFeatureAlphaDropout}) {
      if (name(*generator).starts_with("torch-cpu") || name(*generator) == "fast") {
        EXPECT_NO_THROW(check_layer(*generator, kind));
      } else {
        EXPECT_THAT([&] { check_layer(*generator, kind); },
                    Fails(Kind::kLayer, testing::AllOf(HasSubstr(std::string(name(*generator))),
                                                       HasSubstr(std::string(name(kind))))));
      }
    }
  }
}

TEST(EngineRules, OnlyTfjsRefusesARateOfOne) {
  for (const auto& generator : of_every_engine(1)) {
    EXPECT_NO_THROW(check_probability(*generator, DropProbability(0)));
    if (is_tfjs(*generator)) {
      EXPECT_THAT([&] { check_probability(*generator, DropProbability(1)); },
                  Fails(Kind::kProbability, StrEq(tfjs_error("rate 1"))));
    } else {
      EXPECT_NO_THROW(check_probability(*generator, DropProbability(1)));
    }
  }
}

TEST(EngineRules, OnlyNumPyAndJaxDropIntegers) {
  for (const auto& generator : of_every_engine(1)) {
    const auto check = [&] { check_dtype(*generator, DType::kInt64); };
    if (is_torch_or_fast(*generator)) {
      EXPECT_THAT(
          check,
          Fails(Kind::kIntegers,
                StrEq(fixtures::torch_error("F.dropout(torch.ones(3, dtype=torch.int64), 0.5)"))));
    } else if (is_tfjs(*generator)) {
      EXPECT_THAT(check, Fails(Kind::kDType, StrEq(tfjs_error("int input"))));
    } else if (is_numpy(*generator) || std::holds_alternative<random::JaxEngine>(*generator)) {
      EXPECT_NO_THROW(check());
    } else {
      EXPECT_THAT(check, Fails(Kind::kDType, HasSubstr("lax.select"))) << name(*generator);
    }
  }
}

TEST(EngineRules, TorchNumpyAndFastHaveFloat64) {
  for (const auto& generator : of_every_engine(1)) {
    EXPECT_NO_THROW(check_dtype(*generator, DType::kFloat32));
    if (is_torch_or_fast(*generator) || is_numpy(*generator)) {
      EXPECT_NO_THROW(check_dtype(*generator, DType::kFloat64));
    } else {
      EXPECT_THAT([&] { check_dtype(*generator, DType::kFloat64); }, Fails(Kind::kEngine))
          << name(*generator);
    }
  }
}

}  // namespace
}  // namespace playground::dropout
