#include "operations/triangles.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/table.hpp"
#include "operations/tensor_options.hpp"
#include "operations/view_rule.hpp"
#include "operations/views.hpp"
#include "ops/eye.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/out_of_memory.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {

using autograd::Backward;
using errors::raise;

namespace {

// Row by row: the first columns, up to the diagonal, or the last ones.
Tensor triangle(const Tensor& x, std::int64_t diagonal, bool is_lower) {
  const Tensor from = tensor::contiguous(x);
  Tensor y = tensor::full(x.shape(), 0, x.dtype());
  if (y.size() == 0) return y;
  const std::size_t rank = x.shape().rank();
  const std::int64_t rows = x.shape()[rank - 2];
  const std::int64_t columns = x.shape()[rank - 1];
  const auto item = static_cast<std::int64_t>(tensor::item_size(x.dtype()));
  diagonal = std::clamp(diagonal, -rows - 1, columns + 1);
  const auto count = static_cast<std::int64_t>(x.size()) / columns;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t first =
        std::clamp<std::int64_t>(i % rows + diagonal + (is_lower ? 1 : 0), 0, columns);
    const std::int64_t begin = i * columns + (is_lower ? 0 : first);
    const std::int64_t length = is_lower ? first : columns - first;
    std::memcpy(y.data() + begin * item, from.data() + begin * item,
                static_cast<std::size_t>(length * item));
  }
  return y;
}

// Of any diagonal there may be in memory.
constexpr std::int64_t kMostOffset = std::int64_t{1} << 40;

void require_matrices(const Variable& self) {
  if (self.rank() < 2) wrapped_strictly(-2, self.rank());
}

}  // namespace

Variable tril(const Variable& self, std::int64_t diagonal) {
  require_matrices(self);
  Variable y(triangle(self.value(), diagonal, true), self.device());
  record(y, "TrilBackward0", {self}, {},
         [diagonal](Backward& b) { b.give(0, tril(b.grad(), diagonal)); });
  return y;
}

Variable triu(const Variable& self, std::int64_t diagonal) {
  require_matrices(self);
  Variable y(triangle(self.value(), diagonal, false), self.device());
  record(y, "TriuBackward0", {self}, {},
         [diagonal](Backward& b) { b.give(0, triu(b.grad(), diagonal)); });
  return y;
}

Variable diag(const Variable& self, std::int64_t diagonal_number) {
  if (self.rank() != 1 && self.rank() != 2) raise("matrix or a vector expected");
  Variable y;
  if (self.rank() == 1) {
    const Variable own = self.detach();
    y = diag_embed(own, diagonal_number);
    record(y, "DiagBackward0", {self}, {},
           [diagonal_number](Backward& b) { b.give(0, diagonal(b.grad(), diagonal_number)); });
    return y;
  }
  const std::int64_t rows = self.shape()[0];
  const std::int64_t columns = self.shape()[1];
  if (diagonal_number > columns || diagonal_number < -rows) {
    raise("numel: integer multiplication overflow");
  }
  y = Variable(diagonal(self.detach(), diagonal_number).value().clone(), self.device());
  record(y, "DiagBackward0", {self}, {}, [shape = self.shape(), diagonal_number](Backward& b) {
    b.give(0, diagonal_placed(b.grad(), shape, diagonal_number));
  });
  return y;
}

Variable diag_embed(const Variable& self, std::int64_t offset, std::int64_t dim1,
                    std::int64_t dim2) {
  const std::size_t rank = self.rank() + 1;
  const std::size_t rows = wrapped(dim1, rank);
  const std::size_t columns = wrapped(dim2, rank);
  if (rows == columns) raise("diagonal dimensions cannot be identical {}, {}", dim1, dim2);
  Integers extents = self.shape().extents();
  if (offset > kMostOffset || offset < -kMostOffset) {
    raise("numel: integer multiplication overflow");
  }
  const std::int64_t side = extents.back() + (offset < 0 ? -offset : offset);
  extents.pop_back();
  extents.insert(extents.begin() + static_cast<std::ptrdiff_t>(std::min(rows, columns)), side);
  extents.insert(extents.begin() + static_cast<std::ptrdiff_t>(std::max(rows, columns)), side);
  const Variable zeros = full(Shape(extents), 0, self.dtype(), self.device());
  Tensor part = diagonal(zeros, offset, dim1, dim2).value();
  tensor::copy_into(part, tensor::contiguous(self.value()));
  record(zeros, "DiagEmbedBackward0", {self}, {},
         [offset, dim1, dim2](Backward& b) { b.give(0, diagonal(b.grad(), offset, dim1, dim2)); });
  return zeros;
}

