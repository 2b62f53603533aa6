// Random expressions, which PyTorch evaluated: torch-expressions.py wrote and ran them.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "errors/error.hpp"
#include "fixtures/bits.hpp"
#include "text/parse.hpp"
#include "text/print.hpp"

namespace playground::text {
namespace {

// What PyTorch prints and we refuse, by the beginning of our words, and how often at most.
constexpr std::array<std::pair<std::string_view, int>, 3> kNotThere{{
    {"of powers only", 40},              // the last bit depends on the machine
    {"True and False make a bool", 20},  // bool tensors have no dropout
    {"not every number is an int64", 5},
}};

// What PyTorch refuses and we do not, or in other words, by the beginning of its words.
constexpr std::array<std::string_view, 2> kOtherwise{
    "view size is not compatible",         // here all tensors are contiguous
    "numel: integer multiplication overf"  // of an expanded scalar, in a later step
};

struct Outcome {
  std::string text;
  bool refused = false;
};

Outcome outcome_of(std::string_view expression) {
  random::Generator generator = random::TorchCpuEngine{};
  random::seed(generator, 0);
  try {
    return {print(parse(expression, {}, &generator))};
  } catch (const errors::Error& error) {
    return {error.what(), true};
  }
}

TEST(TorchExpressions, PrintWhatPyTorchPrints) {
  std::map<std::string_view, int> refused;
  int printed = 0;
  for (const auto& one : fixtures::cases("torch-expressions.json")) {
    const std::string expression = one.at(0);
    const std::string expected = one.at(1);
    if (expected.starts_with('!')) continue;
    const Outcome ours = outcome_of(expression);
    const auto* known = std::ranges::find_if(
        kNotThere, [&](const auto& kind) { return ours.text.starts_with(kind.first); });
    if (ours.refused && known != kNotThere.end()) {
      EXPECT_LE(++refused[known->first], known->second) << known->first;
      continue;
    }
    EXPECT_EQ(ours.text, expected) << expression;
    ++printed;
  }
  EXPECT_GT(printed, 700) << "or the loop above shows little";
}

TEST(TorchExpressions, AreRefusedInPyTorchsWords) {
  int refused = 0;
  for (const auto& one : fixtures::cases("torch-expressions.json")) {
    const std::string expression = one.at(0);
    const std::string expected = one.at(1);
    if (!expected.starts_with('!')) continue;
    const bool is_otherwise = std::ranges::any_of(kOtherwise, [&](std::string_view words) {
      return std::string_view(expected).substr(1).starts_with(words);
    });
    if (is_otherwise) continue;
    const Outcome ours = outcome_of(expression);
    if (ours.text.starts_with(kNotThere[1].first)) continue;
    EXPECT_TRUE(ours.refused) << expression << " gives " << ours.text;
    EXPECT_EQ(ours.text, expected.substr(1)) << expression;
    ++refused;
  }
  EXPECT_GT(refused, 300) << "or the loop above shows little";
}

}  // namespace
}  // namespace playground::text
