// Alea, the generator of TensorFlow.js's tf.dropout with a seed. It was published with doubles, all
// of which are whole multiples of 2^-32; here they are integers, the numerators.
//
// Source    Johannes Baagøe's Alea as in npm's seedrandom (seedrandom.alea), without added entropy.
// Answers   Seed "hello." gives 0.4783254903741181, then 0.8297006865032017.
// Verified  tests/fixtures/tfjs.json, computed by TensorFlow.js 4.22.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace playground::random {

/// tf.dropout makes one from String(seed) in every call, so nothing is left from call to call.
class Alea {
 public:
  /// seed  UTF-16 code units, as a string of JavaScript has them.
  explicit Alea(std::u16string_view seed) noexcept;

  /// The next word; what Alea calls the random number is this / 2^32, in [0, 1).
  std::uint32_t operator()() noexcept {
    // Multiply with carry, lag 3.
    const std::uint64_t t = std::uint64_t{2091639} * words_[0] + carry_;
    carry_ = static_cast<std::uint32_t>(t >> 32);
    words_ = {words_[1], words_[2], static_cast<std::uint32_t>(t)};
    return words_[2];
  }

 private:
  std::array<std::uint32_t, 3> words_;  // the last three, oldest first
  std::uint32_t carry_ = 1;
};

/// TensorFlow.js's float32 uniform of one word, rounded to nearest and so in [0, 1].
constexpr float alea_uniform(std::uint32_t word) noexcept {
  return static_cast<float>(word) * 0x1p-32f;
}

}  // namespace playground::random
