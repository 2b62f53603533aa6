// The rows of the operations that change the shape of a tensor, split it or say what it is like.
#include <algorithm>
#include <iterator>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/reductions.hpp"
#include "operations/reinterpretation.hpp"
#include "operations/splitting.hpp"
#include "operations/table.hpp"
#include "operations/tensor_options.hpp"
#include "operations/views.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

using errors::Exception;
using errors::raise;

Variable view_as(const Variable& self, const Variable& other) {
  return view(self, other.shape().extents());
}
Variable reshape_as(const Variable& self, const Variable& other) {
  return reshape(self, other.shape().extents());
}
Variable expand_with(const Variable& self, const Integers& size, bool /*implicit*/) {
  return expand(self, size);
}
Variable expand_as(const Variable& self, const Variable& other) {
  return expand(self, other.shape().extents());
}

Variable numpy_transposed(const Variable& self) {  // x.T
  Integers dims;
  for (std::size_t dim = self.rank(); dim-- > 0;) dims.push_back(static_cast<std::int64_t>(dim));
  return permute(self, dims);
}

Variable matrices_transposed(const Variable& self, std::string_view name) {
  if (self.rank() == 0) return permute(self, {});
  if (self.rank() == 1) {
    raise("tensor.{} is only supported on matrices or batches of matrices. Got 1-D tensor.", name);
  }
  return transposed(self);
}
Variable matrices_transposed(const Variable& self) { return matrices_transposed(self, "mT"); }
Variable adjoint(const Variable& self) { return matrices_transposed(self, "mH"); }
Variable matrix_transposed(const Variable& self) {  // x.H
  if (self.rank() == 1 || self.rank() > 2) {
    raise("tensor.H is only supported on matrices (2-D tensors). Got {}-D tensor.", self.rank());
  }
  return matrices_transposed(self, "H");
}

Variable movedim_one(const Variable& self, std::int64_t source, std::int64_t destination) {
  return movedim(self, Integers{source}, Integers{destination});
}

Variable narrow_from(const Variable& self, std::int64_t dim, const Variable& start,
                     std::int64_t length) {
  const bool is_integral = !tensor::is_floating(start.dtype()) && start.dtype() != DType::kBool;
  if (start.rank() != 0 || !is_integral) raise("start must be an 0-dim integral Tensor.");
  return narrow(self, dim, to(start.value(), DType::kInt64).values<std::int64_t>()[0], length);
}

Variable squeeze_all(const Variable& self) { return squeeze(self); }
Variable squeeze_one(const Variable& self, std::int64_t dim) { return squeeze(self, dim); }
Variable contiguous_as(const Variable& self, Layout /*format*/) { return contiguous(self); }
Variable clone_as(const Variable& self, Layout /*format*/) { return clone(self); }
Variable detach(const Variable& self) { return self.detach(); }
Variable real(const Variable& self) { return self; }

Variable detach_in_place(Variable self) {
  if (self.base()) {
    raise(
        "Can't detach views in-place. Use detach() instead. If you are using "
        "DistributedDataParallel"
        " (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of "
        "DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, "
        "please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the "
        "solution.");
  }
  self.set_history({});
  self.set_requires_grad(false);
  return self;
}

// The tensor itself becomes what a view of it is.
Variable become(Variable self, const Variable& view, std::string_view name) {
  autograd::require_writable(self);
  const bool is_recorded = autograd::needs_history({self});
  if (is_recorded) {
    Variable y(view.value(), self.device());
    record(y, name, {view}, {}, [](autograd::Backward& b) { b.give(0, b.grad()); });
    self.value() = view.value();
    self.set_history(y.gradient_edge());
  } else {
    self.value() = view.value();
  }
  self.version().bump();
  return self;
}
Variable transpose_in_place(const Variable& self, std::int64_t dim0, std::int64_t dim1) {
  return become(self, transpose(self, dim0, dim1), "TransposeBackward1");
}
Variable t_in_place(const Variable& self) {
  if (self.rank() > 2) {
    raise("t_() expects a tensor with <= 2 dimensions, but self is {}D", self.rank());
  }
  return become(self, t(self), "TBackward1");
}
Variable squeeze_in_place(const Variable& self) {
  return become(self, squeeze(self), "SqueezeBackward2");
}
Variable squeeze_one_in_place(const Variable& self, std::int64_t dim) {
  return become(self, squeeze(self, dim), "SqueezeBackward3");
}
Variable unsqueeze_in_place(const Variable& self, std::int64_t dim) {
  return become(self, unsqueeze(self, dim), "UnsqueezeBackward1");
}

Variable resize_in_place(Variable self, const Integers& size, Layout /*format*/) {
  if (self.requires_grad()) raise("cannot resize variables that require grad");
  if (std::ranges::any_of(size, [](std::int64_t extent) { return extent < 0; })) {
    raise("numel: integer multiplication overflow");
  }
  const Shape shape(size);
  const Tensor& x = self.value();
  const auto offset = static_cast<std::size_t>(x.offset());
  if ((offset + shape.size()) * tensor::item_size(x.dtype()) <= x.storage_bytes()) {
    self.value() = x.as_strided(shape, tensor::row_major_strides(shape), x.offset());
    return self;
  }
  Tensor larger = tensor::full(shape, 0, x.dtype());
  const Tensor own = tensor::contiguous(x);
  std::copy_n(own.data(), own.size() * tensor::item_size(x.dtype()), larger.data());
  self.value() = std::move(larger);
  return self;
}

