#include "operations/views.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/view_rule.hpp"
#include "ops/offsets.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {

using autograd::Backward;
using errors::Exception;
using errors::raise;

std::size_t wrapped(std::int64_t dim, std::size_t rank) {
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(rank, 1));
  if (dim < -count || dim >= count) {
    raise(Exception::kIndexError,
          "Dimension out of range (expected to be in range of [{}, {}], but got {})", -count,
          count - 1, dim);
  }
  return static_cast<std::size_t>(dim < 0 ? dim + count : dim);
}

std::size_t wrapped_strictly(std::int64_t dim, std::size_t rank) {
  if (rank == 0) {
    raise(Exception::kIndexError, "Dimension specified as {} but tensor has no dimensions", dim);
  }
  return wrapped(dim, rank);
}

std::vector<std::size_t> wrapped_dims(const Integers& dims, std::size_t rank) {
  std::vector<std::size_t> found;
  for (const std::int64_t dim : dims) {
    const std::size_t place = wrapped(dim, rank);
    if (std::ranges::find(found, place) != found.end()) {
      raise("dim {} appears multiple times in the list of dims", place);
    }
    found.push_back(place);
  }
  return found;
}

Variable view(const Variable& self, const Integers& size) {
  return whole_view(
      self, tensor::view(self.value(), tensor::inferred_shape(size, self.size())), "ViewBackward0",
      [shape = self.shape()](Backward& b) { b.give(0, reshape(b.grad(), shape.extents())); });
}

Variable reshape(const Variable& self, const Integers& shape) {
  const Shape inferred = tensor::inferred_shape(shape, self.size());
  const Tensor y = tensor::reshape(self.value(), inferred);
  const auto way_back = [own = self.shape()](Backward& b) {
    b.give(0, reshape(b.grad(), own.extents()));
  };
  if (y.is_view_of_same(self.value())) {
    return whole_view(self, y, "ReshapeAliasBackward0", way_back);
  }
  Variable copy(y, self.device());
  if (!autograd::needs_history({self})) return copy;
  // As PyTorch records it: a copy, and a shape of that.
  const Variable cloned = clone(self);
  record(copy, "UnsafeViewBackward0", {cloned}, {}, way_back);
  return copy;
}

Variable flatten(const Variable& self, std::int64_t start_dim, std::int64_t end_dim) {
  const std::size_t first = wrapped(start_dim, self.rank());
  const std::size_t last = wrapped(end_dim, self.rank());
  if (first > last) raise("flatten() has invalid args: start_dim cannot come after end_dim");
  if (self.rank() == 0) return reshape(self, {1});
  if (first == last) return self;
  Integers extents;
  std::int64_t flat = 1;
  for (std::size_t dim = 0; dim < self.rank(); ++dim) {
    if (dim < first || dim > last) {
      extents.push_back(self.shape()[dim]);
      continue;
    }
    flat *= self.shape()[dim];
    if (dim == last) extents.push_back(flat);
  }
  return reshape(self, extents);
}

Variable ravel(const Variable& self) { return view(contiguous(self), {-1}); }

Variable unflatten(const Variable& self, std::int64_t dim, const Integers& sizes) {
  const std::size_t place = wrapped_strictly(dim, self.rank());
  if (sizes.empty()) raise("unflatten: sizes must be non-empty");
  const std::int64_t whole = self.shape()[place];
  const std::ptrdiff_t inferred = std::ranges::count(sizes, -1);
  if (inferred > 1) {
    raise("unflatten got an unexpected error:\nonly one dimension can be inferred");
  }
  std::int64_t known = 1;
  for (const std::int64_t size : sizes) {
    if (size != -1 && __builtin_mul_overflow(known, size, &known)) known = -1;
  }
  const bool is_divided =
      inferred == 1 ? known > 0 && whole % known == 0 : known >= 0 && known == whole;
  if (!is_divided) {
    raise(
        "unflatten: Provided sizes {} don't multiply up to the size of dim {} ({}) in the input "
        "tensor",
        std::span(sizes), place, whole);
  }
  Integers extents = self.shape().extents();
  const auto at = extents.erase(extents.begin() + static_cast<std::ptrdiff_t>(place));
  const auto first = extents.insert(at, sizes.begin(), sizes.end());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] == -1) first[static_cast<std::ptrdiff_t>(i)] = whole / known;
  }
  return view(self, extents);
}

Variable expand(const Variable& self, const Integers& size) {
  return whole_view(self, tensor::expand(self.value(), size), "ExpandBackward0",
                    [](Backward& b) { b.give(0, b.grad()); });
}

