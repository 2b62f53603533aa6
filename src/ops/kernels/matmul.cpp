// A tile of four rows and two registers of columns stays in registers while k runs: eight sums, two
// registers of b and one of a. More live registers than about twelve are spilled by V8.
#include "ops/kernels/matmul.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <xsimd/xsimd.hpp>

namespace playground::ops {
namespace {

constexpr std::size_t kTileRows = 4;
// So many rows of b are worked through at a time: a panel of them stays in the first cache.
constexpr std::size_t kBlock = 256;

template <class T>
struct Panel {
  using Lanes = xsimd::batch<T>;
  static constexpr std::size_t kColumns = 2 * Lanes::size;

  const T* rows;
  std::ptrdiff_t stride;  // from row to row
};

/// kRows rows of a times a panel of b, added to `tile`, or to 0. a is at its first row and at the
/// first k.
template <std::size_t kRows, class T>
void multiply_tile(const T* a, std::ptrdiff_t row_stride, std::ptrdiff_t k_stride, Panel<T> panel,
                   std::size_t depth, T* tile, std::ptrdiff_t tile_stride, bool adds) noexcept {
  using Lanes = typename Panel<T>::Lanes;
  std::array<Lanes, kRows> left;
  std::array<Lanes, kRows> right;
  for (std::size_t i = 0; i < kRows; ++i) {
    const T* row = tile + static_cast<std::ptrdiff_t>(i) * tile_stride;
    left[i] = adds ? Lanes::load_unaligned(row) : Lanes(T(0));
    right[i] = adds ? Lanes::load_unaligned(row + Lanes::size) : Lanes(T(0));
  }
  std::array<const T*, kRows> element;
  for (std::size_t i = 0; i < kRows; ++i) {
    element[i] = a + static_cast<std::ptrdiff_t>(i) * row_stride;
  }
  const T* b = panel.rows;
  for (std::size_t k = 0; k < depth; ++k) {
    const Lanes b_left = Lanes::load_unaligned(b);
    const Lanes b_right = Lanes::load_unaligned(b + Lanes::size);
    for (std::size_t i = 0; i < kRows; ++i) {
      const Lanes factor(*element[i]);
      left[i] = left[i] + factor * b_left;
      right[i] = right[i] + factor * b_right;
      element[i] += k_stride;
    }
    b += panel.stride;
  }
  for (std::size_t i = 0; i < kRows; ++i) {
    T* row = tile + static_cast<std::ptrdiff_t>(i) * tile_stride;
    left[i].store_unaligned(row);
    right[i].store_unaligned(row + Lanes::size);
  }
}

template <class T>
void multiply_rows(std::size_t rows, const T* a, std::ptrdiff_t row_stride, std::ptrdiff_t k_stride,
                   Panel<T> panel, std::size_t depth, T* tile, std::ptrdiff_t tile_stride,
                   bool adds) noexcept {
  switch (rows) {
    case 1:
      return multiply_tile<1>(a, row_stride, k_stride, panel, depth, tile, tile_stride, adds);
    case 2:
      return multiply_tile<2>(a, row_stride, k_stride, panel, depth, tile, tile_stride, adds);
    case 3:
      return multiply_tile<3>(a, row_stride, k_stride, panel, depth, tile, tile_stride, adds);
    default:
      return multiply_tile<4>(a, row_stride, k_stride, panel, depth, tile, tile_stride, adds);
  }
}

/// Copies up to kColumns columns of b, side by side, with zeros in those that it has not.
template <class T>
void pack(Matrix<const T> b, std::size_t first_k, std::size_t depth, std::size_t first_column,
          std::size_t columns, T* packed) noexcept {
  using Lanes = typename Panel<T>::Lanes;
  constexpr std::size_t kColumns = Panel<T>::kColumns;
  std::size_t k = 0;
  if (b.row_stride == 1 && columns == kColumns) {
    // Columns are contiguous: a square at a time is turned in registers.
    for (; k + Lanes::size <= depth; k += Lanes::size) {
      for (std::size_t half = 0; half < kColumns; half += Lanes::size) {
        std::array<Lanes, Lanes::size> square;
        for (std::size_t j = 0; j < Lanes::size; ++j) {
          square[j] = Lanes::load_unaligned(&b(first_k + k, first_column + half + j));
        }
        xsimd::transpose(square.data(), square.data() + Lanes::size);
        for (std::size_t j = 0; j < Lanes::size; ++j) {
          square[j].store_unaligned(packed + (k + j) * kColumns + half);
        }
      }
    }
  }
  for (; k < depth; ++k) {
    T* row = packed + k * kColumns;
    for (std::size_t j = 0; j < columns; ++j) row[j] = b(first_k + k, first_column + j);
    std::fill(row + columns, row + kColumns, T(0));
  }
}

template <class T>
void multiply(Matrix<const T> a, Matrix<const T> b, Matrix<T> c, bool adds) noexcept {
  assert(a.columns == b.rows && a.rows == c.rows && b.columns == c.columns);
  constexpr std::size_t kColumns = Panel<T>::kColumns;
  // Few columns would leave most of a panel empty; the transposed product has them as rows, and its
  // elements are the same sums of the same products. So it is, too, if c itself is transposed.
  const bool is_narrow = b.columns < kColumns && a.rows > b.columns;
  const bool is_transposed = c.row_stride == 1 && c.column_stride != 1 && a.rows >= kColumns;
  if (is_narrow || is_transposed) {
    const Matrix<const T> left = b.transposed();
    b = a.transposed();
    a = left;
    c = c.transposed();
  }
  if (a.columns == 0 && !adds) {
    for (std::size_t i = 0; i < c.rows; ++i) {
      for (std::size_t j = 0; j < c.columns; ++j) c(i, j) = T(0);
    }
    return;
  }

  alignas(64) std::array<T, kBlock * kColumns> packed;
  for (std::size_t first_k = 0; first_k < a.columns; first_k += kBlock) {
    const std::size_t depth = std::min(kBlock, a.columns - first_k);
    const bool continues = adds || first_k > 0;
    for (std::size_t j = 0; j < c.columns; j += kColumns) {
      const std::size_t columns = std::min(kColumns, c.columns - j);
      Panel<T> panel{&b(first_k, j), b.row_stride};
      if (columns < kColumns || b.column_stride != 1) {
        pack(b, first_k, depth, j, columns, packed.data());
        panel = {packed.data(), kColumns};
      }
      const bool in_place = columns == kColumns && c.column_stride == 1;
      for (std::size_t i = 0; i < c.rows; i += kTileRows) {
        const std::size_t rows = std::min(kTileRows, c.rows - i);
        const T* first = &a(i, first_k);
        if (in_place) {
          multiply_rows(rows, first, a.row_stride, a.column_stride, panel, depth, &c(i, j),
                        c.row_stride, continues);
          continue;
        }
        std::array<T, kTileRows * kColumns> tile{};
        for (std::size_t y = 0; continues && y < rows; ++y) {
          for (std::size_t x = 0; x < columns; ++x) tile[y * kColumns + x] = c(i + y, j + x);
        }
        multiply_rows(rows, first, a.row_stride, a.column_stride, panel, depth, tile.data(),
                      kColumns, continues);
        for (std::size_t y = 0; y < rows; ++y) {
          for (std::size_t x = 0; x < columns; ++x) c(i + y, j + x) = tile[y * kColumns + x];
        }
      }
    }
  }
}

}  // namespace

template <class T>
void matmul(Matrix<const T> a, Matrix<const T> b, Matrix<T> c) noexcept {
  multiply(a, b, c, false);
}

template <class T>
void add_matmul(Matrix<const T> a, Matrix<const T> b, Matrix<T> c) noexcept {
  multiply(a, b, c, true);
}

template <class T>
void matmul_backward(Matrix<const T> grad_y, Matrix<const T> a, Matrix<const T> b, Matrix<T> grad_a,
                     Matrix<T> grad_b) noexcept {
  multiply(grad_y, b.transposed(), grad_a, true);
  multiply(a.transposed(), grad_y, grad_b, true);
}

template void matmul(Matrix<const float>, Matrix<const float>, Matrix<float>) noexcept;
template void matmul(Matrix<const double>, Matrix<const double>, Matrix<double>) noexcept;
template void add_matmul(Matrix<const float>, Matrix<const float>, Matrix<float>) noexcept;
template void add_matmul(Matrix<const double>, Matrix<const double>, Matrix<double>) noexcept;
template void matmul_backward(Matrix<const float>, Matrix<const float>, Matrix<const float>,
                              Matrix<float>, Matrix<float>) noexcept;
template void matmul_backward(Matrix<const double>, Matrix<const double>, Matrix<const double>,
                              Matrix<double>, Matrix<double>) noexcept;

}  // namespace playground::ops