// What a tensor is like.
std::vector<std::int64_t> sizes(const Variable& self) { return self.shape().extents(); }
std::int64_t size_of(const Variable& self, std::int64_t dim) {
  return self.shape()[wrapped_strictly(dim, self.rank())];
}
std::vector<std::int64_t> strides(const Variable& self) { return self.value().strides(); }
std::int64_t stride_of(const Variable& self, std::int64_t dim) {
  return self.value().strides()[wrapped_strictly(dim, self.rank())];
}
std::int64_t numel(const Variable& self) { return static_cast<std::int64_t>(self.size()); }
std::int64_t rank(const Variable& self) { return static_cast<std::int64_t>(self.rank()); }
std::int64_t storage_offset(const Variable& self) { return self.value().offset(); }
std::int64_t element_size(const Variable& self) {
  return static_cast<std::int64_t>(tensor::item_size(self.dtype()));
}
bool is_contiguous(const Variable& self, Layout /*format*/) { return self.value().is_contiguous(); }
bool is_floating_point(const Variable& self) { return tensor::is_floating(self.dtype()); }
bool is_complex(const Variable& /*self*/) { return false; }
bool is_same_size(const Variable& self, const Variable& other) {
  return self.shape() == other.shape();
}

Scalar item(const Variable& self) {
  if (self.size() != 1) {
    raise(Exception::kValueError, "only one element tensors can be converted to Python scalars");
  }
  const Tensor& x = self.value();
  if (tensor::is_floating(x.dtype())) return to(x, DType::kFloat64).values<double>()[0];
  const std::int64_t whole = to(x, DType::kInt64).values<std::int64_t>()[0];
  if (x.dtype() == DType::kBool) return whole != 0;
  return whole;
}

Variable sum_to_size(const Variable& self, const Integers& size) {
  bool fits = size.size() <= self.rank();
  const std::size_t more = fits ? self.rank() - size.size() : 0;
  Integers dims;
  for (std::size_t d = 0; fits && d < self.rank(); ++d) {
    const std::int64_t own = self.shape()[d];
    const bool is_summed = d < more || (size[d - more] == 1 && own != 1);
    if (is_summed) dims.push_back(static_cast<std::int64_t>(d));
    fits = is_summed || size[d - more] == own;
  }
  if (!fits) {
    raise("size {} is not expandable to size {}.", "{" + to_string(Shape(size)) + "}",
          "{" + to_string(self.shape()) + "}");
  }
  const Variable summed = dims.empty() ? self : sum(self, dims, true);
  return more == 0 ? summed : view(summed, size);
}

Variables split_of_size(const Variable& self, std::int64_t split_size, std::int64_t dim) {
  return split(self, split_size, dim);
}
template <class Places>
using Split = Variables (*)(const Variable&, Places, std::int64_t);
template <class Places>
using SplitAlong = Variables (*)(const Variable&, Places);
using Count = std::int64_t;
using List = const Integers&;

