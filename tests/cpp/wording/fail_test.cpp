#include "wording/fail.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace playground::wording {
namespace {

TEST(Sentence, IsItsPiecesOneBehindTheOther) {
  const std::string name = "p";
  const std::vector<std::int64_t> extents{2, -3};
  EXPECT_EQ(sentence(name, " is ", 0.1, ", of ", std::span(extents), " and ", std::size_t{7}, "."),
            "p is 0.1, of [2, -3] and 7.");
  EXPECT_EQ(sentence(std::span(extents).first(0)), "[]");
}

TEST(Fail, ThrowsAnErrorOfTheSentence) {
  try {
    fail<std::length_error>("no room for ", 5);
  } catch (const std::length_error& error) {
    EXPECT_STREQ(error.what(), "no room for 5");
  }
}

}  // namespace
}  // namespace playground::wording
