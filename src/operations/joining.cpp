#include "operations/joining.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/indexing.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "tensor/joined.hpp"
#include "tensor/out_of_memory.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {

using autograd::Backward;
using errors::raise;

namespace {

int precedence(DType dtype) {
  switch (dtype) {
    case DType::kBool:
      return 0;
    case DType::kInt32:
      return 1;
    case DType::kInt64:
      return 2;
    case DType::kFloat32:
      return 3;
    case DType::kFloat64:
      break;
  }
  return 4;
}

int category(DType dtype) { return tensor::is_floating(dtype) ? 2 : dtype == DType::kBool ? 0 : 1; }

// An empty vector goes together with tensors of any shape.
bool is_skipped(const Variable& x) { return x.rank() == 1 && x.size() == 0; }

void require_one_device(const Variables& tensors, std::string_view name) {
  for (const Variable& x : tensors) {
    if (x.device() == tensors.front().device()) continue;
    raise(
        "Expected all tensors to be on the same device, but found at least two devices, {} and {}! "
        "(when checking argument for argument tensors in method wrapper_{})",
        tensor::to_string(tensors.front().device()), tensor::to_string(x.device()), name);
  }
}

std::vector<Tensor> of_dtype(const Variables& tensors, DType dtype) {
  std::vector<Tensor> values;
  for (const Variable& x : tensors) {
    values.push_back(x.dtype() == dtype ? x.value() : to(x.value(), dtype));
  }
  return values;
}

}  // namespace

// Of tensors with dimensions alone, if there is one of the same category, since those without have
// less say.
DType joined_dtype(const Variables& tensors) {
  const auto most = [&](bool is_scalar) {
    int found = -1;
    DType dtype = DType::kBool;
    for (const Variable& x : tensors) {
      if ((x.rank() == 0) != is_scalar || precedence(x.dtype()) <= found) continue;
      found = precedence(x.dtype());
      dtype = x.dtype();
    }
    return std::pair(found, dtype);
  };
  const auto [of_tensors, dtype] = most(false);
  const auto [of_scalars, scalar_dtype] = most(true);
  if (of_tensors < 0) return scalar_dtype;
  if (of_scalars < 0 || category(scalar_dtype) <= category(dtype)) return dtype;
  return scalar_dtype;
}

Variable cat(const Variables& tensors, std::int64_t dim) {
  if (tensors.empty()) raise("torch.cat(): expected a non-empty list of Tensors");
  require_one_device(tensors, "cat");
  Variables parts;
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    if (tensors[i].rank() == 0) {
      raise("zero-dimensional tensor (at position {}) cannot be concatenated", i);
    }
    if (!is_skipped(tensors[i])) parts.push_back(tensors[i]);
  }
  const DType dtype = joined_dtype(tensors);
  const Device device = tensors.front().device();
  if (parts.empty()) {
    wrapped(dim, 1);
    parts.push_back(tensors.front());
  }
  const Variable& first = parts.front();
  const std::size_t place = wrapped(dim, first.rank());
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const Variable& x = tensors[i];
    if (is_skipped(x)) continue;
    if (x.rank() != first.rank()) {
      raise("Tensors must have same number of dimensions: got {} and {}", first.rank(), x.rank());
    }
    for (std::size_t d = 0; d < x.rank(); ++d) {
      if (d == place || x.shape()[d] == first.shape()[d]) continue;
      raise(
          "Sizes of tensors must match except in dimension {}. Expected size {} but got size {} "
          "for tensor number {} in the list.",
          place, first.shape()[d], x.shape()[d], i);
    }
  }
  Variable y(tensor::concatenated(of_dtype(parts, dtype), place), device);
  if (!autograd::needs_history(tensors)) return y;
  Integers lengths;
  for (const Variable& x : tensors) {
    lengths.push_back(is_skipped(x) ? -1 : x.shape()[place]);
  }
  record(std::span(&y, 1), "CatBackward0", tensors, {}, [place, lengths](Backward& b) {
    std::int64_t start = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      if (lengths[i] < 0) continue;
      if (b.wants(i)) {
        b.give(i, narrow(b.grad(), static_cast<std::int64_t>(place), start, lengths[i]));
      }
      start += lengths[i];
    }
  });
  return y;
}

