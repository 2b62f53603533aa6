#include "errors/error.hpp"

#include <gmock/gmock.h>

#include <set>
#include <string>

#include "errors/fails.hpp"

namespace playground::errors {
namespace {

using testing::StrEq;

TEST(Fail, ThrowsAnErrorThatSaysItInEnglish) {
  EXPECT_THAT([] { fail(Kind::kMemory, "no room for {0} of {1}"_words, 5, "them"); },
              Fails(Kind::kMemory, StrEq("no room for 5 of them")));
}

TEST(Error, KeepsItsWordsApartFromTheirValues) {
  try {
    fail(Kind::kState, "{1} comes before {0}"_words, 2, "one");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Kind::kState);
    EXPECT_STREQ(error.phrase().words(), "{1} comes before {0}");
    EXPECT_EQ(error.phrase().values(), R"([2,"one"])");
  }
}

TEST(Kind, HasANameOfItsOwn) {
  std::set<std::string> names;
  for (int kind = 0; kind <= static_cast<int>(Kind::kNothingSurvives); ++kind) {
    names.insert(name(static_cast<Kind>(kind)));
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Kind::kNothingSurvives) + 1);
  EXPECT_STREQ(name(Kind::kGeneratorMissing), "generator-missing");
}

}  // namespace
}  // namespace playground::errors
