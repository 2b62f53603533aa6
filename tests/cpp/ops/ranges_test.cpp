#include "ops/ranges.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <string>

#include "errors/fails.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/torch_errors.hpp"

namespace playground::ops {
namespace {

using errors::Fails;
using errors::Kind;
using fixtures::list;
using fixtures::torch_error;
using nlohmann::json;
using tensor::DType;
using tensor::Tensor;
using testing::ElementsAre;
using testing::StrEq;

void expect_ranges(const char* file, int aranges, int linspaces) {
  int arange_steps = 0;
  int linspace_steps = 0;
  for (const json& program : fixtures::cases(file)) {
    for (const json& step : program.at("steps")) {
      const std::string op = step.at("op");
      if (op != "arange" && op != "linspace") continue;
      SCOPED_TRACE(program.at("python").get<std::string>());
      const json& expected = program.at("outputs").at(step.at("out"));
      if (op == "arange") {
        ++arange_steps;
        fixtures::expect_tensor(arange(step.at("start"), step.at("end"), step.at("step"),
                                       fixtures::dtype_named(step.at("dtype"))),
                                expected);
      } else {
        ++linspace_steps;
        fixtures::expect_tensor(linspace(step.at("start"), step.at("end"), step.at("steps"),
                                         fixtures::dtype_named(step.value("dtype", "float32"))),
                                expected);
      }
    }
  }
  EXPECT_EQ(arange_steps, aranges) << "the fixture must not shrink unseen";
  EXPECT_EQ(linspace_steps, linspaces);
}

TEST(Ranges, AreThoseOfPyTorch) {
  expect_ranges("torch-cpu-default.json", 5, 7);
  expect_ranges("torch-ranges.json", 60, 15);
}

TEST(Arange, LeavesItsEndOut) {
  EXPECT_THAT(list<float>(arange(0, 3)), ElementsAre(0, 1, 2));
  EXPECT_THAT(list<float>(arange(0, 2.5)), ElementsAre(0, 1, 2));
  EXPECT_THAT(list<float>(arange(3, 0, -1)), ElementsAre(3, 2, 1));
  EXPECT_THAT(list<std::int64_t>(arange(1, 8, 3, DType::kInt64)), ElementsAre(1, 4, 7));
  EXPECT_THAT(list<double>(arange(0, 0.5, 0.25, DType::kFloat64)), ElementsAre(0, 0.25));
  EXPECT_EQ(arange(2, 2).size(), 0u);
}

TEST(Arange, OfInt64IsExactWhereDoublesAreNot) {
  constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
  EXPECT_THAT(list<std::int64_t>(arange_int64(kHighest - 3, kHighest, 1)),
              ElementsAre(kHighest - 3, kHighest - 2, kHighest - 1));
  EXPECT_THAT(list<std::int64_t>(arange_int64(kHighest, kLowest, kLowest)),
              ElementsAre(kHighest, -1));
  EXPECT_THAT(list<std::int64_t>(arange_int64(kLowest, kHighest, kHighest)),
              ElementsAre(kLowest, -1, kHighest - 1));
  EXPECT_THAT([&] { arange_int64(kLowest, kHighest, 1); }, Fails(Kind::kMemory));
}

TEST(Arange, OfIntegersTruncatesItsBoundsAndStep) {
  EXPECT_THAT(list<std::int64_t>(arange(0.9, 4.9, 1.5, DType::kInt64)), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT([&] { arange(0, 4, 0.5, DType::kInt64); }, Fails(Kind::kValue));
}

// Both in registers whose base is rounded first.
TEST(Arange, OfFloat32IsWithinAnUlpOfTheFloat64) {
  for (const double step : {0.1, 1.0 / 3, 7.7, -0.3}) {
    const auto wide = list<double>(arange(0.7, 0.7 + 1000.5 * step, step, DType::kFloat64));
    const auto narrow = list<float>(arange(0.7, 0.7 + 1000.5 * step, step));
    ASSERT_EQ(wide.size(), 1001u);
    ASSERT_EQ(narrow.size(), wide.size());
    for (std::size_t i = 0; i < wide.size(); ++i) {
      const double exact = 0.7 + step * static_cast<double>(i);
      EXPECT_NEAR(wide[i], exact, 0x1p-52 * std::max(1.0, std::abs(exact)));
      const double bound = std::numeric_limits<float>::epsilon() * std::max(1.0, std::abs(wide[i]));
      EXPECT_NEAR(narrow[i], wide[i], bound);
    }
  }
}

TEST(Arange, RefusesWhatPyTorchRefusesInItsWords) {
  EXPECT_THAT([] { arange(0, 1, 0); },
              Fails(Kind::kValue, StrEq(torch_error("torch.arange(0., 1., 0.)"))));
  for (const auto& [start, end, step] :
       {std::tuple{0.0, 1.0, -1.0}, std::tuple{1.0, 0.0, 1.0}, std::tuple{0.0, 1.0, double(NAN)}}) {
    EXPECT_THAT(
        [&] { arange(start, end, step); },
        Fails(Kind::kValue, StrEq("upper bound and lower bound inconsistent with step sign")));
  }
  EXPECT_THAT([&] { arange(0, INFINITY); }, Fails(Kind::kValue));
  EXPECT_THAT([&] { arange(NAN, 1); }, Fails(Kind::kValue));
  EXPECT_THAT([&] { arange(0, 1e300); }, Fails(Kind::kMemory));
}

TEST(Linspace, HasBothEndsExactly) {
  for (const std::int64_t steps : {2, 3, 10, 17, 1000}) {
    const auto narrow = list<float>(linspace(-0.1, 0.7, steps));
    ASSERT_EQ(narrow.size(), static_cast<std::size_t>(steps));
    EXPECT_EQ(narrow.front(), -0.1f);
    EXPECT_EQ(narrow.back(), 0.7f);
    const auto wide = list<double>(linspace(-0.1, 0.7, steps, DType::kFloat64));
    EXPECT_EQ(wide.front(), -0.1);
    EXPECT_EQ(wide.back(), 0.7);
    for (std::size_t i = 0; i < wide.size(); ++i) {
      const double exact = -0.1 + 0.8 * static_cast<double>(i) / static_cast<double>(steps - 1);
      EXPECT_NEAR(wide[i], exact, 1e-15);
      EXPECT_NEAR(narrow[i], exact, 2e-7);
    }
  }
}

TEST(Linspace, OfOneIsItsStartAndOfNoneEmpty) {
  EXPECT_THAT(list<float>(linspace(3, 5, 1)), ElementsAre(3));
  EXPECT_EQ(linspace(3, 5, 0).size(), 0u);
}

TEST(Linspace, RefusesANegativeNumberOfStepsInPyTorchsWords) {
  EXPECT_THAT([] { linspace(0, 1, -1); },
              Fails(Kind::kValue, StrEq(torch_error("torch.linspace(0., 1., -1)"))));
  EXPECT_THAT([&] { linspace(0, 1, 3, DType::kInt64); }, Fails(Kind::kDType));
}

}  // namespace
}  // namespace playground::ops
