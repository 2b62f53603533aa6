// SHA-1, with which Flax makes keys of names. Not for keeping secrets.
//
// Source   FIPS 180-4, section 6.1.
// Answers  "abc" gives a9993e36 4706816a ba3e2571 7850c26c 9cd0d89d.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace playground::random {

/// The digest of the bytes of `message`, in words as the standard prints them.
std::array<std::uint32_t, 5> sha1(std::string_view message);

}  // namespace playground::random
