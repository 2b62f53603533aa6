// MCG31, sixteen values at a time in four registers, so that the processor computes the products of
// some while it waits for those of others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/mcg31.hpp"

namespace playground::random {

class Mcg31Lanes {
 public:
  static constexpr std::size_t kSize = 16;

  /// Begins with the next value of `values`, which is not changed.
  explicit Mcg31Lanes(Mcg31 values) noexcept
      : first_(four_of(values)),
        second_(four_of(values)),
        third_(four_of(values)),
        fourth_(four_of(values)) {}

  /// Calls `use` with the next 16 * times values, four at a time.
  template <class Use>
  void next(std::size_t times, Use use) noexcept {
    // Local variables, which can stay in registers.
    FourWords a = first_;
    FourWords b = second_;
    FourWords c = third_;
    FourWords d = fourth_;
    for (; times > 0; --times) {
      use(a);
      use(b);
      use(c);
      use(d);
      a = sixteen_steps_ahead(a);
      b = sixteen_steps_ahead(b);
      c = sixteen_steps_ahead(c);
      d = sixteen_steps_ahead(d);
    }
    first_ = a;
    second_ = b;
    third_ = c;
    fourth_ = d;
  }

  /// The generator after the values of next().
  Mcg31 rest() const noexcept { return Mcg31(first_.get(0)); }

 private:
  static constexpr Multiplier kTwiceSixteenSteps{2 * Mcg31::multiplier_of(kSize)};

  static FourWords four_of(Mcg31& values) noexcept {
    std::array<std::uint32_t, 4> four;
    for (std::uint32_t& value : four) value = values();
    return FourWords::load_unaligned(four.data());
  }

  static FourWords sixteen_steps_ahead(FourWords values) noexcept {
    // The factor is doubled, so that the product's bits from 31 on are in the high word.
    const auto [high, low] = kTwiceSixteenSteps.times(values);
    const FourWords sum = high + (low >> 1);
    return (sum & FourWords(Mcg31::kModulus)) + (sum >> 31);  // 2^31 is 1 here
  }

  FourWords first_;
  FourWords second_;
  FourWords third_;
  FourWords fourth_;
};

}  // namespace playground::random
