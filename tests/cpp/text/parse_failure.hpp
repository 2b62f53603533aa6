// What a text that is no tensor is refused with.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/parse.hpp"

namespace playground::text {

inline void expect_failure(std::string_view text, const std::string& message, std::size_t line,
                           std::size_t column, random::Generator* generator = nullptr) {
  SCOPED_TRACE(text.substr(0, 100));
  try {
    parse(text, {}, generator);
    ADD_FAILURE() << "read without an error";
  } catch (const ParseError& error) {
    EXPECT_EQ(error.what(), message);
    EXPECT_EQ(error.line(), line);
    EXPECT_EQ(error.column(), column);
  }
}

}  // namespace playground::text
