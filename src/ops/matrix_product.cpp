#include "ops/matrix_product.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "ops/kernels/matmul.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using tensor::DType;
using tensor::Strides;

// Matrix `i` of a stack, or a matrix that is no stack.
template <class T, class Of>
Matrix<T> matrix_of(Of& x, const Strides& strides, std::size_t i) {
  const std::size_t rank = x.shape().rank();
  auto* first = reinterpret_cast<T*>(x.data());
  if (rank == 3) first += static_cast<std::ptrdiff_t>(i) * static_cast<std::ptrdiff_t>(strides[0]);
  return {first, static_cast<std::size_t>(x.shape()[rank - 2]),
          static_cast<std::size_t>(x.shape()[rank - 1]),
          static_cast<std::ptrdiff_t>(strides[rank - 2]),
          static_cast<std::ptrdiff_t>(strides[rank - 1])};
}

template <class T>
void add_whole(Matrix<const T> a, Matrix<const T> b, Matrix<T> c) noexcept {
  for (std::size_t i = 0; i < c.rows; ++i) {
    for (std::size_t j = 0; j < c.columns; ++j) {
      auto sum = static_cast<std::uint64_t>(c(i, j));
      for (std::size_t k = 0; k < a.columns; ++k) {
        sum += static_cast<std::uint64_t>(a(i, k)) * static_cast<std::uint64_t>(b(k, j));
      }
      c(i, j) = static_cast<T>(sum);
    }
  }
}

template <class T>
void multiply(Matrix<const T> a, Matrix<const T> b, Matrix<T> c, bool adds) noexcept {
  if constexpr (std::is_floating_point_v<T>) {
    return adds ? add_matmul<T>(a, b, c) : matmul<T>(a, b, c);
  } else {
    for (std::size_t i = 0; !adds && i < c.rows; ++i) {
      for (std::size_t j = 0; j < c.columns; ++j) c(i, j) = 0;
    }
    add_whole(a, b, c);
  }
}

void multiply(const Tensor& a, const Tensor& b, Tensor& c, bool adds) {
  if (c.size() == 0) return;
  const Strides a_strides = a.strides();
  const Strides b_strides = b.strides();
  const Strides c_strides = c.strides();
  const auto count = static_cast<std::size_t>(c.shape().rank() == 3 ? c.shape()[0] : 1);
  tensor::with_type(c.dtype(), [&]<class T>(T) {
    if constexpr (!std::is_same_v<T, bool>) {
      for (std::size_t i = 0; i < count; ++i) {
        multiply<T>(matrix_of<const T>(a, a_strides, i), matrix_of<const T>(b, b_strides, i),
                    matrix_of<T>(c, c_strides, i), adds);
      }
    }
  });
}

}  // namespace

Tensor matrix_product(const Tensor& a, const Tensor& b) {
  Tensor result(tensor::Shape({a.shape()[0], b.shape()[1]}), a.dtype());
  multiply(a, b, result, false);
  return result;
}

Tensor stacked_product(const Tensor& a, const Tensor& b) {
  Tensor result(tensor::Shape({a.shape()[0], a.shape()[1], b.shape()[2]}), a.dtype());
  multiply(a, b, result, false);
  return result;
}

void add_product(const Tensor& a, const Tensor& b, Tensor& sum) { multiply(a, b, sum, true); }

}  // namespace playground::ops
