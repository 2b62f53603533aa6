#include "wording/decimal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace playground::wording {

Decimal::Decimal(double value) noexcept {
  constexpr int kMantissaBits = 53;
  int exponent = 0;
  auto mantissa =
      static_cast<std::uint64_t>(std::frexp(std::abs(value), &exponent) * 0x1p53);  // exact
  if (mantissa == 0) return;
  // Most numbers have few bits, and then few digits.
  const int zeros = std::countr_zero(mantissa);
  mantissa >>= zeros;
  for (; mantissa != 0; mantissa /= 10) digits_[count_++] = mantissa % 10;
  std::reverse(digits_.begin(), digits_.begin() + count_);
  point_ = count_;
  drop_trailing_zeros();
  scale(exponent - kMantissaBits + zeros);
}

void Decimal::push(unsigned digit) noexcept {
  if (count_ == 0 && digit == 0) return;
  if (count_ < kMostDigits) {
    digits_[count_++] = static_cast<std::uint8_t>(digit);
  } else {
    is_cut_ = is_cut_ || digit != 0;
  }
}

unsigned Decimal::digit(int i) const noexcept { return i >= 0 && i < count_ ? digits_[i] : 0; }

void Decimal::drop_trailing_zeros() noexcept {
  while (count_ > 0 && digits_[count_ - 1] == 0) --count_;
}

void Decimal::round(int count) noexcept {
  if (count >= count_) return;
  const bool is_half = digit(count) == 5 && count + 1 == count_ && !is_cut_;
  const bool up = is_half ? digit(count - 1) % 2 != 0 : digit(count) >= 5;
  count_ = std::max(count, 0);
  is_cut_ = false;
  if (!up) return drop_trailing_zeros();
  while (count_ > 0 && digits_[count_ - 1] == 9) --count_;
  if (count_ > 0) {
    ++digits_[count_ - 1];
  } else {  // 0.999 has become 1, or 0.7 of a unit one unit
    push(1);
    ++point_;
  }
}

void Decimal::scale(int exponent) noexcept {
  while (exponent != 0) {
    const int bits = std::clamp(exponent, -kMostBits, kMostBits);
    bits > 0 ? multiply(bits) : divide(-bits);
    exponent -= bits;
  }
}

// From the last digit to the first, with room before it for those that come.
void Decimal::multiply(int bits) noexcept {
  std::uint64_t carry = 0;
  for (int i = count_ + kDigitsOfBits; i-- > 0;) {
    if (i >= kDigitsOfBits) carry += std::uint64_t{digits_[i - kDigitsOfBits]} << bits;
    digits_[i] = static_cast<std::uint8_t>(carry % 10);
    carry /= 10;
  }
  const int written = count_ + kDigitsOfBits;
  count_ = 0;
  point_ += kDigitsOfBits;
  for (int i = 0; i < written; ++i) {
    point_ -= count_ == 0 && digits_[i] == 0;
    push(digits_[i]);
  }
  drop_trailing_zeros();
}

// A long division.
void Decimal::divide(int bits) noexcept {
  std::uint64_t rest = 0;
  const int read = count_;
  count_ = 0;
  for (int i = 0; i < read || rest != 0; ++i) {
    rest = 10 * rest + (i < read ? digits_[i] : 0);
    const auto quotient = static_cast<unsigned>(rest >> bits);
    rest &= (std::uint64_t{1} << bits) - 1;
    point_ -= count_ == 0 && quotient == 0;
    push(quotient);
  }
  drop_trailing_zeros();
}

double Decimal::to_double() && noexcept {
  constexpr int kAllInfinite = 310;  // digits before the point
  constexpr int kAllZero = -330;
  if (count_ == 0 || point_ < kAllZero) return 0;
  if (point_ > kAllInfinite) return HUGE_VAL;
  // To a value in [1/2, 1) times 2^exponent; 2^3 is less than 10.
  int exponent = 0;
  const auto shift = [&](int bits) {
    scale(bits);
    exponent -= bits;
  };
  while (point_ > 0) shift(-3 * point_);
  while (point_ < 0 || digits_[0] < 5) shift(std::max(-3 * point_, 1));
  // To a whole number of units in the last place of the double, which are fewer for a subnormal.
  constexpr int kSmallestExponent = -1074;
  shift(std::min(53, exponent - kSmallestExponent));
  round(point_);
  std::uint64_t mantissa = 0;
  for (int i = 0; i < point_; ++i) mantissa = 10 * mantissa + digit(i);
  return std::ldexp(static_cast<double>(mantissa), exponent);
}

}  // namespace playground::wording
