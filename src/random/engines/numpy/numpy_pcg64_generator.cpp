#include "random/engines/numpy/numpy_pcg64_generator.hpp"

#include <array>
#include <utility>

#include "random/engines/generator_state.hpp"
#include "random/engines/numpy/numpy_seed_sequence.hpp"

namespace playground::random {

void NumpyPcg64Generator::seed(std::span<const std::uint32_t> seed) noexcept {
  std::array<std::uint32_t, 8> words;
  numpy_seed_sequence(seed, words);
  // Low word first within 64 bits, but the high 64 bits first within 128.
  const auto wide = [&words](std::size_t i) {
    const std::uint64_t high = words[i] | std::uint64_t{words[i + 1]} << 32;
    const std::uint64_t low = words[i + 2] | std::uint64_t{words[i + 3]} << 32;
    return Uint128{high} << 64 | low;
  };
  increment_ = wide(4) << 1 | 1;
  state_ = 0;
  step();
  state_ += wide(0);
  step();
  half_ = 0;
  has_half_ = 0;
}

std::uint32_t NumpyPcg64Generator::random32() noexcept {
  if (has_half_ != 0) {
    has_half_ = 0;
    return static_cast<std::uint32_t>(std::exchange(half_, 0));
  }
  const std::uint64_t word = random64();
  half_ = word >> 32;
  has_half_ = 1;
  return static_cast<std::uint32_t>(word);
}

void NumpyPcg64Generator::skip(std::uint64_t count) noexcept {
  if (count > 0 && has_half_ != 0) {
    random32();
    --count;
  }
  for (; count >= 2; count -= 2) step();
  if (count > 0) random32();
}

bool NumpyPcg64Generator::is_valid() const noexcept {
  return increment_ % 2 == 1 && half_ >> 32 == 0 && has_half_ <= 1;
}

std::span<const std::byte> NumpyPcg64Generator::state() const noexcept { return bytes_of(*this); }

void NumpyPcg64Generator::restore(std::span<const std::byte> state) {
  *this = from_bytes<NumpyPcg64Generator>(
      state, "numpy-pcg64",
      [](const NumpyPcg64Generator& restored) { return restored.is_valid(); });
}

}  // namespace playground::random
