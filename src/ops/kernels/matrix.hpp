// A matrix in somebody's memory: where its first element is, and how far it is to the next row and
// column. A transposed matrix is the same memory with the two exchanged.
#pragma once

#include <cstddef>
#include <span>

namespace playground::ops {

template <class T>
struct Matrix {
  T* first;
  std::size_t rows;
  std::size_t columns;
  std::ptrdiff_t row_stride;
  std::ptrdiff_t column_stride;

  T& operator()(std::size_t i, std::size_t j) const noexcept {
    return first[static_cast<std::ptrdiff_t>(i) * row_stride +
                 static_cast<std::ptrdiff_t>(j) * column_stride];
  }

  Matrix transposed() const noexcept { return {first, columns, rows, column_stride, row_stride}; }
};

/// A span whose rows follow each other.
template <class T>
Matrix<T> row_major(std::span<T> x, std::size_t rows, std::size_t columns) noexcept {
  return {x.data(), rows, columns, static_cast<std::ptrdiff_t>(columns), 1};
}

}  // namespace playground::ops
