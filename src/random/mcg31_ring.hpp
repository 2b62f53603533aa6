// MCG31 by addition instead of multiplication, for long streams: 1440 values are kept, and each is
// replaced by one made of three of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "random/four_words.hpp"
#include "random/mcg31.hpp"

namespace playground::random {

/// The multiplier's powers satisfy a^1440 = 1 + a^910 - a^1113 mod 2^31 - 1, and so do the values:
/// x[n + 1440] = x[n] + x[n + 910] - x[n + 1113].
class Mcg31Ring {
 public:
  static constexpr std::size_t kSize = 1440;

  /// Holds the next kSize values, which `values` goes on behind.
  explicit Mcg31Ring(Mcg31& values) noexcept {
    values.fill(std::span(ring_).first<kSize>());
    copy_beginning_behind_end();
  }

  /// The values it holds.
  std::span<const std::uint32_t, kSize> values() const noexcept {
    return std::span(ring_).first<kSize>();
  }

  /// Calls `use` with its values, four at a time, and replaces them by the kSize after them. Takes
  /// and returns it by value: so what it counts stays in registers.
  template <class Use>
  Use pass(Use use) noexcept {
    // In each stretch the two other values lie at the same distance, before or behind the end; only
    // the first four of the ring are needed behind it, where a batch straddles the end.
    use = replace<0, 4, kSecond, kThird>(use);
    copy_beginning_behind_end();
    use = replace<4, 328, kSecond, kThird>(use);
    use = replace<328, 532, kSecond, kThird - kLength>(use);
    return replace<532, kLength, kSecond - kLength, kThird - kLength>(use);
  }

 private:
  static constexpr std::ptrdiff_t kLength = kSize;
  static constexpr std::ptrdiff_t kSecond = 910;
  static constexpr std::ptrdiff_t kThird = 1113;

  template <std::ptrdiff_t from, std::ptrdiff_t to, std::ptrdiff_t second, std::ptrdiff_t third,
            class Use>
  Use replace(Use use) noexcept {
    const FourWords modulus(Mcg31::kModulus);
    for (std::uint32_t* at = ring_.data() + from; at != ring_.data() + to; at += 4) {
      const FourWords current = FourWords::load_unaligned(at);
      // Each of the two sums is out of range on one side only; what has wrapped around is larger.
      const FourWords difference =
          FourWords::load_unaligned(at + second) - FourWords::load_unaligned(at + third);
      const FourWords sum = current + xsimd::min(difference, difference + modulus);
      xsimd::min(sum, sum - modulus).store_unaligned(at);
      use(current);
    }
    return use;
  }

  void copy_beginning_behind_end() noexcept {
    FourWords::load_unaligned(ring_.data()).store_unaligned(ring_.data() + kSize);
  }

  std::array<std::uint32_t, kSize + 4> ring_;
};

}  // namespace playground::random