Variable stack(const Variables& tensors, std::int64_t dim) {
  if (tensors.empty()) raise("stack expects a non-empty TensorList");
  require_one_device(tensors, "stack");
  const Shape& shape = tensors.front().shape();
  const std::size_t place = wrapped(dim, shape.rank() + 1);
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    if (tensors[i].shape() == shape) continue;
    raise("stack expects each tensor to be equal size, but got {} at entry 0 and {} at entry {}",
          to_string(shape), to_string(tensors[i].shape()), i);
  }
  std::vector<Tensor> parts = of_dtype(tensors, joined_dtype(tensors));
  for (Tensor& part : parts) part = tensor::unsqueeze(part, place);
  Variable y(tensor::concatenated(parts, place), tensors.front().device());
  const std::size_t count = tensors.size();
  record(std::span(&y, 1), "StackBackward0", tensors, {}, [place, count](Backward& b) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!b.wants(i)) continue;
      b.give(i, select(b.grad(), static_cast<std::int64_t>(place), static_cast<std::int64_t>(i)));
    }
  });
  return y;
}

Variable atleast(const Variable& self, std::size_t rank) {
  if (self.rank() >= rank) return self;
  if (rank == 1) return reshape(self, {1});
  if (rank == 2) return self.rank() == 0 ? reshape(self, {1, 1}) : unsqueeze(self, 0);
  if (self.rank() == 0) return reshape(self, {1, 1, 1});
  return unsqueeze(self.rank() == 1 ? unsqueeze(self, 0) : self, -1);
}

namespace {

Variables all_atleast(const Variables& tensors, std::size_t rank) {
  Variables results;
  for (const Variable& x : tensors) results.push_back(atleast(x, rank));
  return results;
}

void require_some(const Variables& tensors, std::string_view name) {
  if (tensors.empty()) raise("{} expects a non-empty TensorList", name);
}

}  // namespace

Variable hstack(const Variables& tensors) {
  require_some(tensors, "hstack");
  const Variables parts = all_atleast(tensors, 1);
  return cat(parts, parts.front().rank() == 1 ? 0 : 1);
}

Variable vstack(const Variables& tensors) {
  require_some(tensors, "vstack");
  return cat(all_atleast(tensors, 2), 0);
}

Variable dstack(const Variables& tensors) {
  require_some(tensors, "dstack");
  return cat(all_atleast(tensors, 3), 2);
}

Variable column_stack(const Variables& tensors) {
  require_some(tensors, "column_stack");
  Variables columns;
  for (const Variable& x : tensors) {
    columns.push_back(x.rank() > 1 ? x : reshape(x, {static_cast<std::int64_t>(x.size()), 1}));
  }
  return cat(columns, 1);
}

Variable block_diag(const Variables& tensors) {
  if (tensors.empty()) return Variable(Tensor(Shape{1, 0}, DType::kFloat32));
  require_one_device(tensors, "block_diag");
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  Variables blocks;
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    if (tensors[i].rank() > 2) {
      raise(
          "torch.block_diag: Input tensors must have 2 or fewer dimensions. Input {} has {} "
          "dimensions",
          i, tensors[i].rank());
    }
    blocks.push_back(atleast(tensors[i].detach(), 2));
    rows += blocks.back().shape()[0];
    columns += blocks.back().shape()[1];
  }
  Tensor y = tensor::full({rows, columns}, 0, joined_dtype(blocks));
  std::vector<std::array<std::int64_t, 4>> corners;
  rows = columns = 0;
  for (const Variable& block : blocks) {
    const Shape& shape = block.shape();
    corners.push_back({rows, columns, shape[0], shape[1]});
    Tensor part =
        tensor::slice(tensor::slice(y, 0, rows, rows + shape[0]), 1, columns, columns + shape[1]);
    tensor::copy_into(part, tensor::contiguous(to(block.value(), y.dtype())));
    rows += shape[0];
    columns += shape[1];
  }
  Variable result(std::move(y), tensors.front().device());
  std::vector<Shape> shapes;
  for (const Variable& x : tensors) shapes.push_back(x.shape());
  record(std::span(&result, 1), "BlockDiagBackward0", tensors, {},
         [corners = std::move(corners), shapes = std::move(shapes)](Backward& b) {
           for (std::size_t i = 0; i < corners.size(); ++i) {
             if (!b.wants(i)) continue;
             const auto& [row, column, height, width] = corners[i];
             const Variable part = narrow(narrow(b.grad(), 0, row, height), 1, column, width);
             b.give(i, reshape(part, shapes[i].extents()));
           }
         });
  return result;
}

