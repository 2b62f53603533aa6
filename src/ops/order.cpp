#include "ops/order.hpp"

#include <bit>
#include <type_traits>
#include <utility>

#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

std::uint64_t key(double value) noexcept {
  if (value != value) return kKeyOfNan;
  if (value == 0) return kSign;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

std::uint64_t key(std::int64_t value) noexcept { return static_cast<std::uint64_t>(value) ^ kSign; }

}  // namespace

Around::Around(const Shape& shape, std::size_t dim) {
  if (shape.rank() == 0) return;
  for (std::size_t i = 0; i < dim; ++i) before *= shape[i];
  length = shape[dim];
  for (std::size_t i = dim + 1; i < shape.rank(); ++i) behind *= shape[i];
}

std::vector<std::uint64_t> keys(const Tensor& x) {
  const Tensor given = contiguous(x);
  std::vector<std::uint64_t> result;
  result.reserve(x.size());
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    using Wide = std::conditional_t<std::is_floating_point_v<T>, double, std::int64_t>;
    for (const T value : given.values<T>()) result.push_back(key(static_cast<Wide>(value)));
  });
  return result;
}

Chosen chosen(const Tensor& x, std::size_t dim, std::int64_t count, bool is_descending,
              const std::function<void(std::span<Keyed>)>& choose) {
  const Around around(x.shape(), dim);
  std::vector<std::int64_t> extents = x.shape().extents();
  if (!extents.empty()) extents[dim] = count;
  Chosen result{{}, Tensor(Shape(std::move(extents)), DType::kInt64)};
  const auto indices = result.indices.values<std::int64_t>();
  result.places.starts.resize(indices.size());
  if (indices.empty()) return result;
  const std::vector<std::uint64_t> all = keys(x);
  std::vector<Keyed> line(static_cast<std::size_t>(around.length));
  for (std::int64_t i = 0; i < around.lines(); ++i) {
    for (std::int64_t j = 0; j < around.length; ++j) {
      const std::uint64_t own = all[static_cast<std::size_t>(around.place(i, j, around.length))];
      line[static_cast<std::size_t>(j)] = {is_descending ? ~own : own, j};
    }
    choose(line);
    for (std::int64_t j = 0; j < count; ++j) {
      const std::int64_t index = line[static_cast<std::size_t>(j)].index;
      const auto at = static_cast<std::size_t>(around.place(i, j, count));
      indices[at] = index;
      result.places.starts[at] = around.place(i, index, around.length);
    }
  }
  return result;
}

}  // namespace playground::ops