namespace {

Variable permuted(const Variable& self, const std::vector<std::size_t>& dims, const char* name) {
  Integers back(dims.size());
  for (std::size_t i = 0; i < dims.size(); ++i) back[dims[i]] = static_cast<std::int64_t>(i);
  return whole_view(self, tensor::permute(self.value(), dims), name,
                    [back](Backward& b) { b.give(0, permute(b.grad(), back)); });
}

Variable exchanged(const Variable& self, std::size_t one, std::size_t other, const char* name) {
  std::vector<std::size_t> dims(self.rank());
  std::iota(dims.begin(), dims.end(), 0);
  if (!dims.empty()) std::swap(dims[one], dims[other]);
  return permuted(self, dims, name);
}

}  // namespace

Variable permute(const Variable& self, const Integers& dims) {
  if (dims.size() != self.rank()) {
    raise(
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length "
        "of the desired ordering of dimensions i.e. input.dim() = {} is not equal to len(dims) = "
        "{}",
        self.rank(), dims.size());
  }
  std::vector<std::size_t> places;
  for (const std::int64_t dim : dims) {
    places.push_back(wrapped(dim, self.rank()));
    if (std::ranges::count(places, places.back()) > 1) {
      raise("permute(): duplicate dims are not allowed.");
    }
  }
  return permuted(self, places, "PermuteBackward0");
}

Variable transpose(const Variable& self, std::int64_t dim0, std::int64_t dim1) {
  return exchanged(self, wrapped(dim0, self.rank()), wrapped(dim1, self.rank()),
                   "TransposeBackward0");
}

Variable transposed(const Variable& self) { return transpose(self, -2, -1); }

Variable t(const Variable& self) {
  if (self.rank() > 2) {
    raise("t() expects a tensor with <= 2 dimensions, but self is {}D", self.rank());
  }
  return exchanged(self, 0, self.rank() < 2 ? 0 : 1, "TBackward0");
}

Variable movedim(const Variable& self, const Integers& source, const Integers& destination) {
  if (source.size() != destination.size()) {
    raise(
        "movedim: Invalid source or destination dims: source ({} dims) should contain the same "
        "number of dims as destination ({} dims)",
        std::span(source), std::span(destination));
  }
  const auto places = [&](const Integers& dims, std::string_view which) {
    std::vector<std::size_t> found;
    for (const std::int64_t dim : dims) found.push_back(wrapped(dim, self.rank()));
    std::vector<std::size_t> sorted = found;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) {
      raise("movedim: repeated dim in `{}` ({})", which, std::span(dims));
    }
    return found;
  };
  const std::vector<std::size_t> from = places(source, "source");
  const std::vector<std::size_t> to = places(destination, "destination");
  constexpr auto kFree = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> order(self.rank(), kFree);
  for (std::size_t i = 0; i < from.size() && !order.empty(); ++i) order[to[i]] = from[i];
  std::size_t next = 0;
  for (std::size_t& dim : order) {
    if (dim != kFree) continue;
    while (std::ranges::find(from, next) != from.end()) ++next;
    dim = next++;
  }
  return permuted(self, order, "PermuteBackward0");
}

Variable select(const Variable& self, std::int64_t dim, std::int64_t index) {
  if (self.rank() == 0) {
    raise(Exception::kIndexError, "select() cannot be applied to a 0-dim tensor.");
  }
  const std::size_t place = wrapped(dim, self.rank());
  const std::int64_t extent = self.shape()[place];
  if (index < -extent || index >= extent) {
    raise(Exception::kIndexError,
          "select(): index {} out of range for tensor of size {} at dimension {}", index,
          to_string(self.shape()), place);
  }
  return viewed(self, "SelectBackward0",
                {[](const Tensor& x, const Integers& n) {
                   return tensor::select(x, static_cast<std::size_t>(n[0]), n[1]);
                 },
                 {static_cast<std::int64_t>(place), index}});
}

Variable slice(const Variable& self, std::int64_t dim, std::optional<std::int64_t> start,
               std::optional<std::int64_t> end, std::int64_t step) {
  if (self.rank() == 0) {
    raise(Exception::kIndexError, "slice() cannot be applied to a 0-dim tensor.");
  }
  const auto place = static_cast<std::int64_t>(wrapped(dim, self.rank()));
  return viewed(
      self, "SliceBackward0",
      {[](const Tensor& x, const Integers& n) {
         return tensor::slice(x, static_cast<std::size_t>(n[0]), n[1], n[2], n[3]);
       },
       {place, start.value_or(0), end.value_or(std::numeric_limits<std::int64_t>::max()), step}});
}

