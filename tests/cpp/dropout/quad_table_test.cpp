#include "dropout/quad_table.hpp"

#include <gmock/gmock.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace playground::dropout {
namespace {

std::size_t outcome(const QuadTable& table, std::size_t row) {
  std::size_t m = 0;
  for (std::size_t j = 0; j < 4; ++j) m |= std::size_t{table.row(row)[j] & 1} << j;
  return m;
}

// The probability of each outcome, from the table as it is: which bytes name it, and where in a
// column of the alias table its words begin and end, found by bisection.
std::array<double, 16> probabilities(const QuadTable& table) {
  std::array<double, 16> result{};
  for (std::size_t byte = table.undecided(); byte < 256; ++byte) {
    result[outcome(table, byte)] += 1.0 / 256;
  }
  constexpr std::uint64_t kColumn = std::uint64_t{1} << 60;
  for (std::uint64_t column = 0; column < 16; ++column) {
    const std::size_t own = table.residual_row(column * kColumn);
    const std::size_t other = table.residual_row(column * kColumn + (kColumn - 1));
    std::uint64_t low = 0;
    std::uint64_t high = kColumn;
    while (own != other && high - low > 1) {
      const std::uint64_t middle = low + (high - low) / 2;
      (table.residual_row(column * kColumn + middle) == own ? low : high) = middle;
    }
    const double share = own == other ? 1 : static_cast<double>(high) * 0x1p-60;
    result[outcome(table, own)] += table.undecided() / 256.0 * share / 16;
    result[outcome(table, other)] += table.undecided() / 256.0 * (1 - share) / 16;
  }
  return result;
}

TEST(QuadTable, GivesEachOutcomeItsProbability) {
  for (const double keep : {0.0, 1e-12, 1.0 / 256, 0.1, 0.2, 0.25, 0.3, 1.0 / 3, 0.5, 0.6180339887,
                            0.7, 0.75, 0.9, 0.99, 1 - 1e-9, 1.0}) {
    const QuadTable table(keep);
    const auto got = probabilities(table);
    double kept = 0;
    for (std::size_t m = 0; m < 16; ++m) {
      const int survivors = std::popcount(m);
      const double expected = std::pow(keep, survivors) * std::pow(1 - keep, 4 - survivors);
      EXPECT_NEAR(got[m], expected, 0x1p-50) << "keep " << keep << ", outcome " << m;
      kept += survivors * got[m] / 4;
    }
    EXPECT_NEAR(kept, keep, 0x1p-50);
    EXPECT_LE(table.undecided(), 15u);
  }
}

TEST(QuadTable, DecidesByTheByteAloneWherePIsAQuarterAHalfOrThree) {
  for (const double keep : {0.25, 0.5, 0.75}) EXPECT_EQ(QuadTable(keep).undecided(), 0u);
}

TEST(QuadTable, NeverKeepsAtZeroAndNeverDropsAtOne) {
  for (std::size_t byte = 0; byte < 256; ++byte) {
    EXPECT_EQ(outcome(QuadTable(0), byte), 0u);
    EXPECT_EQ(outcome(QuadTable(1), byte), 15u);
  }
}

TEST(QuadTable, IsThatOfTheProbabilityAskedForWhicheverWasLast) {
  for (const double keep : {0.3, 0.3, 0.4, 0.3}) {
    const QuadTable& got = QuadTable::of(keep);
    const QuadTable expected(keep);
    for (std::size_t row = 0; row < 256 + QuadTable::kOutcomes; ++row) {
      EXPECT_EQ(outcome(got, row), outcome(expected, row));
    }
  }
  EXPECT_NE(outcome(QuadTable::of(0.9), 200), outcome(QuadTable::of(0.1), 200));
}

}  // namespace
}  // namespace playground::dropout