Variable one_hot(const Variable& self, std::int64_t num_classes) {
  if (self.dtype() != DType::kInt64) raise("one_hot is only applicable to index tensor.");
  const Tensor given = tensor::contiguous(self.value());
  const auto classes = given.values<std::int64_t>();
  if (classes.empty() && num_classes <= 0) {
    raise("Can not infer total number of classes from empty tensor.");
  }
  if (num_classes < -1) raise("num_classes should be positive");
  if (!classes.empty()) {
    const auto [least, most] = std::ranges::minmax(classes);
    if (least < 0) raise("Class values must be non-negative.");
    if (num_classes == -1) num_classes = std::min(most, kMostOffset) + 1;
    if (most >= num_classes) raise("Class values must be smaller than num_classes.");
  }
  Integers extents = self.shape().extents();
  extents.push_back(num_classes);
  Tensor y = tensor::full(Shape(std::move(extents)), 0, DType::kInt64);
  std::int64_t* row = y.values<std::int64_t>().data();
  for (const std::int64_t chosen : classes) {
    row[chosen] = 1;
    row += num_classes;
  }
  return Variable(std::move(y), self.device());
}

namespace {

Variable eye_of(std::int64_t n, std::int64_t m, MaybeDType dtype, Layout /*layout*/,
                MaybeDevice device, MaybePinned /*pinned*/) {
  if (n < 0) raise("n must be greater or equal to 0, got {}", n);
  if (m < 0) raise("m must be greater or equal to 0, got {}", m);
  return Variable(ops::eye(n, m, dtype.value_or(default_dtype())), device.value_or(Device()));
}
Variable eye(std::int64_t n, MaybeDType dtype, Layout layout, MaybeDevice device,
             MaybePinned pinned) {
  return eye_of(n, n, dtype, layout, device, pinned);
}

// Rows and columns of a triangle, row after row.
Variable triangle_indices(std::int64_t row, std::int64_t col, std::int64_t offset, bool is_lower,
                          MaybeDType dtype, MaybeDevice device) {
  if (row < 0) raise("row must be non-negative, got{}", row);
  if (col < 0) raise("col must be non-negative, got{}", col);
  const DType own = dtype.value_or(DType::kInt64);
  if (own != DType::kInt64 && own != DType::kInt32) {
    tensor::fail_not_implemented(is_lower ? "tril_indices" : "triu_indices", own);
  }
  std::int64_t count = 0;
  if (__builtin_mul_overflow(row, col, &count) || count > kMostOffset / 1024 ||
      row > kMostOffset / 1024) {
    throw tensor::OutOfMemory(std::numeric_limits<std::size_t>::max());
  }
  offset = std::clamp(offset, -row - 1, std::min(col, kMostOffset) + 1);
  Integers rows;
  Integers columns;
  for (std::int64_t i = 0; i < row; ++i) {
    const std::int64_t first = std::clamp<std::int64_t>(i + offset + (is_lower ? 1 : 0), 0, col);
    for (std::int64_t j = is_lower ? 0 : first; j < (is_lower ? first : col); ++j) {
      rows.push_back(i);
      columns.push_back(j);
    }
  }
  count = static_cast<std::int64_t>(rows.size());
  rows.insert(rows.end(), columns.begin(), columns.end());
  const Tensor y = Tensor::of({2, count}, rows);
  return Variable(own == DType::kInt64 ? y : to(y, own), device.value_or(Device()));
}
Variable tril_indices(std::int64_t row, std::int64_t col, std::int64_t offset, MaybeDType dtype,
                      Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  return triangle_indices(row, col, offset, true, dtype, device);
}
Variable triu_indices(std::int64_t row, std::int64_t col, std::int64_t offset, MaybeDType dtype,
                      Layout /*layout*/, MaybeDevice device, MaybePinned /*pinned*/) {
  return triangle_indices(row, col, offset, false, dtype, device);
}

constexpr auto kF = Where::kFunction;

constexpr Row kRows[] = {
    row<&eye>("eye(int n, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&eye_of>("eye.m(int n, int m, " PLAYGROUND_TENSOR_OPTIONS ") -> Tensor", kF),
    row<&tril>("tril(Tensor self, int diagonal=0) -> Tensor"),
    row<&triu>("triu(Tensor self, int diagonal=0) -> Tensor"),
    row_in_place<&tril>("tril_(Tensor(a!) self, int diagonal=0) -> Tensor(a!)"),
    row_in_place<&triu>("triu_(Tensor(a!) self, int diagonal=0) -> Tensor(a!)"),
    row<&tril_indices>("tril_indices(int row, int col, int offset=0, " PLAYGROUND_TENSOR_OPTIONS_OF(
                           "long") ") -> Tensor",
                       kF),
    row<&triu_indices>("triu_indices(int row, int col, int offset=0, " PLAYGROUND_TENSOR_OPTIONS_OF(
                           "long") ") -> Tensor",
                       kF),
    row<&diag>("diag(Tensor self, int diagonal=0) -> Tensor"),
    row<&diag_embed>("diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor"),
    row<&one_hot>("one_hot(Tensor self, int num_classes=-1) -> Tensor", Where::kInner),
};

}  // namespace

std::span<const Row> triangle_rows() { return kRows; }

}  // namespace playground::operations