Variable narrow(const Variable& self, std::int64_t dim, std::int64_t start, std::int64_t length) {
  if (self.rank() == 0) raise("narrow() cannot be applied to a 0-dim tensor.");
  const std::int64_t extent = self.shape()[wrapped(dim, self.rank())];
  // The end itself is a place to begin, of nothing.
  if (start != extent) {
    if (start < -extent || start > extent) wrapped(start, static_cast<std::size_t>(extent));
    if (start < 0) start += extent;
  }
  if (length < 0 || start > extent - length) {
    raise("start ({}) + length ({}) exceeds dimension size ({}).", start, length, extent);
  }
  return slice(self, dim, start, start + length);
}

Variable squeeze(const Variable& self) {
  return whole_view(
      self, tensor::squeeze(self.value()), "SqueezeBackward0",
      [shape = self.shape()](Backward& b) { b.give(0, reshape(b.grad(), shape.extents())); });
}

Variable squeeze(const Variable& self, std::int64_t dim) {
  const std::size_t place = wrapped(dim, self.rank());
  return whole_view(
      self, tensor::squeeze(self.value(), place), "SqueezeBackward1",
      [shape = self.shape()](Backward& b) { b.give(0, reshape(b.grad(), shape.extents())); });
}

Variable unsqueeze(const Variable& self, std::int64_t dim) {
  const std::size_t place = wrapped(dim, self.rank() + 1);
  return whole_view(
      self, tensor::unsqueeze(self.value(), place), "UnsqueezeBackward0",
      [place](Backward& b) { b.give(0, squeeze(b.grad(), static_cast<std::int64_t>(place))); });
}

namespace {

// It wraps around: a single window reads no other, and its step may be any.
std::int64_t stepped(std::int64_t stride, std::int64_t step) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(stride) *
                                   static_cast<std::uint64_t>(step));
}

}  // namespace

Variable unfold(const Variable& self, std::int64_t dimension, std::int64_t size,
                std::int64_t step) {
  const std::size_t place = wrapped(dimension, self.rank());
  const std::int64_t extent = self.rank() == 0 ? 1 : self.shape()[place];
  if (step <= 0) raise("step is {} but must be > 0", step);
  if (size > extent) {
    raise("maximum size for tensor at dimension {} is {} but size is {}", place, extent, size);
  }
  if (size < 0) {
    Integers extents = self.shape().extents();
    Integers strides = self.value().strides();
    extents.push_back(size);
    strides.push_back(1);
    raise("Storage size calculation overflowed with sizes={} and strides={}", std::span(extents),
          std::span(strides));
  }
  if (self.rank() > 0) {
    Integers strides = self.value().strides();
    strides.push_back(strides[place]);
    strides[place] = stepped(strides[place], step);
    if (strides[place] < 0) {
      raise("as_strided: Negative strides are not supported at the moment, got strides: {}",
            std::span(strides));
    }
  }
  return viewed(self, "UnfoldBackward0",
                {[](const Tensor& x, const Integers& n) {
                   const auto dim = static_cast<std::size_t>(n[0]);
                   Integers extents = x.shape().extents();
                   tensor::Strides strides = x.strides();
                   strides.push_back(strides.empty() ? 1 : strides[dim]);
                   if (!extents.empty()) {
                     extents[dim] = (extents[dim] - n[1]) / n[2] + 1;
                     strides[dim] = stepped(strides[dim], n[2]);
                   }
                   extents.push_back(n[1]);
                   return x.as_strided(Shape(std::move(extents)), std::move(strides), x.offset());
                 },
                 {static_cast<std::int64_t>(place), size, step}});
}

namespace {

ViewRule diagonal_rule(std::int64_t offset, std::size_t rows, std::size_t columns) {
  return {[](const Tensor& x, const Integers& n) {
            const auto one = static_cast<std::size_t>(n[1]);
            const auto other = static_cast<std::size_t>(n[2]);
            Integers extents = x.shape().extents();
            tensor::Strides strides = x.strides();
            // Whole numbers as large as can be given would overflow.
            const std::int64_t below = std::clamp<std::int64_t>(-n[0], 0, extents[one]);
            const std::int64_t right = std::clamp<std::int64_t>(n[0], 0, extents[other]);
            const std::int64_t length =
                std::max<std::int64_t>(std::min(extents[one] - below, extents[other] - right), 0);
            const std::int64_t stride = strides[one] + strides[other];
            const std::int64_t first =
                length == 0 ? 0 : below * strides[one] + right * strides[other];
            const auto without = [&](std::vector<std::int64_t>& values, std::int64_t last) {
              values.erase(values.begin() + static_cast<std::ptrdiff_t>(std::max(one, other)));
              values.erase(values.begin() + static_cast<std::ptrdiff_t>(std::min(one, other)));
              values.push_back(last);
            };
            without(extents, length);
            without(strides, stride);
            return x.as_strided(Shape(std::move(extents)), std::move(strides), x.offset() + first);
          },
          // The least number has no opposite.
          {std::max(offset, -std::numeric_limits<std::int64_t>::max()),
           static_cast<std::int64_t>(rows), static_cast<std::int64_t>(columns)}};
}

}  // namespace

