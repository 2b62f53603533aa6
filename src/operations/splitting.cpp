#include "operations/splitting.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/joining.hpp"
#include "tensor/out_of_memory.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::ViewKind;
using errors::Exception;
using errors::raise;

namespace {

// The views as outputs of one node, whose way back joins their gradients.
Variables several(const Variable& self, std::vector<Tensor> parts, std::string_view name,
                  std::int64_t dim, Variable (*join)(const Variables&, std::int64_t)) {
  Variables results;
  for (Tensor& part : parts) results.emplace_back(std::move(part), self.device());
  const std::size_t count = results.size();
  record(results, name, {self}, {}, [count, dim, join](Backward& b) {
    Variables grads;
    for (std::size_t i = 0; i < count; ++i) grads.push_back(b.grad(i));
    b.give(0, join(grads, dim));
  });
  for (Variable& each : results) each.set_view_of(self, ViewKind::kOfSeveral);
  return results;
}

// As many views as there is room for.
void require_room(std::int64_t parts) {
  constexpr std::int64_t kMost = std::int64_t{1} << 24;
  if (parts <= kMost) return;
  throw tensor::OutOfMemory(static_cast<std::size_t>(parts) * sizeof(Tensor));
}

Variables split_into(const Variable& self, const Integers& sizes, std::int64_t dim,
                     std::string_view name) {
  std::vector<Tensor> parts;
  std::int64_t start = 0;
  for (const std::int64_t size : sizes) {
    parts.push_back(
        tensor::slice(self.value(), static_cast<std::size_t>(dim), start, start + size));
    start += size;
  }
  return several(self, std::move(parts), name, dim, &cat);
}

}  // namespace

Variables unbind(const Variable& self, std::int64_t dim) {
  const std::size_t place = wrapped_strictly(dim, self.rank());
  require_room(self.shape()[place]);
  std::vector<Tensor> parts;
  for (std::int64_t i = 0; i < self.shape()[place]; ++i) {
    parts.push_back(tensor::select(self.value(), place, i));
  }
  return several(self, std::move(parts), "UnbindBackward0", static_cast<std::int64_t>(place),
                 &stack);
}

Variables split(const Variable& self, std::int64_t split_size, std::int64_t dim) {
  if (self.rank() == 0) raise("split expects at least a 1-dimensional tensor");
  if (split_size < 0) {
    raise("split expects split_size be non-negative, but got split_size={}", split_size);
  }
  const std::size_t place = wrapped(dim, self.rank());
  const std::int64_t extent = self.shape()[place];
  if (split_size == 0 && extent != 0) {
    raise("split_size can only be 0 if dimension size is 0, but got dimension size of {}", extent);
  }
  if (split_size > 0) require_room(extent / split_size);
  Integers sizes;
  for (std::int64_t left = extent; left > 0 || sizes.empty(); left -= sizes.back()) {
    sizes.push_back(std::min(left, split_size));
  }
  return split_into(self, sizes, static_cast<std::int64_t>(place), "SplitBackward0");
}

Variables split_with_sizes(const Variable& self, const Integers& split_sizes, std::int64_t dim) {
  if (self.rank() == 0) raise("split expects at least a 1-dimensional tensor");
  const std::size_t place = wrapped(dim, self.rank());
  const std::int64_t extent = self.shape()[place];
  std::int64_t total = 0;
  for (const std::int64_t size : split_sizes) {
    if (size < 0) {
      raise(
          "split_with_sizes expects split_sizes have only non-negative entries, but got "
          "split_sizes={}",
          std::span(split_sizes));
    }
    if (__builtin_add_overflow(total, size, &total)) total = -1;
    if (total < 0) break;
  }
  if (total != extent) {
    raise(
        "split_with_sizes expects split_sizes to sum exactly to {} (input tensor's size at "
        "dimension {}), but got split_sizes={}",
        extent, dim, std::span(split_sizes));
  }
  return split_into(self, split_sizes, static_cast<std::int64_t>(place), "SplitWithSizesBackward0");
}

