// Exact Bernoulli decisions for four elements at once from one byte, and rarely from 64 bits more.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace playground::dropout {

/// With keep probability k, the sixteen outcomes of four decisions have probabilities P(m), m a
/// mask of four bits. Of the 256 values of a byte, floor(256 P(m)) stand for outcome m. The values
/// that are left over, at most fifteen and always the smallest, mean that the byte does not decide.
/// Then an alias table draws the outcome with the probabilities that the floors have cut off.
/// Together these are P(m), apart from the rounding of float64.
///
/// Source  Walker 1977, "An efficient method for generating discrete random variables".
class QuadTable {
 public:
  static constexpr std::size_t kOutcomes = 16;

  /// keep_probability  in [0, 1]
  explicit QuadTable(double keep_probability) noexcept;

  /// The table for a keep probability. It is valid until the table for another one is asked for.
  static const QuadTable& of(double keep_probability) noexcept;

  /// Bytes below this do not decide: 0 to 15.
  std::uint32_t undecided() const noexcept { return undecided_; }

  /// Four words of all ones or zero, the decisions of an outcome. The index is a byte that decides,
  /// or 256 + m for outcome m. Bit j of an outcome is 1 if element j is kept.
  const std::uint32_t* row(std::size_t index) const noexcept { return rows_[index].data(); }

  /// The index of the row for a byte that does not decide, drawn with a word of 64 uniform bits.
  std::size_t residual_row(std::uint64_t word) const noexcept {
    const std::size_t column = word >> 60;
    const bool stays = (word & ((std::uint64_t{1} << 60) - 1)) < thresholds_[column];
    // A lookup, since the processor would guess a branch wrong half of the time.
    return 256 + columns_[column][stays];
  }

 private:
  double keep_probability_;
  std::uint32_t undecided_ = 0;
  alignas(64) std::array<std::array<std::uint32_t, 4>, 256 + kOutcomes> rows_{};
  std::array<std::uint64_t, 16> thresholds_{};             // of 60 bits
  std::array<std::array<std::uint8_t, 2>, 16> columns_{};  // the outcomes of one: beyond, below
};

}  // namespace playground::dropout
