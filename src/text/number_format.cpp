#include "text/number_format.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "wording/format.hpp"

namespace playground::text {

NumberFormat::NumberFormat(std::span<const std::int64_t> values, bool are_bools)
    : style_(are_bools ? Style::kBool : Style::kWhole) {
  for (const std::int64_t value : values) width_ = std::max(width_, (*this)(value).size());
}

std::string NumberFormat::operator()(double value) const {
  if (style_ == Style::kScientific) return wording::scientific(value, decimals_);
  if (style_ == Style::kFixed || !std::isfinite(value)) return wording::fixed(value, decimals_);
  return wording::fixed(value, 0) + '.';
}

std::string NumberFormat::operator()(std::int64_t value) const {
  if (style_ == Style::kBool) return value != 0 ? "True" : "False";
  return wording::whole(value);
}

// Zeros and non-finite values affect neither the choice nor the width. Nor does the width know of a
// choice that is not PyTorch's.
NumberFormat::NumberFormat(std::span<const double> values, int decimals,
                           std::optional<bool> scientific)
    : decimals_(decimals) {
  const auto counts = [](double value) { return std::isfinite(value) && value != 0; };
  bool any = false;
  bool whole = true;
  double smallest = std::numeric_limits<double>::infinity();
  double largest = 0;
  for (const double value : values) {
    if (!counts(value)) continue;
    any = true;
    whole = whole && value == std::ceil(value);
    smallest = std::min(smallest, std::abs(value));
    largest = std::max(largest, std::abs(value));
  }
  if (!any) return;
  const Style plain = whole ? Style::kWhole : Style::kFixed;
  const bool is_wide = largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
  style_ = is_wide ? Style::kScientific : plain;
  for (const double value : values) {
    if (counts(value)) width_ = std::max(width_, (*this)(value).size());
  }
  if (scientific) style_ = *scientific ? Style::kScientific : plain;
}

}  // namespace playground::text
