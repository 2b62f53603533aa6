#include "ops/selection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace playground::ops {
namespace {

bool less(const Keyed& a, const Keyed& b) { return a.key < b.key; }

bool are_same(const std::vector<Keyed>& a, const std::vector<Keyed>& b) {
  return std::ranges::equal(a, b, [](const Keyed& one, const Keyed& other) {
    return one.key == other.key && one.index == other.index;
  });
}

// Many elements that are equal, or few, in no order or nearly in one.
std::vector<std::vector<Keyed>> lines() {
  std::vector<std::vector<Keyed>> all;
  std::mt19937 random(5);
  for (const std::size_t size : {1, 2, 3, 4, 5, 15, 16, 17, 33, 64, 100, 1000}) {
    for (const std::uint64_t kinds : {1, 2, 7, 1000000}) {
      std::vector<Keyed> line(size);
      for (std::size_t i = 0; i < size; ++i) {
        line[i] = {random() % kinds, static_cast<std::int64_t>(i)};
      }
      all.push_back(line);
      std::ranges::sort(line, less);
      all.push_back(line);
      std::ranges::reverse(line);
      all.push_back(line);
    }
  }
  return all;
}

std::vector<std::size_t> places(std::size_t size) { return {0, size / 3, size / 2, size - 1}; }

#ifdef __GLIBCXX__  // What it is to be the same as is there.
TEST(Selection, PutsEqualElementsWhereGccPutsThem) {
  for (const auto& line : lines()) {
    auto got = line;
    auto expected = line;
    sort_as_gcc(got);
    std::sort(expected.begin(), expected.end(), less);
    EXPECT_TRUE(are_same(got, expected)) << "sort of " << line.size();
    for (const std::size_t place : places(line.size())) {
      got = expected = line;
      nth_element_as_gcc(got, place);
      const auto nth = static_cast<std::ptrdiff_t>(place);
      std::nth_element(expected.begin(), expected.begin() + nth, expected.end(), less);
      EXPECT_TRUE(are_same(got, expected)) << "element " << place << " of " << line.size();
      got = expected = line;
      partial_sort_as_gcc(got, place);
      std::partial_sort(expected.begin(), expected.begin() + nth, expected.end(), less);
      EXPECT_TRUE(are_same(got, expected)) << "first " << place << " of " << line.size();
    }
  }
}
#endif

TEST(Selection, SortsStably) {
  for (const auto& line : lines()) {
    auto sorted = line;
    sort_stably(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      const bool is_in_order =
          sorted[i - 1].key < sorted[i].key ||
          (sorted[i - 1].key == sorted[i].key && sorted[i - 1].index < sorted[i].index);
      EXPECT_TRUE(is_in_order) << i << " of " << sorted.size();
    }
  }
}

TEST(Selection, FindsTheNthElementQuickly) {
  for (const auto& line : lines()) {
    auto sorted = line;
    sort_stably(sorted);
    for (const std::size_t place : places(line.size())) {
      auto selected = line;
      quick_select(selected, place);
      EXPECT_EQ(selected[place].key, sorted[place].key) << place << " of " << line.size();
      sort_stably(selected);
      EXPECT_TRUE(are_same(selected, sorted)) << "none is lost";
    }
  }
}

}  // namespace
}  // namespace playground::ops
