#include "ops/places.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <string>

#include "errors/raised.hpp"
#include "ops/offsets.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

using errors::Exception;
using errors::raise;
using tensor::Strides;

template <std::size_t size>
void copy_single(std::byte* to, const std::byte* from, std::span<const std::int64_t> starts) {
  for (const std::int64_t start : starts) {
    std::memcpy(to, from + start * static_cast<std::int64_t>(size), size);
    to += size;
  }
}

template <std::size_t size>
void write_single(std::byte* to, const std::byte* from, std::span<const std::int64_t> starts,
                  std::size_t step) {
  for (const std::int64_t start : starts) {
    std::memcpy(to + start * static_cast<std::int64_t>(size), from, size);
    from += step;
  }
}

void write(Tensor& y, const Places& places, const std::byte* from, std::size_t step) {
  const std::size_t size = tensor::item_size(y.dtype());
  if (size == 8) return write_single<8>(y.data(), from, places.starts, step);
  if (size == 4) return write_single<4>(y.data(), from, places.starts, step);
  write_single<1>(y.data(), from, places.starts, step);
}

template <class Combine>
void put_combined(Tensor& y, const Places& places, const Tensor& values, Combine combine) {
  const Tensor given = contiguous(values);
  tensor::with_type(y.dtype(), [&]<class T>(T) {
    T* const elements = reinterpret_cast<T*>(y.data());
    const T* value = reinterpret_cast<const T*>(given.data());
    for (const std::int64_t start : places.starts) {
      T* const run = elements + start;
      for (std::size_t i = 0; i < places.length; ++i) run[i] = combine(run[i], *value++);
    }
  });
}

std::int64_t product(const Shape& shape, std::size_t first, std::size_t end) {
  std::int64_t size = 1;
  for (std::size_t dim = first; dim < end; ++dim) size *= shape[dim];
  return size;
}

[[noreturn]] void fail_mismatch(const std::vector<std::optional<Tensor>>& indices) {
  std::string shapes;
  for (const auto& index : indices) {
    if (!index) continue;
    if (!shapes.empty()) shapes += ", ";
    shapes += to_string(index->shape());
  }
  raise(Exception::kIndexError,
        "shape mismatch: indexing tensors could not be broadcast together with shapes {}", shapes);
}

Shape broadcast_together(const std::vector<std::optional<Tensor>>& indices) {
  std::vector<std::int64_t> extents;
  for (const auto& index : indices) {
    if (!index) continue;
    const Shape& shape = index->shape();
    if (shape.rank() > extents.size()) {
      extents.insert(extents.begin(), shape.rank() - extents.size(), 1);
    }
    for (std::size_t i = 1; i <= shape.rank(); ++i) {
      std::int64_t& extent = extents[extents.size() - i];
      const std::int64_t own = shape[shape.rank() - i];
      if (own != extent && own != 1 && extent != 1) fail_mismatch(indices);
      if (extent == 1) extent = own;
    }
  }
  return Shape(std::move(extents));
}

}  // namespace

Tensor taken(const Tensor& x, const Places& places, const Shape& shape) {
  const Tensor from = contiguous(x);
  Tensor y(shape, x.dtype());
  const std::size_t size = tensor::item_size(x.dtype());
  if (places.length == 1) {
    if (size == 8) {
      copy_single<8>(y.data(), from.data(), places.starts);
    } else if (size == 4) {
      copy_single<4>(y.data(), from.data(), places.starts);
    } else {
      copy_single<1>(y.data(), from.data(), places.starts);
    }
    return y;
  }
  const std::size_t bytes = places.length * size;
  if (bytes == 0) return y;
  std::byte* to = y.data();
  for (const std::int64_t start : places.starts) {
    std::memcpy(to, from.data() + start * static_cast<std::int64_t>(size), bytes);
    to += bytes;
  }
  return y;
}

void put(Tensor& y, const Places& places, const Tensor& values) {
  const Tensor given = contiguous(values);
  const std::size_t size = tensor::item_size(y.dtype());
  if (places.length == 1) return write(y, places, given.data(), size);
  const std::size_t bytes = places.length * size;
  if (bytes == 0) return;
  const std::byte* from = given.data();
  for (const std::int64_t start : places.starts) {
    std::memcpy(y.data() + start * static_cast<std::int64_t>(size), from, bytes);
    from += bytes;
  }
}

void put_added(Tensor& y, const Places& places, const Tensor& values) {
  put_combined(y, places, values, [](auto a, auto b) { return added(a, b); });
}

void put_multiplied(Tensor& y, const Places& places, const Tensor& values) {
  put_combined(y, places, values, [](auto a, auto b) { return multiplied(a, b); });
}

void put_value(Tensor& y, const Places& places, const Tensor& value) {
  if (places.length == 1) return write(y, places, value.data(), 0);
  const std::size_t size = tensor::item_size(y.dtype());
  for (const std::int64_t start : places.starts) {
    std::byte* const run = y.data() + start * static_cast<std::int64_t>(size);
    for (std::size_t i = 0; i < places.length; ++i) std::memcpy(run + i * size, value.data(), size);
  }
}

