// The patches of images that a kernel moves over, side by side as the columns of a matrix: a
// convolution is then a product of matrices.
//
// Images have three dimensions; those that one has not are 1, and there the kernel is 1, too.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace playground::ops {

using Three = std::array<std::int64_t, 3>;

/// How a kernel moves over an image of so many channels.
struct Patches {
  std::int64_t channels;
  Three size;  // of the image
  Three kernel{1, 1, 1};
  Three stride{1, 1, 1};
  Three padding{0, 0, 0};  // zeros on both sides
  Three dilation{1, 1, 1};
  Three places{};  // how many there are for the kernel, in each dimension

  /// Elements of a patch, of which each is a row.
  std::size_t rows() const noexcept {
    return static_cast<std::size_t>(channels * kernel[0] * kernel[1] * kernel[2]);
  }
  /// Of an image.
  std::size_t elements() const noexcept {
    return static_cast<std::size_t>(channels * size[0] * size[1] * size[2]);
  }
  std::size_t columns() const noexcept {
    return static_cast<std::size_t>(places[0] * places[1] * places[2]);
  }
  /// Whether the columns are the image itself.
  bool is_image() const noexcept;
};

/// columns(channel and place in the kernel, place of the kernel) = the element of the image there,
/// or 0 where it has none.
///
/// image  [channels, size]; columns  [rows, columns]
template <class T>
void columns_of(const Patches& patches, std::span<const T> image, std::span<T> columns) noexcept;

/// The gradient: each element of the image gets the sum over the columns that it is in, added to
/// what is there.
template <class T>
void add_columns(const Patches& patches, std::span<const T> columns, std::span<T> image) noexcept;

}  // namespace playground::ops
