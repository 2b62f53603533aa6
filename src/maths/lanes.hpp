// What lets one formula be written once for a number and for a SIMD register of numbers: a lane of
// the register then has the bits of the number, whatever the width.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>
#include <xsimd/xsimd.hpp>

namespace playground::maths {

template <class T>
using WordOf = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// What a V is made of: `Number` is float or double, `Words` has the bits of each lane.
template <class V>
struct Lanes {
  using Number = V;
  using Words = WordOf<V>;
  using Mask = bool;
};

template <class T, class Arch>
struct Lanes<xsimd::batch<T, Arch>> {
  using Number = T;
  using Words = xsimd::batch<WordOf<T>, Arch>;
  using Mask = xsimd::batch_bool<T, Arch>;
};

template <class V>
using NumberOf = typename Lanes<V>::Number;
template <class V>
using WordsOf = typename Lanes<V>::Words;
template <class V>
using MaskOf = typename Lanes<V>::Mask;

template <class V>
inline constexpr bool kIsNumber = std::is_same_v<V, NumberOf<V>>;

template <class V>
WordsOf<V> bits(V x) noexcept {
  if constexpr (kIsNumber<V>) {
    return std::bit_cast<WordsOf<V>>(x);
  } else {
    return xsimd::bitwise_cast<WordOf<NumberOf<V>>>(x);
  }
}

template <class V>
V from_bits(WordsOf<V> words) noexcept {
  if constexpr (kIsNumber<V>) {
    return std::bit_cast<V>(words);
  } else {
    return xsimd::bitwise_cast<NumberOf<V>>(words);
  }
}

/// mask ? yes : no, lane by lane. Both are computed.
template <class V>
V pick(MaskOf<V> mask, V yes, V no) noexcept {
  if constexpr (kIsNumber<V>) {
    return mask ? yes : no;
  } else {
    return xsimd::select(mask, yes, no);
  }
}

/// Whether any lane of the mask is set.
template <class V>
bool any(MaskOf<V> mask) noexcept {
  if constexpr (kIsNumber<V>) {
    return mask;
  } else {
    return xsimd::any(mask);
  }
}

/// Which lanes of `words` are not 0.
template <class V>
MaskOf<V> not_zero(WordsOf<V> words) noexcept {
  if constexpr (kIsNumber<V>) {
    return words != 0;
  } else {
    return xsimd::batch_bool_cast<NumberOf<V>>(words != WordsOf<V>(0));
  }
}

template <class T>
inline constexpr int kMantissaBits = sizeof(T) == 4 ? 23 : 52;
template <class T>
inline constexpr WordOf<T> kSignBit = WordOf<T>{1} << (8 * sizeof(T) - 1);
template <class T>
inline constexpr WordOf<T> kOneBits = std::bit_cast<WordOf<T>>(T{1});

/// Its sum with a small number is a whole number, which then stands in its lowest bits.
template <class T>
inline constexpr T kWhole = sizeof(T) == 4 ? T{0x1.8p23} : T{0x1.8p52};

/// The nearest whole number, of two equally near ones the even one. |x| is below 2^22 (float) or
/// 2^51 (double). Instead of an instruction that SSE2 lacks.
template <class V>
V rounded(V x) noexcept {
  const V whole(kWhole<NumberOf<V>>);
  return (x + whole) - whole;
}

/// 2^n for a whole number n that is a normal number's exponent.
template <class V>
V power_of_two(V n) noexcept {
  using T = NumberOf<V>;
  return from_bits<V>((bits<V>(n + V(kWhole<T>)) << kMantissaBits<T>)+WordsOf<V>(kOneBits<T>));
}

/// A number in every lane.
template <class V>
V constant(double value) noexcept {
  return V(static_cast<NumberOf<V>>(value));
}

template <class V>
V square_root(V x) noexcept {
  if constexpr (kIsNumber<V>) {
    return std::sqrt(x);
  } else {
    return xsimd::sqrt(x);
  }
}

template <class V>
V absolute(V x) noexcept {
  using T = NumberOf<V>;
  return from_bits<V>(bits<V>(x) & WordsOf<V>(~kSignBit<T>));
}

/// A magnitude, which is not negative, with the sign of another number.
template <class V>
V with_sign_of(V magnitude, V sign) noexcept {
  using T = NumberOf<V>;
  return from_bits<V>(bits<V>(magnitude) | (bits<V>(sign) & WordsOf<V>(kSignBit<T>)));
}

/// The smaller of x and a limit; nan where x is.
template <class V>
V at_most(V x, NumberOf<V> limit) noexcept {
  return pick<V>(x > V(limit), V(limit), x);
}

/// The larger of x and a limit; nan where x is.
template <class V>
V at_least(V x, NumberOf<V> limit) noexcept {
  return pick<V>(x < V(limit), V(limit), x);
}

}  // namespace playground::maths
