// Philox4x32-10 for four counters side by side.
#pragma once

#include <array>
#include <cstdint>

#include "random/algorithms/four_words.hpp"
#include "random/algorithms/philox4x32.hpp"

namespace playground::random {

/// The round keys after the second round, which are the same in all lanes.
class PhiloxRoundKeys {
 public:
  explicit PhiloxRoundKeys(PhiloxKey key) noexcept
      : first_(key[0] + 2 * kPhiloxWeyl0), second_(key[1] + 2 * kPhiloxWeyl1) {}

  /// Goes on to the next round.
  void advance() noexcept {
    first_ = first_ + FourWords(kPhiloxWeyl0);
    second_ = second_ + FourWords(kPhiloxWeyl1);
  }

  FourWords first() const noexcept { return first_; }
  FourWords second() const noexcept { return second_; }

 private:
  FourWords first_;
  FourWords second_;
};

/// The blocks of four counters; each lane gives what philox4x32 gives. The constructor does two of
/// the ten rounds. The caller does the other eight one by one, and other work between them, while
/// the processor waits for products.
class PhiloxLanes {
 public:
  static constexpr std::size_t kRoundsLeft = 8;

  /// Each counter word is either one word for all lanes, which is multiplied only once, or one for
  /// each lane.
  template <class Word0, class Word1, class Word2, class Word3>
  PhiloxLanes(Word0 c0, Word1 c1, Word2 c2, Word3 c3, PhiloxKey key) noexcept {
    const auto a = kFirst.times(c0);
    const auto b = kSecond.times(c2);
    const auto d0 = b.high ^ c1 ^ key[0];
    const auto d2 = a.high ^ c3 ^ key[1];
    const auto e = kFirst.times(d0);
    const auto f = kSecond.times(d2);
    words_ = {FourWords(f.high ^ b.low ^ (key[0] + kPhiloxWeyl0)), FourWords(f.low),
              FourWords(e.high ^ a.low ^ (key[1] + kPhiloxWeyl1)), FourWords(e.low)};
  }

  void round(const PhiloxRoundKeys& keys) noexcept {
    const auto a = kFirst.times(words_[0]);
    const auto b = kSecond.times(words_[2]);
    words_ = {b.high ^ words_[1] ^ keys.first(), b.low, a.high ^ words_[3] ^ keys.second(), a.low};
  }

  /// The first words of the four blocks, their second, third and fourth ones.
  const std::array<FourWords, 4>& words() const noexcept { return words_; }

 private:
  static constexpr Multiplier kFirst{kPhiloxMultiplier0};
  static constexpr Multiplier kSecond{kPhiloxMultiplier1};

  std::array<FourWords, 4> words_;
};

}  // namespace playground::random
