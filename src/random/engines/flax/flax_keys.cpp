#include "random/engines/flax/flax_keys.hpp"

#include <string>

#include "random/algorithms/sha1.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {

std::uint32_t linen_hash(std::span<const std::string_view> path, std::uint32_t call,
                         FlaxSeparator separator) {
  std::string text;
  const auto begin_part = [&] {
    if (separator == FlaxSeparator::kOn) text.push_back('\0');
  };
  for (const std::string_view name : path) {
    begin_part();
    text += name;
  }
  begin_part();
  bool is_leading = true;  // as few bytes as the number has, the highest first
  for (int shift = 24; shift >= 0; shift -= 8) {
    const auto byte = static_cast<std::uint8_t>(call >> shift);
    is_leading = is_leading && byte == 0;
    if (!is_leading) text.push_back(static_cast<char>(byte));
  }
  return sha1(text)[0];
}

ThreefryKey linen_make_rng(ThreefryKey key, std::span<const std::string_view> path,
                           std::uint32_t call, FlaxSeparator separator) {
  return jax_fold_in(key, linen_hash(path, call, separator));
}

std::span<const std::byte> NnxStream::state() const noexcept { return bytes_of(*this); }

void NnxStream::restore(std::span<const std::byte> state) {
  *this = from_bytes<NnxStream>(state, "flax-nnx", [](const NnxStream&) { return true; });
}

}  // namespace playground::random
