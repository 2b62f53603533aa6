// `toy`: an engine that there is not. It shows what one takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "random/engines/engine_record.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {

/// Source  Marsaglia, Xorshift RNGs, 2003, page 4.
class ToyGenerator {
 public:
  explicit ToyGenerator(std::uint64_t seed) noexcept : word_(static_cast<std::uint32_t>(seed) | 1) {}

  std::uint32_t random32() noexcept {
    word_ ^= word_ << 13;
    word_ ^= word_ >> 17;
    word_ ^= word_ << 5;
    return word_;
  }

  std::span<const std::byte> state() const noexcept { return bytes_of(*this); }
  void restore(std::span<const std::byte> state) {
    *this = from_bytes<ToyGenerator>(state, "toy",
                                     [](const ToyGenerator& restored) { return restored.word_ != 0; });
  }

 private:
  std::uint32_t word_;
};

struct ToyEngine {
  static constexpr EngineRecord kRecord{.rules = {.name = "toy",
                                                  .framework = Framework::kOwn,
                                                  .integers = Integers::kUncastable,
                                                  .arithmetic = Arithmetic::kProduct,
                                                  .at_one = Shortcut::kTimesZero,
                                                  .seed_kind = SeedKind::kInteger,
                                                  .stream = Stream::kWords,
                                                  .algorithm = Algorithm::kMt19937},
                                        .seeds = {0, std::numeric_limits<std::uint32_t>::max()},
                                        .drawn_from = {.text = "xorshift32"}};

  ToyGenerator generator{0};

  void seed(std::uint64_t seed) noexcept { generator = ToyGenerator(seed); }
};

}  // namespace playground::random
