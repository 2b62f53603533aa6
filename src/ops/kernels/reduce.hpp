// Sums, largest and smallest elements: of all elements, of each row or of each column of a matrix
// whose rows follow each other.
//
// The order of summation: of all elements, or of a row, eight sums are kept, the i-th of the
// elements whose index is i modulo 8, each from 0 on; then ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 +
// 7)). Of a column it is a single sum, from the first row on. So the bits do not depend on the SIMD
// width.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <xsimd/xsimd.hpp>

#include "maths/lanes.hpp"
#include "ops/kernels/map.hpp"

namespace playground::ops {

/// A register of 128 bits, which every machine has.
template <class T>
using FixedLanes = xsimd::make_sized_batch_t<T, 16 / sizeof(T)>;

/// The sum, in the order above, of size terms: term(FixedLanes<T>{}, i) is those from i on in a
/// register, term<T>(i) a single one.
template <class T, class Term>
T sum_of(std::size_t size, Term term) noexcept {
  using Lanes = FixedLanes<T>;
  constexpr std::size_t kSums = 8;
  std::array<Lanes, kSums / Lanes::size> registers;
  registers.fill(Lanes(T(0)));
  std::size_t i = 0;
  for (; i + kSums <= size; i += kSums) {
    for (std::size_t j = 0; j < registers.size(); ++j) {
      registers[j] = registers[j] + term.template operator()<Lanes>(i + j * Lanes::size);
    }
  }
  std::array<T, kSums> sums;
  for (std::size_t j = 0; j < registers.size(); ++j) {
    registers[j].store_unaligned(&sums[j * Lanes::size]);
  }
  for (std::size_t j = 0; i < size; ++i, ++j) sums[j] += term.template operator()<T>(i);
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

template <class T>
T sum(std::span<const T> x) noexcept {
  return sum_of<T>(x.size(), [x]<class V>(std::size_t i) { return load<V>(x, i); });
}

template <class T>
T dot(std::span<const T> a, std::span<const T> b) noexcept {
  assert(a.size() == b.size());
  return sum_of<T>(a.size(),
                   [a, b]<class V>(std::size_t i) { return load<V>(a, i) * load<V>(b, i); });
}

/// nan of none.
template <class T>
T mean(std::span<const T> x) noexcept {
  return sum(x) / static_cast<T>(x.size());
}

/// The largest element, or nan if there is one; -inf of none.
template <class T>
T max(std::span<const T> x) noexcept {
  using Lanes = FixedLanes<T>;
  constexpr T kLeast = -std::numeric_limits<T>::infinity();
  Lanes most(kLeast);
  std::size_t i = 0;
  for (; i + Lanes::size <= x.size(); i += Lanes::size) {
    const Lanes v = Lanes::load_unaligned(&x[i]);
    // A nan that is there stays: nothing is above it.
    most = maths::pick<Lanes>((v > most) | (v != v), v, most);
  }
  std::array<T, Lanes::size> each;
  most.store_unaligned(each.data());
  T result = kLeast;
  for (const T value : each) {
    if (value > result || value != value) result = value;
  }
  for (; i < x.size(); ++i) {
    if (x[i] > result || x[i] != x[i]) result = x[i];
  }
  return result;
}

/// Where the largest element is: of equal ones the first, as torch.argmax says; of a nan, where it
/// is. x is not empty.
template <class T>
std::size_t argmax(std::span<const T> x) noexcept {
  assert(!x.empty());
  const T largest = max(x);
  if (largest != largest) {
    const auto nan = std::ranges::find_if(x, [](T value) { return value != value; });
    return static_cast<std::size_t>(nan - x.begin());
  }
  return static_cast<std::size_t>(std::ranges::find(x, largest) - x.begin());
}

/// result[j] += the sum of column j.
///
/// x  [rows, columns]; result  [columns]
template <class T>
void add_column_sums(std::span<const T> x, std::span<T> result) noexcept {
  const std::size_t columns = result.size();
  for (std::size_t first = 0; first < x.size(); first += columns) {
    map<T>(result, x.subspan(first, columns), result, []<class V>(V sum, V v) { return sum + v; });
  }
}

/// result[i] = the sum of row i.
///
/// x  [rows, columns]; result  [rows]
template <class T>
void row_sums(std::span<const T> x, std::span<T> result) noexcept {
  const std::size_t columns = result.empty() ? 0 : x.size() / result.size();
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = sum(x.subspan(i * columns, columns));
}

/// The largest element of each row, and its column.
///
/// x  [rows, columns], columns > 0; values, indices  [rows]
template <class T>
void row_max(std::span<const T> x, std::span<T> values, std::span<std::int64_t> indices) noexcept {
  const std::size_t columns = values.empty() ? 0 : x.size() / values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::span<const T> row = x.subspan(i * columns, columns);
    const std::size_t j = argmax(row);
    values[i] = row[j];
    indices[i] = static_cast<std::int64_t>(j);
  }
}

/// The largest element of each column, and its row.
///
/// x  [rows, columns], rows > 0; values, indices  [columns]
template <class T>
void column_max(std::span<const T> x, std::span<T> values,
                std::span<std::int64_t> indices) noexcept {
  const std::size_t columns = values.size();
  for (std::size_t j = 0; j < columns; ++j) {
    values[j] = x[j];
    indices[j] = 0;
  }
  for (std::size_t first = columns, row = 1; first < x.size(); first += columns, ++row) {
    for (std::size_t j = 0; j < columns; ++j) {
      const T value = x[first + j];
      const bool is_kept = values[j] != values[j] || value <= values[j];
      if (is_kept) continue;
      values[j] = value;
      indices[j] = static_cast<std::int64_t>(row);
    }
  }
}

/// Of a sum of all: every element has the gradient of the sum.
template <class T>
void sum_backward(T grad_y, std::span<T> grad_x) noexcept {
  std::ranges::fill(grad_x, grad_y);
}

/// Of a mean of all.
template <class T>
void mean_backward(T grad_y, std::span<T> grad_x) noexcept {
  std::ranges::fill(grad_x, grad_y / static_cast<T>(grad_x.size()));
}

/// Of row_max or column_max: what is not the largest has none.
///
/// grad_y, indices  [n] of rows or columns; index  from i and indices[i] to an element of grad_x
template <class T, class Index>
void max_backward(std::span<const T> grad_y, std::span<const std::int64_t> indices,
                  std::span<T> grad_x, Index index) noexcept {
  std::ranges::fill(grad_x, T(0));
  for (std::size_t i = 0; i < grad_y.size(); ++i) {
    grad_x[index(i, static_cast<std::size_t>(indices[i]))] = grad_y[i];
  }
}

// Compiled once, for speed.
extern template float sum(std::span<const float>) noexcept;
extern template double sum(std::span<const double>) noexcept;
extern template float dot(std::span<const float>, std::span<const float>) noexcept;
extern template double dot(std::span<const double>, std::span<const double>) noexcept;
extern template std::size_t argmax(std::span<const float>) noexcept;
extern template std::size_t argmax(std::span<const double>) noexcept;
extern template void add_column_sums(std::span<const float>, std::span<float>) noexcept;
extern template void add_column_sums(std::span<const double>, std::span<double>) noexcept;

}  // namespace playground::ops
