#include "errors/phrase.hpp"

#include <gmock/gmock.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

namespace playground::errors {
namespace {

TEST(Phrase, HasItsValuesInItsPlaces) {
  const std::string name = "p";
  const std::vector<std::int64_t> extents{2, -3};
  EXPECT_EQ(
      Phrase("{0} is {1}, of {2} and {3}."_words, name, 0.1, std::span(extents), std::size_t{7})
          .english(),
      "p is 0.1, of [2, -3] and 7.");
  EXPECT_EQ(Phrase("{1}{0}{1}"_words, "-", 'a' - 'a').english(), "0-0");
  EXPECT_EQ(Phrase("{0}"_words, std::span(extents).first(0)).english(), "[]");
  EXPECT_EQ(Phrase("too many"_words).english(), "too many");
}

TEST(Phrase, HasAPhraseInAPlace) {
  const Phrase list("a list of {0}"_words, 3);
  const Phrase sentence("expected {0}, but found {1}"_words, list, Phrase("a number"_words));
  EXPECT_EQ(sentence.english(), "expected a list of 3, but found a number");
  EXPECT_EQ(sentence.values(), R"([{"template":"a list of {0}","values":[3]},)"
                               R"({"template":"a number","values":[]}])");
}

TEST(Phrase, HasValuesThatAreJson) {
  const std::string text = "\"\\\n\x1f\u00e9";
  const std::vector<std::int64_t> extents{2, -3};
  const auto values = nlohmann::json::parse(
      Phrase("{0}{1}{2}{3}"_words, text, 0.1, 7, std::span(extents)).values());
  EXPECT_EQ(values, nlohmann::json::array({text, "0.1", 7, nlohmann::json::array({2, -3})}));
}

TEST(Phrase, HasATextForAWholeNumberThatJavaScriptWouldRound) {
  const std::vector<std::int64_t> extents{1, INT64_MAX};
  constexpr std::int64_t kLargest = 1LL << 53;
  EXPECT_EQ(
      Phrase("{0}{1}{2}{3}"_words, kLargest, -kLargest, kLargest + 1, std::span(extents)).values(),
      R"([9007199254740992,-9007199254740992,"9007199254740993","[1, 9223372036854775807]"])");
}

}  // namespace
}  // namespace playground::errors
