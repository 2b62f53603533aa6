// A row of the matrix goes through the image in steps of the stride: of each line of places, those
// that lie within the image are found first, so that the loop over them asks nothing.
#include "ops/kernels/patches.hpp"

#include <algorithm>
#include <cassert>

namespace playground::ops {
namespace {

// Of a line of places, those [first, end) whose element lies within the image, and the element of
// the place 0.
struct Line {
  std::int64_t first;
  std::int64_t end;
  std::int64_t start;
};

Line line_of(const Patches& patches, std::size_t dim, std::int64_t in_kernel) noexcept {
  const std::int64_t start = in_kernel * patches.dilation[dim] - patches.padding[dim];
  const std::int64_t stride = patches.stride[dim];
  const auto at_least = [&](std::int64_t element) {
    const std::int64_t distance = element - start;
    return distance <= 0 ? 0 : (distance + stride - 1) / stride;
  };
  const std::int64_t places = patches.places[dim];
  const std::int64_t first = std::min(at_least(0), places);
  const std::int64_t end = std::min(at_least(patches.size[dim]), places);
  return {first, std::max(first, end), start};
}

// use(column, line of the image or null, line of places along the last dimension) for each line of
// each row of the matrix.
template <class Use>
void each_line(const Patches& patches, Use use) noexcept {
  const auto& [depth, height, width] = patches.size;
  std::int64_t column = 0;
  for (std::int64_t channel = 0; channel < patches.channels; ++channel) {
    for (std::int64_t a = 0; a < patches.kernel[0]; ++a) {
      const Line outer = line_of(patches, 0, a);
      for (std::int64_t b = 0; b < patches.kernel[1]; ++b) {
        const Line middle = line_of(patches, 1, b);
        for (std::int64_t c = 0; c < patches.kernel[2]; ++c) {
          const Line inner = line_of(patches, 2, c);
          for (std::int64_t i = 0; i < patches.places[0]; ++i) {
            for (std::int64_t j = 0; j < patches.places[1]; ++j) {
              const bool is_inside =
                  i >= outer.first && i < outer.end && j >= middle.first && j < middle.end;
              const std::int64_t z = outer.start + i * patches.stride[0];
              const std::int64_t y = middle.start + j * patches.stride[1];
              const std::int64_t at = ((channel * depth + z) * height + y) * width;
              use(column, is_inside ? at : -1, inner);
              column += patches.places[2];
            }
          }
        }
      }
    }
  }
}

}  // namespace

bool Patches::is_image() const noexcept {
  return kernel == Three{1, 1, 1} && stride == Three{1, 1, 1} && padding == Three{0, 0, 0};
}

template <class T>
void columns_of(const Patches& patches, std::span<const T> image, std::span<T> columns) noexcept {
  assert(image.size() == patches.elements());
  assert(columns.size() == patches.rows() * patches.columns());
  const std::int64_t stride = patches.stride[2];
  const std::int64_t places = patches.places[2];
  each_line(patches, [&](std::int64_t column, std::int64_t at, Line line) {
    T* const to = columns.data() + column;
    if (at < 0) return std::fill_n(to, places, T(0)), void();
    std::fill_n(to, line.first, T(0));
    std::int64_t element = at + line.start + line.first * stride;
    for (std::int64_t k = line.first; k < line.end; ++k, element += stride) {
      to[k] = image[static_cast<std::size_t>(element)];
    }
    std::fill_n(to + line.end, places - line.end, T(0));
  });
}

template <class T>
void add_columns(const Patches& patches, std::span<const T> columns, std::span<T> image) noexcept {
  assert(image.size() == patches.elements());
  assert(columns.size() == patches.rows() * patches.columns());
  const std::int64_t stride = patches.stride[2];
  each_line(patches, [&](std::int64_t column, std::int64_t at, Line line) {
    if (at < 0) return;
    const T* const from = columns.data() + column;
    std::int64_t element = at + line.start + line.first * stride;
    for (std::int64_t k = line.first; k < line.end; ++k, element += stride) {
      image[static_cast<std::size_t>(element)] += from[k];
    }
  });
}

template void columns_of(const Patches&, std::span<const float>, std::span<float>) noexcept;
template void columns_of(const Patches&, std::span<const double>, std::span<double>) noexcept;
template void add_columns(const Patches&, std::span<const float>, std::span<float>) noexcept;
template void add_columns(const Patches&, std::span<const double>, std::span<double>) noexcept;

}  // namespace playground::ops
