#include "operations/repeating.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/indexing.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/joined.hpp"
#include "tensor/out_of_memory.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using errors::raise;

Variable repeat(const Variable& self, const Integers& repeats) {
  if (repeats.size() < self.rank()) {
    raise(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of "
        "tensor");
  }
  const std::size_t more = repeats.size() - self.rank();
  // Each dimension of the result as the repeats and what is repeated.
  Integers apart;
  Integers repeated_dims;
  Integers extents;
  for (std::size_t i = 0; i < repeats.size(); ++i) {
    const std::int64_t own = i < more ? 1 : self.shape()[i - more];
    repeated_dims.push_back(static_cast<std::int64_t>(apart.size()));
    apart.insert(apart.end(), {repeats[i], own});
    std::int64_t extent = 0;
    if (__builtin_mul_overflow(repeats[i], own, &extent)) {
      raise("numel: integer multiplication overflow");
    }
    extents.push_back(extent);
  }
  shape_of(extents);
  Variable y(repeats.empty() ? self.value().clone() : tensor::repeated(self.value(), repeats),
             self.device());
  record(y, "RepeatBackward0", {self}, {}, [apart, repeated_dims, own = self.shape()](Backward& b) {
    if (apart.empty()) return b.give(0, b.grad());
    const Variable summed = sum(reshape(b.grad(), apart), repeated_dims);
    b.give(0, reshape(summed, own.extents()));
  });
  return y;
}

Variable tile(const Variable& self, const Integers& dims) {
  Integers repeats(self.rank() - std::min(self.rank(), dims.size()), 1);
  repeats.insert(repeats.end(), dims.begin(), dims.end());
  return repeat(self, repeats);
}

namespace {

// Of [1, 2] the indices [0, 1, 1].
Integers repeated_indices(const Variable& repeats, std::optional<std::int64_t> output_size) {
  if (repeats.dtype() != DType::kInt64 && repeats.dtype() != DType::kInt32) {
    tensor::fail_not_implemented("repeat_interleave_cpu", repeats.dtype());
  }
  const Tensor given = tensor::contiguous(to(repeats.value(), DType::kInt64));
  const auto counts = given.values<std::int64_t>();
  if (std::ranges::any_of(counts, [](std::int64_t count) { return count < 0; })) {
    raise("repeats can not be negative");
  }
  Integers indices;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto count = static_cast<std::size_t>(counts[i]);
    constexpr std::size_t kMost = std::size_t{1} << 31;
    if (count > kMost - indices.size()) throw tensor::OutOfMemory(count);
    indices.insert(indices.end(), count, static_cast<std::int64_t>(i));
  }
  if (output_size && *output_size != static_cast<std::int64_t>(indices.size())) {
    raise("allocated size does not match required size");
  }
  return indices;
}

Variable repeat_indices(const Variable& repeats, std::optional<std::int64_t> output_size) {
  if (repeats.rank() != 1) raise("repeat_interleave only accept 1D vector as repeat");
  const Integers indices = repeated_indices(repeats, output_size);
  const Tensor y = Tensor::of(Shape{static_cast<std::int64_t>(indices.size())}, indices);
  return Variable(repeats.dtype() == DType::kInt64 ? y : to(y, repeats.dtype()), repeats.device());
}

}  // namespace

Variable repeat_interleave(const Variable& self, const Variable& repeats,
                           std::optional<std::int64_t> dim,
                           std::optional<std::int64_t> output_size) {
  const Variable x = dim ? self : flatten(self);
  const std::size_t place = wrapped(dim.value_or(0), x.rank());
  const std::int64_t extent = x.rank() == 0 ? 1 : x.shape()[place];
  if (repeats.rank() > 1) raise("repeats must be 0-dim or 1-dim tensor");
  Variable each = repeats;
  if (repeats.size() == 1 && (repeats.rank() == 0 || extent != 1)) {
    each = expand(reshape(repeats.detach(), {1}), {extent});
  } else if (static_cast<std::int64_t>(repeats.size()) != extent) {
    raise("repeats must have the same size as input along dim");
  }
  const Integers indices = repeated_indices(each, output_size);
  const Shape shape{static_cast<std::int64_t>(indices.size())};
  return index_select(x, static_cast<std::int64_t>(place),
                      Variable(Tensor::of(shape, indices), self.device()));
}

