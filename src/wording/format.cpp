#include "wording/format.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "wording/decimal.hpp"

namespace playground::wording {
namespace {

constexpr int kMostGeneralDigits = 6;

// The sign of a number, and the whole text of what is none.
std::string beginning(double value) {
  if (std::isnan(value)) return "nan";
  std::string text(std::signbit(value) ? "-" : "");
  if (std::isinf(value)) text += "inf";
  return text;
}

void append_digits(std::string& text, const Decimal& decimal, int from, int to) {
  for (int i = from; i < to; ++i) text += static_cast<char>('0' + decimal.digit(i));
}

// The digits up to `point`, which may be 0 or less, and `decimals` more.
void append_fixed(std::string& text, const Decimal& decimal, int point, int decimals) {
  if (point <= 0) text += '0';
  append_digits(text, decimal, 0, point);
  if (decimals > 0) text += '.';
  append_digits(text, decimal, point, point + decimals);
}

void append_scientific(std::string& text, const Decimal& decimal, int decimals) {
  append_fixed(text, decimal, 1, decimals);
  const int exponent = decimal.count() > 0 ? decimal.point() - 1 : 0;
  const int size = std::abs(exponent);
  text += exponent < 0 ? "e-" : "e+";
  if (size < 10) text += '0';
  text += whole(size);
}

}  // namespace

std::string fixed(double value, int decimals) {
  std::string text = beginning(value);
  if (!std::isfinite(value)) return text;
  Decimal decimal(value);
  decimal.round(decimal.point() + decimals);
  append_fixed(text, decimal, decimal.point(), decimals);
  return text;
}

std::string scientific(double value, int decimals) {
  std::string text = beginning(value);
  if (!std::isfinite(value)) return text;
  Decimal decimal(value);
  decimal.round(1 + decimals);
  append_scientific(text, decimal, decimals);
  return text;
}

std::string general(double value) {
  std::string text = beginning(value);
  if (!std::isfinite(value)) return text;
  Decimal decimal(value);
  decimal.round(kMostGeneralDigits);
  const int count = decimal.count();
  const int point = count > 0 ? decimal.point() : 1;
  if (point > -4 && point <= kMostGeneralDigits) {
    append_fixed(text, decimal, point, std::max(count - point, 0));
  } else {
    append_scientific(text, decimal, count - 1);
  }
  return text;
}

std::string whole(std::int64_t value) {
  const auto size = static_cast<std::uint64_t>(value);
  return value < 0 ? '-' + natural(0 - size) : natural(size);
}

std::string natural(std::uint64_t value) {
  char digits[20];
  std::size_t first = sizeof digits;
  do {
    digits[--first] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return {digits + first, sizeof digits - first};
}

std::string list(std::span<const std::int64_t> numbers) {
  std::string text = "[";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ", ";
    text += whole(number);
  }
  return text + ']';
}

}  // namespace playground::wording
