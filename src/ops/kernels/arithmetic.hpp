// Arithmetic of two operands, element by element, with what an operand has fewer of repeated: a
// number, a row or a column. + - * / have PyTorch's bits.
//
// The gradients are products and quotients themselves, as large as the result: of a b they are grad
// b and grad a, of a / b grad / b and -grad (a / b) / b. Of a repeated operand every element then
// gets the sum over those it was used for, by reduce_broadcast.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "maths/lanes.hpp"
#include "ops/kernels/map.hpp"
#include "ops/kernels/reduce.hpp"

namespace playground::ops {

/// How an operand is spread over a result of [rows, columns].
enum class Spread {
  kFull,    // [rows, columns]
  kNumber,  // [1]
  kRow,     // [columns], the same in every row
  kColumn,  // [rows], the same in every column
};

template <class T>
struct Operand {
  std::span<const T> values;
  Spread spread = Spread::kFull;
};

/// y[i, j] = f(a there, b there).
///
/// y  [rows, columns], row after row; may be an operand that is kFull
template <class T, class F>
void map_broadcast(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y, F f) noexcept {
  if (a.spread == Spread::kFull && b.spread == Spread::kFull) return map(a.values, b.values, y, f);
  // Each row is a pair of rows, a row and a number, or two numbers.
  const auto is_number = [](Operand<T> operand) {
    return operand.spread == Spread::kNumber || operand.spread == Spread::kColumn;
  };
  const auto row_of = [columns](Operand<T> operand, std::size_t i) {
    return operand.spread == Spread::kFull ? operand.values.subspan(i * columns, columns)
                                           : operand.values;
  };
  const auto number_of = [](Operand<T> operand, std::size_t i) {
    return operand.values[operand.spread == Spread::kNumber ? 0 : i];
  };
  for (std::size_t first = 0, i = 0; first < y.size(); first += columns, ++i) {
    const std::span<T> result = y.subspan(first, columns);
    if (is_number(a) && is_number(b)) {
      std::ranges::fill(result, f(number_of(a, i), number_of(b, i)));
    } else if (is_number(b)) {
      const T number = number_of(b, i);
      map(row_of(a, i), result, [f, number]<class V>(V v) { return f(v, V(number)); });
    } else if (is_number(a)) {
      const T number = number_of(a, i);
      map(row_of(b, i), result, [f, number]<class V>(V v) { return f(V(number), v); });
    } else {
      map(row_of(a, i), row_of(b, i), result, f);
    }
  }
}

/// Adds a gradient of [rows, columns] to that of an operand: itself, the sum of all, of columns or
/// of rows.
template <class T>
void reduce_broadcast(std::span<const T> grad, std::size_t columns, Spread spread,
                      std::span<T> result) noexcept {
  switch (spread) {
    case Spread::kFull:
      return map<T>(result, grad, result, []<class V>(V sum, V g) { return sum + g; });
    case Spread::kNumber:
      result[0] += sum(grad);
      return;
    case Spread::kRow:
      return add_column_sums(grad, result);
    case Spread::kColumn:
      for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] += sum(grad.subspan(i * columns, columns));
      }
      return;
  }
}

template <class T>
void add(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) { return v + w; });
}
template <class T>
void sub(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) { return v - w; });
}
template <class T>
void mul(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) { return v * w; });
}
template <class T>
void div(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) { return v / w; });
}
/// The larger; nan if one is nan.
template <class T>
void maximum(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) {
    return maths::pick<V>(v != v, v, maths::pick<V>(v > w, v, w));
  });
}
/// The smaller; nan if one is nan.
template <class T>
void minimum(Operand<T> a, Operand<T> b, std::size_t columns, std::span<T> y) noexcept {
  map_broadcast(a, b, columns, y, []<class V>(V v, V w) {
    return maths::pick<V>(v != v, v, maths::pick<V>(v < w, v, w));
  });
}

/// The gradient of maximum(a, b) with respect to a: half of it where both are equal. That with
/// respect to b is the same of maximum(b, a).
///
/// grad_y, grad_a  [rows, columns]
template <class T>
void maximum_backward(std::span<const T> grad_y, Operand<T> a, Operand<T> b, std::size_t columns,
                      std::span<T> grad_a) noexcept {
  map_broadcast(a, b, columns, grad_a, []<class V>(V v, V w) {
    const V part = maths::pick<V>(v == w, maths::constant<V>(0.5), maths::constant<V>(1));
    return maths::pick<V>(v < w, maths::constant<V>(0), part);
  });
  map<T>(grad_y, grad_a, grad_a, []<class V>(V grad, V part) { return grad * part; });
}
/// The same of minimum(a, b).
template <class T>
void minimum_backward(std::span<const T> grad_y, Operand<T> a, Operand<T> b, std::size_t columns,
                      std::span<T> grad_a) noexcept {
  map_broadcast(a, b, columns, grad_a, []<class V>(V v, V w) {
    const V part = maths::pick<V>(v == w, maths::constant<V>(0.5), maths::constant<V>(1));
    return maths::pick<V>(v > w, maths::constant<V>(0), part);
  });
  map<T>(grad_y, grad_a, grad_a, []<class V>(V grad, V part) { return grad * part; });
}

}  // namespace playground::ops
