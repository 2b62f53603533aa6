// How the numbers of a tensor are printed. PyTorch decides that from all of them together.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "wording/format.hpp"

namespace playground::text {

/// Source  the class _Formatter of torch/_tensor_str.py.
class NumberFormat {
 public:
  explicit NumberFormat(std::span<const float> values) { choose(values); }
  explicit NumberFormat(std::span<const double> values) { choose(values); }
  explicit NumberFormat(std::span<const std::int64_t> values);

  std::string operator()(double value) const;
  std::string operator()(std::int64_t value) const { return wording::whole(value); }

  /// Numbers are padded on the left to this many characters. An infinity may be wider.
  std::size_t width() const noexcept { return width_; }

 private:
  enum class Style { kWhole, kFixed, kScientific };

  template <class T>
  void choose(std::span<const T> values);

  Style style_ = Style::kWhole;
  std::size_t width_ = 1;
};

}  // namespace playground::text