Variable roll(const Variable& self, const Integers& shifts, const Integers& dims) {
  if (shifts.empty()) raise("`shifts` required");
  const bool is_flat = dims.empty() && shifts.size() == 1;
  if (!is_flat && shifts.size() != dims.size()) {
    raise("shifts and dimensions must align. shifts: {}, dims:{}", shifts.size(), dims.size());
  }
  Tensor y = is_flat ? tensor::reshape(self.value(), Shape{static_cast<std::int64_t>(self.size())})
                     : self.value();
  const Integers along = is_flat ? Integers{0} : dims;
  for (std::size_t i = 0; i < along.size(); ++i) {
    const std::size_t dim = is_flat ? 0 : wrapped(along[i], self.rank());
    if (y.size() == 0 || y.shape().rank() == 0) continue;
    const std::int64_t extent = y.shape()[dim];
    const std::int64_t shift = (shifts[i] % extent + extent) % extent;
    const std::array<Tensor, 2> parts{tensor::slice(y, dim, extent - shift, extent),
                                      tensor::slice(y, dim, 0, extent - shift)};
    y = tensor::concatenated(parts, dim);
  }
  if (y.is_view_of_same(self.value())) y = y.clone();
  Variable result(tensor::reshape(y, self.shape()), self.device());
  record(result, "RollBackward0", {self}, {}, [shifts, dims](Backward& b) {
    Integers back = shifts;
    for (std::int64_t& shift : back) {
      shift = static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(shift));
    }
    b.give(0, roll(b.grad(), back, dims));
  });
  return result;
}

namespace {

Tensor flipped(const Tensor& x, const std::vector<std::size_t>& dims) {
  if (x.size() == 0 || x.shape().rank() == 0) return x.clone();
  tensor::Strides strides = x.strides();
  std::int64_t first = x.offset();
  for (const std::size_t dim : dims) {
    first += (x.shape()[dim] - 1) * strides[dim];
    strides[dim] = -strides[dim];
  }
  return x.as_strided(x.shape(), std::move(strides), first).clone();
}

}  // namespace

Variable flip(const Variable& self, const Integers& dims) {
  Variable y(flipped(self.value(), wrapped_dims(dims, self.rank())), self.device());
  record(y, "FlipBackward0", {self}, {}, [dims](Backward& b) { b.give(0, flip(b.grad(), dims)); });
  return y;
}

Variable rot90(const Variable& self, std::int64_t k, const Integers& dims) {
  const auto rank = static_cast<std::int64_t>(self.rank());
  if (dims.size() != 2) {
    raise("expected total rotation dims == 2, but got dims = {}", dims.size());
  }
  if (rank < 2) raise("expected total dims >= 2, but got total dims = {}", rank);
  const auto difference = static_cast<std::uint64_t>(dims[0]) - static_cast<std::uint64_t>(dims[1]);
  const auto apart = static_cast<std::uint64_t>(rank);
  if (difference == 0 || difference == apart || difference == 0 - apart) {
    raise("expected rotation dims to be different, but got dim0 = {} and dim1 = {}", dims[0],
          dims[1]);
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (dims[i] < rank && dims[i] >= -rank) continue;
    raise("Rotation dim{} out of range, dim{} = {}", i, i, dims[i]);
  }
  const std::vector<std::size_t> places = wrapped_dims(dims, self.rank());
  const std::int64_t turns = (k % 4 + 4) % 4;
  std::vector<std::size_t> turned;
  if (turns == 1 || turns == 2) turned.push_back(places[1]);
  if (turns == 2 || turns == 3) turned.push_back(places[0]);
  Tensor value = flipped(self.value(), turned);
  if (turns % 2 == 1) value = tensor::transpose(value, places[0], places[1]);
  Variable y(std::move(value), self.device());
  record(y, "Rot90Backward0", {self}, {},
         [turns, dims](Backward& b) { b.give(0, rot90(b.grad(), -turns, dims)); });
  return y;
}

namespace {

Variable repeat_each(const Variable& self, std::int64_t repeats, std::optional<std::int64_t> dim,
                     std::optional<std::int64_t> output_size) {
  return repeat_interleave(self, full(Shape(), Scalar(repeats), DType::kInt64), dim, output_size);
}

Variable fliplr(const Variable& self) {
  if (self.rank() < 2) raise("Input must be >= 2-d.");
  return flip(self, {1});
}
Variable flipud(const Variable& self) {
  if (self.rank() < 1) raise("Input must be >= 1-d.");
  return flip(self, {0});
}

constexpr Row kRows[] = {
    row<&repeat>("repeat(Tensor self, SymInt[] repeats) -> Tensor", Where::kMethod),
    row<&tile>("tile(Tensor self, int[] dims) -> Tensor"),
    row<&repeat_indices>(
        "repeat_interleave.Tensor(Tensor repeats, *, int? output_size=None) -> Tensor",
        Where::kFunction),
    row<&repeat_interleave>("repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? "
                            "dim=None, *, int? output_size=None) -> Tensor"),
    row<&repeat_each>("repeat_interleave.self_int(Tensor self, int repeats, int? dim=None, *, int? "
                      "output_size=None) -> Tensor"),
    row<&roll>("roll(Tensor self, int[1] shifts, int[1] dims=[]) -> Tensor"),
    row<&flip>("flip(Tensor self, int[] dims) -> Tensor"),
    row<&fliplr>("fliplr(Tensor self) -> Tensor"),
    row<&flipud>("flipud(Tensor self) -> Tensor"),
    row<&rot90>("rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor"),
};

}  // namespace

std::span<const Row> repeating_rows() { return kRows; }

}  // namespace playground::operations
