// Numbers as C's printf writes them, without it: rounded once from the exact value, ties to even.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace playground::wording {

/// As "%.{decimals}f". All three write "nan" without a sign, "inf" and "-inf".
std::string fixed(double value, int decimals);

/// As "%.{decimals}e".
std::string scientific(double value, int decimals);

/// As "%g": six digits at most, which is how a C++ stream writes a double.
std::string general(double value);

std::string whole(std::int64_t value);
std::string natural(std::uint64_t value);

/// "[2, 3]", as Python prints a list.
std::string list(std::span<const std::int64_t> numbers);

}  // namespace playground::wording