constexpr Row kRows[] = {
    row<&view>("view(Tensor(a) self, SymInt[] size) -> Tensor(a)", Where::kMethod),
    row<&view_of_dtype>("view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)",
                        Where::kMethod),
    row<&view_as>("view_as(Tensor(a) self, Tensor other) -> Tensor(a)", Where::kMethod),
    row<&reshape>("reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)"),
    row<&reshape_as>("reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)", Where::kMethod),
    row<&flatten>(
        "flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)"),
    row<&ravel>("ravel(Tensor(a) self) -> Tensor(a)"),
    row<&unflatten>("unflatten.int(Tensor(a) self, int dim, int[] sizes) -> Tensor(a)"),
    row<&expand_with>("expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)",
                      Where::kMethod),
    row<&expand_as>("expand_as(Tensor(a) self, Tensor other) -> Tensor(a)", Where::kMethod),
    row<&expand>("broadcast_to(Tensor(a) self, int[] size) -> Tensor(a)"),
    row<&permute>("permute(Tensor(a) self, int[] dims) -> Tensor(a)"),
    row<&transpose>("transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)"),
    row<&transpose>("swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)"),
    row<&transpose>("swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)"),
    row<&t>("t(Tensor(a) self) -> Tensor(a)"),
    row<&numpy_transposed>("numpy_T(Tensor(a) self) -> Tensor(a)", Where::kInner),
    row<static_cast<Variable (*)(const Variable&)>(&matrices_transposed)>(
        "mT(Tensor(a) self) -> Tensor(a)", Where::kInner),
    row<&adjoint>("mH(Tensor(a) self) -> Tensor(a)", Where::kInner),
    row<&adjoint>("adjoint(Tensor(a) self) -> Tensor(a)"),
    row<&matrix_transposed>("matrix_H(Tensor(a) self) -> Tensor(a)", Where::kInner),
    row<&movedim>("movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)"),
    row<&movedim_one>("movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)"),
    row<&movedim>("moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)"),
    row<&movedim_one>("moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)"),
    row<&select>("select.int(Tensor(a) self, int dim, int index) -> Tensor(a)"),
    row<&slice>("slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, "
                "SymInt step=1) -> Tensor(a)",
                Where::kInner),
    row<&narrow>("narrow(Tensor(a) self, int dim, int start, int length) -> Tensor(a)"),
    row<&narrow_from>(
        "narrow.Tensor(Tensor(a) self, int dim, Tensor start, int length) -> Tensor(a)"),
    row<&squeeze_all>("squeeze(Tensor(a) self) -> Tensor(a)"),
    row<&squeeze_one>("squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)"),
    row<&unsqueeze>("unsqueeze(Tensor(a) self, int dim) -> Tensor(a)"),
    row<&unfold>("unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)",
                 Where::kMethod),
    row<&diagonal>("diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)"),
    row<&as_strided>("as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? "
                     "storage_offset=None) -> Tensor(a)"),
    row<&alias>("alias(Tensor(a) self) -> Tensor(a)", Where::kInner),
    row<&contiguous_as>("contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)",
                        Where::kMethod),
    row<&clone_as>("clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor"),
    row<&detach>("detach(Tensor(a) self) -> Tensor(a)"),
    row<&real>("real(Tensor(a) self) -> Tensor(a)"),

    row<&detach_in_place>("detach_(Tensor(a!) self) -> Tensor(a!)"),
    row<&transpose_in_place>("transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)",
                             Where::kMethod),
    row<&t_in_place>("t_(Tensor(a!) self) -> Tensor(a!)", Where::kMethod),
    row<&squeeze_in_place>("squeeze_(Tensor(a!) self) -> Tensor(a!)", Where::kMethod),
    row<&squeeze_one_in_place>("squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)",
                               Where::kMethod),
    row<&unsqueeze_in_place>("unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)", Where::kMethod),
    row<&resize_in_place>("resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? "
                          "memory_format=None) -> Tensor(a!)",
                          Where::kMethod),

    row<&unbind>("unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]"),
    row<&split_of_size>(
        "split.Tensor(Tensor(a -> *) self, int split_size, int dim=0) -> Tensor(a)[]"),
    row<&split_with_sizes>(
        "split.sizes(Tensor(a -> *) self, int[] split_size, int dim=0) -> Tensor(a)[]"),
    row<&split_with_sizes>(
        "split(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]"),
    row<&split_with_sizes>(
        "split_with_sizes(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]"),
    row<&chunk>("chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]"),
    row<static_cast<Split<Count>>(&tensor_split)>(
        "tensor_split.sections(Tensor(a -> *) self, int sections, int dim=0) -> Tensor(a)[]"),
    row<static_cast<Split<List>>(&tensor_split)>(
        "tensor_split.indices(Tensor(a -> *) self, int[] indices, int dim=0) -> Tensor(a)[]"),
    row<static_cast<Split<const Variable&>>(&tensor_split)>(
        "tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor "
        "tensor_indices_or_sections, int dim=0) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<Count>>(&hsplit)>(
        "hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<List>>(&hsplit)>(
        "hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<Count>>(&vsplit)>(
        "vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<List>>(&vsplit)>(
        "vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<Count>>(&dsplit)>(
        "dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]"),
    row<static_cast<SplitAlong<List>>(&dsplit)>(
        "dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]"),

    row<&size_of>("size.int(Tensor self, int dim) -> int", Where::kMethod),
    row<&sizes>("size(Tensor self) -> int[]", Where::kMethod),
    row<&stride_of>("stride.int(Tensor self, int dim) -> int", Where::kMethod),
    row<&strides>("stride(Tensor self) -> int[]", Where::kMethod),
    row<&numel>("numel(Tensor self) -> int"),
    row<&numel>("nelement(Tensor self) -> int", Where::kMethod),
    row<&rank>("dim(Tensor self) -> int", Where::kMethod),
    row<&rank>("ndimension(Tensor self) -> int", Where::kMethod),
    row<&storage_offset>("storage_offset(Tensor self) -> int", Where::kMethod),
    row<&element_size>("element_size(Tensor self) -> int", Where::kMethod),
    row<&is_contiguous>("is_contiguous(Tensor self, *, MemoryFormat? memory_format=None) -> bool",
                        Where::kMethod),
    row<&is_floating_point>("is_floating_point(Tensor self) -> bool"),
    row<&is_complex>("is_complex(Tensor self) -> bool"),
    row<&is_same_size>("is_same_size(Tensor self, Tensor other) -> bool"),
    row<&sum_to_size>("sum_to_size(Tensor self, int[] size) -> Tensor", Where::kMethod),
    row<&item>("item(Tensor self) -> Scalar", Where::kMethod),
};

}  // namespace

std::span<const Row> view_rows() { return kRows; }

}  // namespace playground::operations
