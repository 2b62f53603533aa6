#include "random/engines/numpy/numpy_seed_sequence.hpp"

#include <array>
#include <cstddef>

namespace playground::random {
namespace {

constexpr std::size_t kPoolSize = 4;

// A hash whose constants change from value to value.
class Hash {
 public:
  constexpr Hash(std::uint32_t start, std::uint32_t step) noexcept
      : constant_(start), step_(step) {}

  constexpr std::uint32_t operator()(std::uint32_t value) noexcept {
    value ^= constant_;
    constant_ *= step_;
    value *= constant_;
    return value ^ value >> 16;
  }

 private:
  std::uint32_t constant_;
  std::uint32_t step_;
};

constexpr std::uint32_t mix(std::uint32_t x, std::uint32_t y) noexcept {
  const std::uint32_t mixed = 0xca01f9dd * x - 0x4973f715 * y;
  return mixed ^ mixed >> 16;
}

}  // namespace

void numpy_seed_sequence(std::span<const std::uint32_t> seed,
                         std::span<std::uint32_t> state) noexcept {
  while (!seed.empty() && seed.back() == 0) seed = seed.first(seed.size() - 1);

  Hash hash(0x43b0d7e5, 0x931e8875);
  std::array<std::uint32_t, kPoolSize> pool;
  for (std::size_t i = 0; i < kPoolSize; ++i) pool[i] = hash(i < seed.size() ? seed[i] : 0);
  for (std::size_t from = 0; from < kPoolSize; ++from) {
    for (std::size_t to = 0; to < kPoolSize; ++to) {
      if (from != to) pool[to] = mix(pool[to], hash(pool[from]));
    }
  }
  for (std::size_t from = kPoolSize; from < seed.size(); ++from) {
    for (std::uint32_t& word : pool) word = mix(word, hash(seed[from]));
  }

  Hash output(0x8b51f9dd, 0x58f38ded);
  for (std::size_t i = 0; i < state.size(); ++i) state[i] = output(pool[i % kPoolSize]);
}

}  // namespace playground::random