Variables broadcast_tensors(const Variables& tensors) {
  if (tensors.empty()) return {};
  Shape shape;
  for (const Variable& x : tensors) shape = tensor::broadcast_shape(shape, x.shape());
  Variables results;
  for (const Variable& x : tensors) {
    results.push_back(x.shape() == shape ? x : expand(x, shape.extents()));
  }
  return results;
}

Variables meshgrid(const Variables& tensors, const std::string& indexing) {
  require_some(tensors, "meshgrid");
  for (const Variable& x : tensors) {
    if (x.dtype() != tensors.front().dtype()) {
      raise("meshgrid expects all tensors to have the same dtype");
    }
    if (x.device() != tensors.front().device()) {
      raise("meshgrid expects all tensors to have the same device");
    }
    if (x.rank() > 1) {
      raise("torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {}",
            to_string(x.shape()));
    }
  }
  if (indexing != "ij" && indexing != "xy") {
    raise("torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {}", indexing);
  }
  // Along which dimension each lies: with "xy" the first two are exchanged.
  std::vector<std::size_t> along(tensors.size());
  std::iota(along.begin(), along.end(), 0);
  if (indexing == "xy" && tensors.size() >= 2) std::swap(along[0], along[1]);
  Integers shape(tensors.size());
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    shape[along[i]] = static_cast<std::int64_t>(tensors[i].size());
  }
  Variables grids;
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    Integers one(tensors.size(), 1);
    one[along[i]] = -1;
    grids.push_back(expand(view(tensors[i], one), shape));
  }
  return grids;
}

namespace {

void require_vector(const Variable& x) {
  if (x.rank() != 1) raise("Expect a 1D vector, but got shape {}", to_string(x.shape()));
}

}  // namespace

Variable cartesian_prod(const Variables& tensors) {
  for (const Variable& x : tensors) require_vector(x);
  if (tensors.size() == 1) return tensors.front();
  Variables columns = meshgrid(tensors);
  for (Variable& column : columns) column = flatten(column);
  return stack(columns, 1);
}