Variables chunk(const Variable& self, std::int64_t chunks, std::int64_t dim) {
  if (self.rank() == 0) raise("chunk expects at least a 1-dimensional tensor");
  if (chunks <= 0) raise("chunk expects `chunks` to be greater than 0, got: {}", chunks);
  const std::int64_t extent = self.shape()[wrapped(dim, self.rank())];
  if (extent == 0) {
    require_room(chunks);
    return split_with_sizes(self, Integers(static_cast<std::size_t>(chunks), 0), dim);
  }
  return split(self, extent / chunks + (extent % chunks != 0), dim);
}

Variables tensor_split(const Variable& self, std::int64_t sections, std::int64_t dim) {
  if (self.rank() == 0) {
    raise("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
  }
  const std::int64_t extent = self.shape()[wrapped(dim, self.rank())];
  if (sections <= 0) raise("number of sections must be larger than 0, got {}", sections);
  require_room(sections);
  Variables parts;
  std::int64_t start = 0;
  for (std::int64_t i = 0; i < sections; ++i) {
    const std::int64_t length = extent / sections + (i < extent % sections);
    parts.push_back(slice(self, dim, start, start + length));
    start += length;
  }
  return parts;
}

Variables tensor_split(const Variable& self, const Integers& indices, std::int64_t dim) {
  if (self.rank() == 0) {
    raise("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
  }
  const std::int64_t extent = self.shape()[wrapped(dim, self.rank())];
  Variables parts;
  std::int64_t start = 0;
  for (const std::int64_t end : indices) {
    parts.push_back(slice(self, dim, start, end));
    start = end;
  }
  parts.push_back(slice(self, dim, start, extent));
  return parts;
}

Variables tensor_split(const Variable& self, const Variable& tensor_indices_or_sections,
                       std::int64_t dim) {
  const Variable& places = tensor_indices_or_sections;
  if (places.device().is_cuda()) {
    raise("tensor_split expected tensor_indices_or_sections to be on cpu, but it's on {}",
          tensor::to_string(places.device()));
  }
  if (places.dtype() != DType::kInt64) {
    raise("tensor_split expected tensor_indices_or_sections to have dtype of long, but got {}",
          tensor::scalar_type_name(places.dtype()));
  }
  if (places.rank() > 1) {
    raise(
        "tensor_split expected tensor_indices_or_sections to be a zero-dimensional or "
        "one-dimensional tensor, but got a tensor with {} dims",
        places.rank());
  }
  const Tensor flat = tensor::contiguous(places.value());
  const auto values = flat.values<std::int64_t>();
  if (places.rank() == 0) return tensor_split(self, values[0], dim);
  return tensor_split(self, Integers(values.begin(), values.end()), dim);
}

namespace {

void require_rank(const Variable& self, std::string_view name, std::size_t rank) {
  if (self.rank() >= rank) return;
  raise(
      "torch.{} requires a tensor with at least {} dimension, but got a tensor with {} dimensions!",
      name, rank, self.rank());
}

Variables split_evenly(const Variable& self, std::string_view name, std::int64_t sections,
                       std::int64_t dim) {
  const std::int64_t extent = self.shape()[static_cast<std::size_t>(dim)];
  if (sections == 0 || extent % sections != 0) {
    raise(
        "torch.{} attempted to split along dimension {}, but the size of the dimension {} is not "
        "divisible by the split_size {}!",
        name, dim, extent, sections);
  }
  return tensor_split(self, sections, dim);
}

}  // namespace

Variables hsplit(const Variable& self, std::int64_t sections) {
  require_rank(self, "hsplit", 1);
  return split_evenly(self, "hsplit", sections, self.rank() == 1 ? 0 : 1);
}
Variables hsplit(const Variable& self, const Integers& indices) {
  require_rank(self, "hsplit", 1);
  return tensor_split(self, indices, self.rank() == 1 ? 0 : 1);
}
Variables vsplit(const Variable& self, std::int64_t sections) {
  require_rank(self, "vsplit", 2);
  return split_evenly(self, "vsplit", sections, 0);
}
Variables vsplit(const Variable& self, const Integers& indices) {
  require_rank(self, "vsplit", 2);
  return tensor_split(self, indices, 0);
}
Variables dsplit(const Variable& self, std::int64_t sections) {
  require_rank(self, "dsplit", 3);
  return split_evenly(self, "dsplit", sections, 2);
}
Variables dsplit(const Variable& self, const Integers& indices) {
  require_rank(self, "dsplit", 3);
  return tensor_split(self, indices, 2);
}

}  // namespace playground::operations
