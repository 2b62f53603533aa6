#include "dropout/quad_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace playground::dropout {
namespace {

double probability(std::size_t outcome, double keep_probability) {
  double product = 1;
  for (int kept = std::popcount(outcome), i = 0; i < 4; ++i) {
    product *= i < kept ? keep_probability : 1 - keep_probability;
  }
  return product;
}

}  // namespace

QuadTable::QuadTable(double keep_probability) noexcept : keep_probability_(keep_probability) {
  std::array<double, kOutcomes> residual;
  std::uint32_t decided = 0;
  std::array<std::uint32_t, kOutcomes> entries;
  for (std::size_t m = 0; m < kOutcomes; ++m) {
    const double share = 256 * probability(m, keep_probability);
    entries[m] = static_cast<std::uint32_t>(share);
    residual[m] = share - entries[m];
    decided += entries[m];
  }
  undecided_ = 256 - decided;
  std::size_t byte = undecided_;
  for (std::size_t m = 0; m < kOutcomes; ++m) {
    for (std::size_t j = 0; j < 4; ++j) rows_[256 + m][j] = (m >> j & 1) != 0 ? ~0u : 0u;
    for (std::uint32_t i = 0; i < entries[m]; ++i) rows_[byte++] = rows_[256 + m];
  }

  // Each of sixteen equal columns holds a part of its own outcome and a part of another one.
  double total = 0;
  for (const double share : residual) total += share;
  if (total == 0) total = 1;
  std::array<double, kOutcomes> heights;
  for (std::size_t m = 0; m < kOutcomes; ++m) heights[m] = residual[m] / total * kOutcomes;
  std::array<bool, kOutcomes> done{};
  for (std::size_t column = 0; column < kOutcomes; ++column) {
    // The lowest column is filled up from the highest.
    std::size_t lowest = kOutcomes;
    std::size_t highest = kOutcomes;
    for (std::size_t m = 0; m < kOutcomes; ++m) {
      if (done[m]) continue;
      if (lowest == kOutcomes || heights[m] < heights[lowest]) lowest = m;
      if (highest == kOutcomes || heights[m] > heights[highest]) highest = m;
    }
    done[lowest] = true;
    columns_[lowest] = {static_cast<std::uint8_t>(highest), static_cast<std::uint8_t>(lowest)};
    // Rounding may leave a number just below 0.
    const double own = highest != lowest ? std::clamp(heights[lowest], 0.0, 1.0) : 1;
    thresholds_[lowest] = static_cast<std::uint64_t>(std::ldexp(own, 60));
    heights[highest] -= 1 - own;
  }
}

const QuadTable& QuadTable::of(double keep_probability) noexcept {
  thread_local QuadTable last(keep_probability);
  if (last.keep_probability_ != keep_probability) last = QuadTable(keep_probability);
  return last;
}

}  // namespace playground::dropout
