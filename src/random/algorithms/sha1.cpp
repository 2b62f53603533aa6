#include "random/algorithms/sha1.hpp"

#include <bit>
#include <cstddef>
#include <string>

namespace playground::random {
namespace {

using Digest = std::array<std::uint32_t, 5>;

constexpr std::size_t kBlockSize = 64;

// The message, a one bit, zeros, and the length in bits, in whole blocks (section 5.1.1).
std::string padded(std::string_view message) {
  std::string text(message);
  text.push_back('\x80');
  while (text.size() % kBlockSize != kBlockSize - 8) text.push_back('\0');
  const std::uint64_t length = std::uint64_t{message.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8) text.push_back(static_cast<char>(length >> shift));
  return text;
}

// f_t and K_t of round t (sections 4.1.1 and 4.2.1), summed.
std::uint32_t mixed(std::size_t t, std::uint32_t b, std::uint32_t c, std::uint32_t d) noexcept {
  if (t < 20) return ((b & c) ^ (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

// Section 6.1.2.
void absorb(Digest& digest, std::string_view block) noexcept {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < kBlockSize; ++i) {
    w[i / 4] = w[i / 4] << 8 | static_cast<std::uint8_t>(block[i]);
  }
  for (std::size_t t = 16; t < w.size(); ++t) {
    w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
  }
  auto [a, b, c, d, e] = digest;
  for (std::size_t t = 0; t < w.size(); ++t) {
    const std::uint32_t next = std::rotl(a, 5) + mixed(t, b, c, d) + e + w[t];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  digest = {digest[0] + a, digest[1] + b, digest[2] + c, digest[3] + d, digest[4] + e};
}

}  // namespace

Digest sha1(std::string_view message) {
  Digest digest = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  const std::string text = padded(message);
  for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(kBlockSize)) {
    absorb(digest, rest.substr(0, kBlockSize));
  }
  return digest;
}

}  // namespace playground::random
