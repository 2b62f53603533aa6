// The rows of the operations that read and write elements by their index.
#include <utility>

#include "errors/raised.hpp"
#include "operations/indexing.hpp"
#include "operations/indexing_twins.hpp"
#include "operations/joining.hpp"
#include "operations/table.hpp"
#include "tensor/joined.hpp"

namespace playground::operations {
namespace {

using errors::raise;

// Of a function whose first argument says whether it is in place, both.
template <auto kFunction>
struct Twin;
template <class... Arguments, Variable (*kFunction)(bool, Arguments...)>
struct Twin<kFunction> {
  static Variable apart(Arguments... arguments) {
    return kFunction(false, std::forward<Arguments>(arguments)...);
  }
  static Variable in_place(Arguments... arguments) {
    return kFunction(true, std::forward<Arguments>(arguments)...);
  }
};
template <auto kFunction>
constexpr Row apart(const char* schema, Where where = Where::kBoth) {
  return row<&Twin<kFunction>::apart>(schema, where);
}
template <auto kFunction>
constexpr Row in_place(const char* schema, Where where = Where::kMethod) {
  return row<&Twin<kFunction>::in_place>(schema, where);
}

Variable gather_densely(const Variable& self, std::int64_t dim, const Variable& index,
                        bool /*sparse_grad*/) {
  return gather(self, dim, index);
}

Variable take_along_dim(const Variable& self, const Variable& indices,
                        std::optional<std::int64_t> dim) {
  if (indices.dtype() != DType::kInt64 && dim && self.rank() == indices.rank()) {
    raise("torch.take_along_dim(): dtype of indices should be Long but got {}",
          tensor::scalar_type_name(indices.dtype()));
  }
  if (!dim) return gather(view(self, {-1}), 0, view(indices, {-1}));
  if (self.rank() != indices.rank()) {
    raise(
        "torch.take_along_dim(): input and indices should have the same number of dimensions, but "
        "got {} dimensions for input, and {} dimensions for indices",
        self.rank(), indices.rank());
  }
  const std::size_t place = wrapped(*dim, self.rank());
  // Both are broadcast but along the dimension.
  const auto spread = [place](const Variable& x, const Shape& other) {
    Integers extents = other.extents();
    if (!extents.empty()) extents[place] = x.shape()[place];
    const Shape shape = tensor::broadcast_shape(Shape(std::move(extents)), x.shape());
    return x.shape() == shape ? x : expand(x, shape.extents());
  };
  return gather(spread(self, indices.shape()), *dim, spread(indices, self.shape()));
}

Variables where_not_zero(const Variable& condition) {
  return unbind(nonzero(atleast(condition, 1)), 1);
}

constexpr Row kRows[] = {
    row<&index>("index.Tensor(Tensor self, Tensor?[] indices) -> Tensor", Where::kInner),
    apart<&index_put_twin>(
        "index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> "
        "Tensor"),
    in_place<&index_put_twin>(
        "index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> "
        "Tensor(a!)"),
    row<&index_select>("index_select(Tensor self, int dim, Tensor index) -> Tensor"),
    row<&gather_densely>(
        "gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor"),
    row<&take>("take(Tensor self, Tensor index) -> Tensor"),
    row<&take_along_dim>("take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor"),
    row<&masked_select>("masked_select(Tensor self, Tensor mask) -> Tensor"),
    row<&nonzero>("nonzero(Tensor self) -> Tensor"),
    row<&nonzero>("argwhere(Tensor self) -> Tensor"),
    row<&where_not_zero>("nonzero_numpy(Tensor self) -> Tensor[]", Where::kInner),
    row<&where_not_zero>("where(Tensor condition) -> Tensor[]", Where::kFunction),

    apart<&scatter_src>("scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor"),
    apart<&scatter_reduce_src>("scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, "
                               "str reduce) -> Tensor"),
    apart<&scatter_value>(
        "scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor"),
    apart<&scatter_reduce_value>("scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar "
                                 "value, *, str reduce) -> Tensor"),
    in_place<&scatter_src>(
        "scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)"),
    in_place<&scatter_reduce_src>("scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor "
                                  "src, *, str reduce) -> Tensor(a!)"),
    in_place<&scatter_value>(
        "scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)"),
    in_place<&scatter_reduce_value>("scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, "
                                    "Scalar value, *, str reduce) -> Tensor(a!)"),
    apart<&scatter_add_src>(
        "scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor"),
    in_place<&scatter_add_src>(
        "scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)"),

    apart<&index_fill_value>(
        "index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor"),
    apart<&index_fill_tensor>(
        "index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor"),
    in_place<&index_fill_value>(
        "index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> "
        "Tensor(a!)"),
    in_place<&index_fill_tensor>(
        "index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> "
        "Tensor(a!)"),
    apart<&index_add_twin>("index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar "
                           "alpha=1) -> Tensor"),
    in_place<&index_add_twin>("index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, "
                              "*, Scalar alpha=1) -> Tensor(a!)"),
    apart<&index_copy_twin>(
        "index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor"),
    in_place<&index_copy_twin>(
        "index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)"),

    apart<&put>("put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor"),
    in_place<&put>("put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> "
                   "Tensor(a!)"),
    apart<&masked_scatter>("masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor"),
    in_place<&masked_scatter>(
        "masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)"),
    row<&fill_diagonal>(
        "fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)",
        Where::kMethod),
};

}  // namespace

std::span<const Row> indexing_rows() { return kRows; }

}  // namespace playground::operations
