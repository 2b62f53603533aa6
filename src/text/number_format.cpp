#include "text/number_format.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace playground::text {
namespace {

constexpr std::size_t kLongestDouble = 330;  // -1.8e308 with four decimals

std::string formatted(const char* format, double value) {
  char text[kLongestDouble];
  const int length = std::snprintf(text, sizeof text, format, value);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

NumberFormat::NumberFormat(std::span<const std::int64_t> values) {
  for (const std::int64_t value : values) width_ = std::max(width_, (*this)(value).size());
}

std::string NumberFormat::operator()(double value) const {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  switch (style_) {
    case Style::kWhole:
      return formatted("%.0f.", value);
    case Style::kFixed:
      return formatted("%.4f", value);
    case Style::kScientific:
      break;
  }
  return formatted("%.4e", value);
}

// Zeros and non-finite values take no part in the choice, nor in the width.
template <class T>
void NumberFormat::choose(std::span<const T> values) {
  const auto counts = [](T value) { return std::isfinite(value) && value != 0; };
  bool any = false;
  bool whole = true;
  double smallest = std::numeric_limits<double>::infinity();
  double largest = 0;
  for (const T value : values) {
    if (!counts(value)) continue;
    any = true;
    whole = whole && value == std::ceil(value);
    smallest = std::min(smallest, std::abs(static_cast<double>(value)));
    largest = std::max(largest, std::abs(static_cast<double>(value)));
  }
  if (!any) return;
  const bool scientific = largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
  style_ = scientific ? Style::kScientific : whole ? Style::kWhole : Style::kFixed;
  for (const T value : values) {
    if (counts(value)) width_ = std::max(width_, (*this)(static_cast<double>(value)).size());
  }
}

template void NumberFormat::choose(std::span<const float>);
template void NumberFormat::choose(std::span<const double>);

}  // namespace playground::text
