// The second normal of a pair, which a generator keeps for its next call.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

namespace playground::random {

class SpareNormal {
 public:
  void keep(double normal) noexcept { bits_ = std::bit_cast<std::uint64_t>(normal); }

  void clear() noexcept { bits_ = kNone; }

  /// The normal that was kept, once.
  std::optional<double> take() noexcept {
    if (bits_ == kNone) return std::nullopt;
    const auto normal = std::bit_cast<double>(bits_);
    clear();
    return normal;
  }

  /// False for bits from outside that no normal has.
  bool is_valid() const noexcept {
    return bits_ == kNone || std::isfinite(std::bit_cast<double>(bits_));
  }

 private:
  static constexpr std::uint64_t kNone = ~std::uint64_t{0};  // a nan, which no normal is

  std::uint64_t bits_ = kNone;
};

}  // namespace playground::random