Places gather_places(const Shape& shape, std::size_t dim, const Tensor& index) {
  const Tensor given = contiguous(index);
  Places places;
  places.starts.reserve(index.size());
  Strides strides = tensor::row_major_strides(shape);
  const std::int64_t extent = shape.rank() == 0 ? 1 : shape[dim];
  const std::int64_t stride = shape.rank() == 0 ? 1 : std::exchange(strides[dim], 0);
  // An index of one dimension into a scalar is the only one whose rank is another.
  if (shape.rank() == 0) strides.assign(index.shape().rank(), 0);
  Offsets others(index.shape(), std::move(strides));
  for (const std::int64_t i : given.values<std::int64_t>()) {
    if (i < 0 || i >= extent) {
      raise("index {} is out of bounds for dimension {} with size {}", i, dim, extent);
    }
    places.starts.push_back(others.here() + i * stride);
    others.next();
  }
  return places;
}

Places slice_places(const Shape& shape, std::size_t dim, const std::vector<std::int64_t>& indices) {
  if (shape.rank() == 0) return {indices, 1};
  const std::int64_t inner = product(shape, dim + 1, shape.rank());
  const std::int64_t outer = product(shape, 0, dim);
  Places places;
  places.length = static_cast<std::size_t>(inner);
  places.starts.reserve(static_cast<std::size_t>(outer) * indices.size());
  for (std::int64_t i = 0; i < outer; ++i) {
    for (const std::int64_t index : indices) {
      places.starts.push_back((i * shape[dim] + index) * inner);
    }
  }
  return places;
}

std::vector<std::int64_t> nonzero(const Tensor& x) {
  const Tensor given = contiguous(x);
  std::vector<std::int64_t> places;
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    std::int64_t i = 0;
    for (const T value : given.values<T>()) {
      if (value != T(0)) places.push_back(i);
      ++i;
    }
  });
  return places;
}

Indexed indexed(const Shape& shape, const std::vector<std::optional<Tensor>>& indices) {
  const Shape together = broadcast_together(indices);
  std::vector<std::size_t> chosen;
  for (std::size_t dim = 0; dim < indices.size(); ++dim) {
    if (indices[dim]) chosen.push_back(dim);
  }
  // How far each combination of indices lies behind the first element.
  const Strides strides = tensor::row_major_strides(shape);
  std::vector<std::int64_t> offsets(together.size(), 0);
  for (const std::size_t dim : chosen) {
    const Tensor spread = contiguous(tensor::expand(*indices[dim], together.extents()));
    const std::int64_t extent = shape[dim];
    const auto values = spread.values<std::int64_t>();
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      const std::int64_t index = values[i];
      if (index < -extent || index >= extent) {
        raise(Exception::kIndexError, "index {} is out of bounds for dimension {} with size {}",
              index, dim, extent);
      }
      offsets[i] += (index < 0 ? index + extent : index) * strides[dim];
    }
  }
  // Indices that stand side by side are where they stand, and others in front.
  const bool are_side_by_side =
      !chosen.empty() && chosen.back() - chosen.front() + 1 == chosen.size();
  const std::size_t front = are_side_by_side ? chosen.front() : 0;
  const std::size_t behind = chosen.empty() ? 0 : chosen.back() + 1;
  std::vector<std::int64_t> before_extents;
  Strides before_strides;
  std::vector<std::int64_t> after_extents;
  Strides after_strides;
  std::int64_t run = 1;  // the last dimensions, which are one piece of memory
  for (std::size_t dim = behind; dim < shape.rank(); ++dim) run *= shape[dim];
  for (std::size_t dim = 0; dim < behind; ++dim) {
    if (std::ranges::find(chosen, dim) != chosen.end()) continue;
    const bool is_before = dim < front;
    (is_before ? before_extents : after_extents).push_back(shape[dim]);
    (is_before ? before_strides : after_strides).push_back(strides[dim]);
  }
  std::vector<std::int64_t> extents = before_extents;
  extents.insert(extents.end(), together.extents().begin(), together.extents().end());
  extents.insert(extents.end(), after_extents.begin(), after_extents.end());
  for (std::size_t dim = behind; dim < shape.rank(); ++dim) extents.push_back(shape[dim]);

  const Shape before(std::move(before_extents));
  const Shape after(std::move(after_extents));
  Indexed result{{{}, static_cast<std::size_t>(run)}, Shape(std::move(extents))};
  if (result.shape.size() == 0) return result;
  result.places.starts.reserve(before.size() * offsets.size() * after.size());
  Offsets first(before, before_strides);
  for (std::size_t i = 0; i < before.size(); ++i, first.next()) {
    for (const std::int64_t offset : offsets) {
      Offsets rest(after, after_strides);
      for (std::size_t j = 0; j < after.size(); ++j, rest.next()) {
        result.places.starts.push_back(first.here() + offset + rest.here());
      }
    }
  }
  return result;
}

}  // namespace playground::ops
