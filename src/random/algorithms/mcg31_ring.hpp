// MCG31 by additions: in a long run, each value is made of three earlier ones.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/mcg31.hpp"
#include "random/algorithms/mcg31_lanes.hpp"

namespace playground::random {

/// The next kSize values, which become those after them by two additions instead of a product:
/// x[n + 1440] = x[n] + x[n + 910] - x[n + 1113], since the multiplier's powers are so related.
class Mcg31Ring {
 public:
  static constexpr std::size_t kSize = 1440;

  /// Begins with the next value of `values`, which is not changed.
  explicit Mcg31Ring(Mcg31 values) noexcept {
    std::uint32_t* next = ring_.data();
    Mcg31Lanes(values).next(kSize / Mcg31Lanes::kSize, [&](FourWords four) {
      four.store_unaligned(next);
      next += 4;
    });
  }

  /// Calls `use` with the next kSize values, four at a time.
  template <class Use>
  void next(Use use) noexcept {
    // Three loops, since the two other places wrap around to 0 at different times. The first four
    // values are repeated behind the last one, for loads that begin just before the end.
    std::size_t i = 0;
    advance(i, kSize - kSubtracted, kAdded, kSubtracted, use);
    advance(i, kSize - kAdded, kAdded, kSubtracted - kSize, use);
    advance(i, kSize - 1, kAdded - kSize, kSubtracted - kSize, use);
  }

  /// The generator after the values of next().
  Mcg31 rest() const noexcept { return Mcg31(ring_[0]); }

 private:
  static constexpr std::size_t kAdded = 910;
  static constexpr std::size_t kSubtracted = 1113;
  static_assert((Mcg31::multiplier_of(kAdded) + std::uint64_t{1}) % Mcg31::kModulus ==
                (std::uint64_t{Mcg31::multiplier_of(kSize)} + Mcg31::multiplier_of(kSubtracted)) %
                    Mcg31::kModulus);

  // From i on, up to the four values that begin at `last`.
  template <class Use>
  void advance(std::size_t& i, std::size_t last, std::size_t added, std::size_t subtracted,
               Use& use) noexcept {
    const FourWords modulus(Mcg31::kModulus);
#pragma GCC unroll 2
    for (; i <= last; i += 4) {
      const FourWords values = at(i);
      use(values);
      const FourWords difference = at(i + added) - at(i + subtracted);
      const FourWords sum = values + reduced(difference, difference + modulus);
      const FourWords next = reduced(sum, sum - modulus);
      next.store_unaligned(&ring_[i]);
      if (i == 0) next.store_unaligned(&ring_[kSize]);
    }
  }

  FourWords at(std::size_t i) const noexcept { return FourWords::load_unaligned(&ring_[i]); }

  // Of two words that differ by the modulus, the one in [1, modulus), which is the larger as signed
  // numbers. It is also the smaller as unsigned ones, but for that clang emits five instructions.
  static FourWords reduced(FourWords a, FourWords b) noexcept {
    return xsimd::bitwise_cast<std::uint32_t>(
        xsimd::max(xsimd::bitwise_cast<std::int32_t>(a), xsimd::bitwise_cast<std::int32_t>(b)));
  }

  std::array<std::uint32_t, kSize + 4> ring_;
};

}  // namespace playground::random