// Which indices each column has is counted, as one writes the combinations down.
Variable combinations(const Variable& self, std::int64_t r, bool with_replacement) {
  require_vector(self);
  if (r < 0) raise("Expect a non-negative number, but got {}", r);
  if (r == 0) return Variable(Tensor(Shape{0}, self.dtype()), self.device());
  const auto length = static_cast<std::size_t>(r);
  const auto n = static_cast<std::int64_t>(self.size());
  if (r >= std::int64_t{1} << 20)
    throw tensor::OutOfMemory(std::numeric_limits<std::size_t>::max());
  double count = 1;  // of combinations
  for (std::int64_t i = 0; i < r; ++i) {
    const std::int64_t choices = with_replacement ? n + i : n - i;
    count *= static_cast<double>(choices) / static_cast<double>(i + 1);
    if (!(count * static_cast<double>(r) < 0x1p28)) {
      throw tensor::OutOfMemory(std::numeric_limits<std::size_t>::max());
    }
    if (choices <= 0) break;
  }
  std::vector<Integers> columns(length);
  Integers chosen(length);
  const std::int64_t apart = with_replacement ? 0 : 1;
  for (std::size_t i = 0; i < length; ++i) chosen[i] = static_cast<std::int64_t>(i) * apart;
  // The greatest that place i may have.
  const auto most = [&](std::size_t i) {
    return n - 1 - static_cast<std::int64_t>(length - 1 - i) * apart;
  };
  while (most(0) >= 0 && chosen[0] <= most(0)) {
    for (std::size_t i = 0; i < length; ++i) columns[i].push_back(chosen[i]);
    std::size_t i = length;
    while (i-- > 0 && chosen[i] == most(i)) {
    }
    if (i >= length) break;
    ++chosen[i];
    for (std::size_t j = i + 1; j < length; ++j) chosen[j] = chosen[j - 1] + apart;
  }
  Variables parts;
  for (const Integers& column : columns) {
    const Shape shape{static_cast<std::int64_t>(column.size())};
    parts.push_back(index_select(self, 0, Variable(Tensor::of(shape, column), self.device())));
  }
  return stack(parts, 1);
}

namespace {

Variable atleast_1d(const Variable& self) { return atleast(self, 1); }
Variable atleast_2d(const Variable& self) { return atleast(self, 2); }
Variable atleast_3d(const Variable& self) { return atleast(self, 3); }
Variables all_atleast_1d(const Variables& tensors) { return all_atleast(tensors, 1); }
Variables all_atleast_2d(const Variables& tensors) { return all_atleast(tensors, 2); }
Variables all_atleast_3d(const Variables& tensors) { return all_atleast(tensors, 3); }
Variables meshgrid_ij(const Variables& tensors) { return meshgrid(tensors); }

constexpr auto kF = Where::kFunction;

constexpr Row kRows[] = {
    row<&cat>("cat(Tensor[] tensors, int dim=0) -> Tensor", kF),
    row<&cat>("concat(Tensor[] tensors, int dim=0) -> Tensor", kF),
    row<&cat>("concatenate(Tensor[] tensors, int dim=0) -> Tensor", kF),
    row<&stack>("stack(Tensor[] tensors, int dim=0) -> Tensor", kF),
    row<&hstack>("hstack(Tensor[] tensors) -> Tensor", kF),
    row<&vstack>("vstack(Tensor[] tensors) -> Tensor", kF),
    row<&vstack>("row_stack(Tensor[] tensors) -> Tensor", kF),
    row<&dstack>("dstack(Tensor[] tensors) -> Tensor", kF),
    row<&column_stack>("column_stack(Tensor[] tensors) -> Tensor", kF),
    row<&block_diag>("block_diag(Tensor[] tensors) -> Tensor", kF),
    row<&broadcast_tensors>("broadcast_tensors(Tensor[] tensors) -> Tensor[]", kF),
    row<&meshgrid_ij>("meshgrid(Tensor[] tensors) -> Tensor[]", kF),
    row<&meshgrid>("meshgrid.indexing(Tensor[] tensors, *, str indexing) -> Tensor[]", kF),
    row<&cartesian_prod>("cartesian_prod(Tensor[] tensors) -> Tensor", kF),
    row<&combinations>("combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor",
                       kF),
    row<&atleast_1d>("atleast_1d(Tensor self) -> Tensor", kF),
    row<&all_atleast_1d>("atleast_1d.Sequence(Tensor[] tensors) -> Tensor[]", kF),
    row<&atleast_2d>("atleast_2d(Tensor self) -> Tensor", kF),
    row<&all_atleast_2d>("atleast_2d.Sequence(Tensor[] tensors) -> Tensor[]", kF),
    row<&atleast_3d>("atleast_3d(Tensor self) -> Tensor", kF),
    row<&all_atleast_3d>("atleast_3d.Sequence(Tensor[] tensors) -> Tensor[]", kF),
};

}  // namespace

std::span<const Row> joining_rows() { return kRows; }

}  // namespace playground::operations
