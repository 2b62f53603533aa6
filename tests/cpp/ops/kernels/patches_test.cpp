#include "ops/kernels/patches.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace playground::ops {
namespace {

// By the definition, one element at a time.
std::vector<float> columns_by_hand(const Patches& patches, const std::vector<float>& image) {
  std::vector<float> columns;
  const auto& [depth, height, width] = patches.size;
  for (std::int64_t c = 0; c < patches.channels; ++c) {
    for (std::int64_t k = 0; k < patches.kernel[0] * patches.kernel[1] * patches.kernel[2]; ++k) {
      const Three in_kernel{k / patches.kernel[2] / patches.kernel[1],
                            k / patches.kernel[2] % patches.kernel[1], k % patches.kernel[2]};
      for (std::int64_t p = 0; p < patches.places[0] * patches.places[1] * patches.places[2]; ++p) {
        const Three place{p / patches.places[2] / patches.places[1],
                          p / patches.places[2] % patches.places[1], p % patches.places[2]};
        Three at;
        bool is_inside = true;
        for (std::size_t i = 0; i < 3; ++i) {
          at[i] = place[i] * patches.stride[i] + in_kernel[i] * patches.dilation[i] -
                  patches.padding[i];
          is_inside &= at[i] >= 0 && at[i] < patches.size[i];
        }
        columns.push_back(is_inside ? image[static_cast<std::size_t>(
                                          ((c * depth + at[0]) * height + at[1]) * width + at[2])]
                                    : 0);
      }
    }
  }
  return columns;
}

std::vector<Patches> several() {
  return {
      {.channels = 1, .size = {1, 1, 5}, .kernel = {1, 1, 3}, .places = {1, 1, 3}},
      {.channels = 2,
       .size = {1, 4, 5},
       .kernel = {1, 2, 3},
       .stride = {1, 2, 1},
       .padding = {0, 1, 2},
       .places = {1, 3, 7}},
      {.channels = 2,
       .size = {1, 6, 7},
       .kernel = {1, 2, 2},
       .stride = {1, 1, 3},
       .padding = {0, 0, 1},
       .dilation = {1, 3, 2},
       .places = {1, 3, 3}},
      {.channels = 1,
       .size = {3, 3, 3},
       .kernel = {2, 2, 2},
       .padding = {1, 1, 1},
       .places = {4, 4, 4}},
      // So far beyond the edges that a whole line lies outside.
      {.channels = 1,
       .size = {1, 2, 2},
       .kernel = {1, 1, 1},
       .stride = {1, 2, 2},
       .padding = {0, 5, 5},
       .places = {1, 6, 6}},
  };
}

std::vector<float> counted(std::size_t size) {
  std::vector<float> values;
  for (std::size_t i = 0; i < size; ++i) values.push_back(static_cast<float>(i + 1));
  return values;
}

TEST(Patches, StandAsColumnsWithZerosOutsideOfTheImage) {
  for (const Patches& patches : several()) {
    const auto image = counted(patches.elements());
    std::vector<float> columns(patches.rows() * patches.columns(), -1);
    columns_of<float>(patches, image, columns);
    EXPECT_EQ(columns, columns_by_hand(patches, image));
  }
}

// <columns_of(x), y> = <x, add_columns(y)>, of whole numbers, which have no rounding.
TEST(Patches, AreAddedBackByTheTransposedMap) {
  for (const Patches& patches : several()) {
    const auto image = counted(patches.elements());
    const auto weights = counted(patches.rows() * patches.columns());
    std::vector<float> columns(weights.size());
    columns_of<float>(patches, image, columns);
    std::vector<float> sums(image.size(), 0);
    add_columns<float>(patches, weights, sums);
    double there = 0;
    double back = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) there += double{columns[i]} * weights[i];
    for (std::size_t i = 0; i < sums.size(); ++i) back += double{sums[i]} * image[i];
    EXPECT_EQ(there, back);
  }
}

}  // namespace
}  // namespace playground::ops
