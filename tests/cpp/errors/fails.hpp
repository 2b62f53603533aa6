// What a function that throws an Error matches: EXPECT_THAT([] { … }, Fails(Kind::kValue)).
#pragma once

#include <gmock/gmock.h>

#include <string>

#include "errors/error.hpp"

namespace playground::errors {

/// `message` is a matcher of what().
inline auto Fails(Kind kind, const testing::Matcher<std::string>& message = testing::_) {
  return testing::Throws<Error>(testing::AllOf(testing::Property("kind", &Error::kind, kind),
                                               testing::Property("what", &Error::what, message)));
}

}  // namespace playground::errors
