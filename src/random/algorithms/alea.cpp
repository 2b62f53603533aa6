#include "random/algorithms/alea.hpp"

namespace playground::random {
namespace {

// JavaScript's value >>> 0, for 0 <= value < 2^64.
std::uint32_t low32(double value) noexcept {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(value));
}

// A hash whose state goes on from one text to the next. It needs doubles, since its first product
// is rounded.
class Mash {
 public:
  std::uint32_t operator()(std::u16string_view text) noexcept {
    for (const char16_t unit : text) {
      n_ += unit;
      double h = 0.02519603282416938 * n_;
      n_ = low32(h);
      h -= n_;
      h *= n_;
      n_ = low32(h);
      h -= n_;
      n_ += h * 0x1p32;
    }
    return low32(n_);
  }

 private:
  double n_ = 0xefc8249d;
};

}  // namespace

Alea::Alea(std::u16string_view seed) noexcept {
  Mash mash;
  for (std::uint32_t& word : words_) word = mash(u" ");
  for (std::uint32_t& word : words_) word -= mash(seed);
}

}  // namespace playground::random