Variable diagonal(const Variable& self, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
  const std::size_t rows = wrapped(dim1, self.rank());
  const std::size_t columns = wrapped(dim2, self.rank());
  if (rows == columns) raise("diagonal dimensions cannot be identical {}, {}", dim1, dim2);
  return viewed(self, "DiagonalBackward0", diagonal_rule(offset, rows, columns));
}

Variable diagonal_placed(const Variable& x, const Shape& shape, std::int64_t offset) {
  return placed(x, shape, diagonal_rule(offset, 0, 1));
}

namespace {

// How far the storage must reach for a tensor; nothing for one without elements.
std::int64_t elements_needed(const Integers& size, const Integers& stride, std::int64_t offset) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 16;  // in bytes, too
  std::int64_t last = offset;
  for (std::size_t dim = 0; dim < size.size(); ++dim) {
    if (size[dim] == 0) return 0;
    std::int64_t reach = 0;
    if (__builtin_mul_overflow(size[dim] - 1, stride[dim], &reach) ||
        __builtin_add_overflow(last, reach, &last)) {
      return kMost;
    }
  }
  return std::min(last, kMost - 1) + 1;
}

// The gradient of x from that of a view of its storage, which may show elements that x does not.
//
// from  where the view begins, from the first element of x
// Source  as_strided_backward of torch/csrc/autograd/FunctionsManual.cpp.
Tensor laid_back(const Tensor& grad, const tensor::Strides& stride, std::int64_t from,
                 const Shape& own, const tensor::Strides& own_strides) {
  const std::int64_t before = std::max<std::int64_t>(-from, 0);
  const std::int64_t first = from + before;
  const std::int64_t count = std::max(elements_needed(grad.shape().extents(), stride, first),
                                      elements_needed(own.extents(), own_strides, before));
  const Tensor memory = tensor::full(Shape({count}), 0, grad.dtype());
  if (grad.size() > 0) ops::add_into(memory.as_strided(grad.shape(), stride, first), grad);
  return memory.as_strided(own, own_strides, own.size() > 0 ? before : 0).clone();
}

}  // namespace

Variable as_strided(const Variable& self, const Integers& size, const Integers& stride,
                    std::optional<std::int64_t> storage_offset) {
  if (size.size() != stride.size()) raise("mismatch in length of strides and shape");
  if (std::ranges::any_of(stride, [](std::int64_t s) { return s < 0; })) {
    raise("as_strided: Negative strides are not supported at the moment, got strides: {}",
          std::span(stride));
  }
  const std::int64_t offset = storage_offset.value_or(self.value().offset());
  if (offset < 0) raise("Tensor: invalid storage offset {}", offset);
  const Shape shape(size);
  const auto item = static_cast<std::int64_t>(tensor::item_size(self.dtype()));
  const std::int64_t needed = elements_needed(size, stride, offset);
  const auto bytes = static_cast<std::int64_t>(self.value().storage_bytes());
  if (needed > bytes / item) {
    raise(
        "setStorage: sizes {}, strides {}, storage offset {}, and itemsize {} requiring a storage "
        "size of {} are out of bounds for storage of size {}",
        std::span(size), std::span(stride), offset, item, needed * item, bytes);
  }
  const tensor::Strides own_strides = self.value().strides();
  return whole_view(
      self, self.value().as_strided(shape, stride, offset), "AsStridedBackward0",
      [own = self.shape(), own_strides, stride,
       from = offset - self.value().offset()](Backward& b) {
        const Variable grad = b.grad();
        b.give(0,
               without_second_derivative(
                   Variable(laid_back(grad.value(), stride, from, own, own_strides), grad.device()),
                   "as_strided_backward", {grad}));
      });
}

Variable alias(const Variable& self) {
  return whole_view(self, self.value(), "AliasBackward0", [](Backward& b) { b.give(0, b.grad()); });
}

namespace {

Variable copied(const Variable& self, Tensor copy) {
  Variable y(std::move(copy), self.device());
  record(y, "CloneBackward0", {self}, {}, [](Backward& b) { b.give(0, b.grad()); });
  return y;
}

}  // namespace

Variable contiguous(const Variable& self) {
  if (self.value().is_contiguous()) return self;
  return copied(self, self.value().clone());
}

Variable clone(const Variable& self) {
  const Tensor& x = self.value();
  if (x.is_contiguous()) return copied(self, x.clone());
  Tensor copy = tensor::empty_like(x);
  tensor::copy_into(copy, tensor::contiguous(x));
  return copied(self, std::move(copy));
}

}  // namespace playground::operations
