// How the numbers of a tensor are printed. PyTorch decides that from all of them together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace playground::text {

/// Source  the class _Formatter of torch/_tensor_str.py.
class NumberFormat {
 public:
  NumberFormat() = default;
  /// decimals    behind the point
  /// scientific  whether they are written so, if that is not PyTorch's choice
  explicit NumberFormat(std::span<const double> values, int decimals = 4,
                        std::optional<bool> scientific = std::nullopt);

  /// are_bools  whether they are True and False, which are written so
  NumberFormat(std::span<const std::int64_t> values, bool are_bools);

  std::string operator()(double value) const;
  std::string operator()(std::int64_t value) const;

  /// Numbers are padded on the left to this many characters. An infinity may be wider.
  std::size_t width() const noexcept { return width_; }

 private:
  enum class Style { kWhole, kFixed, kScientific, kBool };

  Style style_ = Style::kWhole;
  int decimals_ = 4;
  std::size_t width_ = 1;
};

}  // namespace playground::text
