#include "ops/planes.hpp"

#include <cstdint>
#include <span>

#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

// use(element of all planes, which of those that are picked it is) for each that is picked.
template <class Use>
void each(std::size_t plane, std::size_t planes, std::size_t count, const Tensor& indices,
          Use use) {
  const auto numbers = indices.values<std::int64_t>();
  const bool are_shared = numbers.size() == count && planes != 1;
  for (std::size_t i = 0, at = 0; i < planes; ++i) {
    const auto own = are_shared ? numbers : numbers.subspan(at, count);
    for (const std::int64_t number : own) {
      use(i * plane + static_cast<std::size_t>(number), at++);
    }
  }
}

}  // namespace

Tensor picked(const Tensor& x, std::size_t plane, const Tensor& indices,
              const tensor::Shape& shape) {
  const Tensor from = contiguous(x);
  Tensor y(shape, x.dtype());
  if (y.size() == 0) return y;
  const std::size_t planes = x.size() / plane;
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    const auto elements = from.values<T>();
    const auto result = y.values<T>();
    each(plane, planes, y.size() / planes, indices,
         [&](std::size_t element, std::size_t at) { result[at] = elements[element]; });
  });
  return y;
}

Tensor put_back(const Tensor& grad, std::size_t plane, const Tensor& indices,
                const tensor::Shape& shape) {
  const Tensor from = contiguous(grad);
  Tensor sums = tensor::full(shape, 0, grad.dtype());
  if (grad.size() == 0) return sums;
  const std::size_t planes = sums.size() / plane;
  tensor::with_floating_type(grad.dtype(), "put_back", [&]<class T>(T) {
    const auto given = from.values<T>();
    const auto result = sums.values<T>();
    each(plane, planes, grad.size() / planes, indices,
         [&](std::size_t element, std::size_t at) { result[element] += given[at]; });
  });
  return sums;
}

}  // namespace playground::ops
