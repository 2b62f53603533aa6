// A number in decimal digits that is multiplied by powers of two without rounding: the exact way
// between a double and what is written of it.
//
// Source  strconv/decimal.go of Go; Nigel Tao 2020, "ParseNumberF64 by Simple Decimal Conversion".
#pragma once

#include <array>
#include <cstdint>

namespace playground::wording {

/// 0.d0 d1 d2 ... times a power of ten; d0 is not 0.
class Decimal {
 public:
  Decimal() = default;

  /// The size of a finite `value`, exactly.
  explicit Decimal(double value) noexcept;

  /// Writes one more digit behind the others; a leading zero does not count.
  void push(unsigned digit) noexcept;

  /// The number of digits before the point; of 0.001 it is -2.
  int point() const noexcept { return point_; }
  void set_point(int point) noexcept { point_ = point; }

  /// Digit i, from the most significant; zeros follow the last. `i` may be negative: zeros lead.
  unsigned digit(int i) const noexcept;

  /// How many digits there are up to the last that is not 0.
  int count() const noexcept { return count_; }

  /// Rounds to `count` digits, which may be 0 or less; ties to even.
  void round(int count) noexcept;

  /// The nearest double, ties to even; infinity beyond the largest. Leaves no value behind.
  double to_double() && noexcept;

 private:
  // A double has up to 767 digits, and so has what lies halfway between two. Digits beyond decide a
  // tie only.
  static constexpr int kMostDigits = 800;
  static constexpr int kMostBits = 60;      // 10 << 60 fits into 64 bits
  static constexpr int kDigitsOfBits = 19;  // 1 << 60 has as many

  void scale(int exponent) noexcept;
  void multiply(int bits) noexcept;
  void divide(int bits) noexcept;
  void drop_trailing_zeros() noexcept;

  std::array<std::uint8_t, kMostDigits + kDigitsOfBits> digits_;
  int count_ = 0;
  int point_ = 0;
  bool is_cut_ = false;  // a digit other than 0 had no room
};

}  // namespace playground::wording
