// Losses of what is one of several classes: nll_loss, cross_entropy and the margins between
// classes.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/losses.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/softmax.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/kernels/losses.hpp"
#include "ops/reduction.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;
using errors::Exception;

namespace {

void require_class_weight(const Variable& weight, std::int64_t classes, std::string_view start) {
  if (!weight || (weight.rank() == 1 && weight.shape()[0] == classes)) return;
  errors::raise(
      "{}weight tensor should be defined either for all {} classes or no classes but got "
      "weight tensor of shape: {}",
      start, classes, to_string(weight.shape()));
}

void require_targets(std::span<const std::int64_t> targets, std::int64_t classes,
                     std::int64_t ignore_index) {
  for (const std::int64_t target : targets) {
    if (target == ignore_index || (target >= 0 && target < classes)) continue;
    errors::raise(Exception::kIndexError, "Target {} is out of bounds.", target);
  }
}

/// Classes first, or after the batch, become the last dimension, so that each target has a row.
Tensor class_rows(const Tensor& x) {
  Tensor turned = x;
  for (std::size_t dim = 1; dim + 1 < x.shape().rank(); ++dim) {
    turned = tensor::transpose(turned, dim, dim + 1);
  }
  return tensor::contiguous(turned);
}
Tensor from_class_rows(const Tensor& rows) {
  Tensor turned = rows;
  for (std::size_t dim = rows.shape().rank() - 1; dim > 1; --dim) {
    turned = tensor::transpose(turned, dim, dim - 1);
  }
  return tensor::contiguous(turned);
}

template <class T>
ops::ClassLoss<T> class_loss(const Tensor& target, std::int64_t classes, std::int64_t ignore_index,
                             const Tensor* weight) {
  ops::ClassLoss<T> rows{.target = target.values<std::int64_t>(),
                         .classes = static_cast<std::size_t>(classes),
                         .ignore_index = ignore_index};
  if (weight) rows.weight = weight->values<T>();
  return rows;
}

struct ClassOptions {
  Reduction reduction;
  std::int64_t ignore_index;
  std::int64_t classes;
};

/// The losses, their mean or their sum; and what a mean was divided by.
std::pair<Tensor, double> class_losses(const Tensor& rows, const Tensor& target,
                                       const Tensor* weight, const ClassOptions& options) {
  Tensor losses(target.shape(), rows.dtype());
  double divisor = 1;
  tensor::with_floating_type(rows.dtype(), "nll_loss_out_frame", [&]<class T>(T) {
    const ops::ClassLoss<T> loss =
        class_loss<T>(target, options.classes, options.ignore_index, weight);
    ops::nll_loss<T>(rows.values<T>(), loss, losses.values<T>());
    if (options.reduction == Reduction::kNone) return;
    T total = ops::sum<T>(losses.values<T>());
    if (options.reduction == Reduction::kMean) {
      divisor = static_cast<double>(loss.total_weight());
      total /= static_cast<T>(divisor);
    }
    losses = Tensor(Shape(), rows.dtype());
    losses.values<T>()[0] = total;
  });
  return {std::move(losses), divisor};
}

Tensor class_gradient(const Tensor& grad, const Tensor& target, const Tensor* weight,
                      const Shape& rows_shape, double divisor, const ClassOptions& options) {
  Tensor result(rows_shape, grad.dtype());
  tensor::with_floating_type(grad.dtype(), "nll_loss_backward", [&]<class T>(T) {
    const ops::ClassLoss<T> loss =
        class_loss<T>(target, options.classes, options.ignore_index, weight);
    Tensor each = grad;
    if (options.reduction != Reduction::kNone) {
      each = Tensor(target.shape(), grad.dtype());
      std::ranges::fill(each.values<T>(), grad.values<T>()[0] / static_cast<T>(divisor));
    }
    ops::nll_loss_backward<T>(each.values<T>(), loss, result.values<T>());
  });
  return result;
}

Variable losses_of_targets(const Variable& self, const Variable& target, const Variable& weight,
                           std::int64_t reduction, std::int64_t ignore_index,
                           std::string_view node) {
  const std::int64_t classes = self.shape()[self.rank() == 1 ? 0 : 1];
  const ClassOptions options{reduction_of(reduction), ignore_index, classes};
  if (!tensor::is_floating(self.dtype())) {
    errors::raise("\"nll_loss_out_frame\" not implemented for '{}'",
                  tensor::scalar_type_name(self.dtype()));
  }
  require_scalar_type(target, DType::kInt64);
  if (weight) require_scalar_type(weight, self.dtype());
  const Tensor rows = class_rows(self.value());
  const Tensor targets = tensor::contiguous(target.value());
  require_targets(targets.values<std::int64_t>(), classes, ignore_index);
  const Tensor weights = weight ? tensor::contiguous(weight.value()) : targets;
  auto [result, divisor] = class_losses(rows, targets, weight ? &weights : nullptr, options);
  Variable y(std::move(result), self.device());
  record(y, node, {self}, {Saved(target), Saved(weight)},
         [shape = rows.shape(), divisor, options](Backward& b) {
           const Variable grad = b.grad();
           const Tensor targets = tensor::contiguous(b.saved(0).value());
           const Variable weight = b.saved(1);
           const Tensor weights = weight ? tensor::contiguous(weight.value()) : targets;
           const Tensor rows = class_gradient(tensor::contiguous(grad.value()), targets,
                                              weight ? &weights : nullptr, shape, divisor, options);
           b.give(0,
                  autograd::without_second_derivative(
                      Variable(from_class_rows(rows), grad.device()), "nll_loss_backward", {grad}));
         });
  return y;
}

Variable nll_loss(const Variable& self, const Variable& target, const Variable& weight,
                  std::int64_t reduction, std::int64_t ignore_index) {
  if (self.rank() == 0 || self.rank() > 2) errors::raise("input tensor should be 1D or 2D");
  if (target.rank() > 1) {
    errors::raise("0D or 1D target tensor expected, multi-target not supported");
  }
  const bool is_batch = self.rank() == 2 || target.rank() == 1;
  if (is_batch && (target.rank() == 0 || self.shape()[0] != target.shape()[0] ||
                   (self.rank() == 1 && target.rank() == 1))) {
    errors::raise("size mismatch (got input: {}, target: {})", to_string(self.shape()),
                  to_string(target.shape()));
  }
  require_class_weight(weight, self.shape()[self.rank() - 1], "");
  return losses_of_targets(self, target, weight, reduction, ignore_index, "NllLossBackward0");
}

Variable nll_loss2d(const Variable& self, const Variable& target, const Variable& weight,
                    std::int64_t reduction, std::int64_t ignore_index) {
  if (target.rank() != 3) {
    errors::raise(
        "only batches of spatial targets supported (3D tensors) but got targets of "
        "dimension: {}",
        static_cast<std::int64_t>(target.rank()));
  }
  if (self.rank() != 4) {
    errors::raise(
        "only batches of spatial inputs supported (4D tensors), but got input of "
        "dimension: {}",
        static_cast<std::int64_t>(self.rank()));
  }
  const Shape& shape = self.shape();
  if (target.shape() != Shape({shape[0], shape[2], shape[3]})) {
    errors::raise("size mismatch (got input: {} , target: {}", to_string(shape),
                  to_string(target.shape()));
  }
  if (weight && static_cast<std::int64_t>(weight.size()) != shape[1]) {
    errors::raise("weight tensor should be defined either for all or no classes");
  }
  return losses_of_targets(self, target, weight, reduction, ignore_index, "NllLoss2DBackward0");
}

Variable nll_loss_nd(const Variable& self, const Variable& target, const Variable& weight,
                     std::int64_t reduction, std::int64_t ignore_index) {
  if (self.rank() == 0) {
    errors::raise(Exception::kValueError, "Expected 1 or more dimensions (got 0)");
  }
  if (self.rank() != 1 && (target.rank() == 0 || self.shape()[0] != target.shape()[0])) {
    if (target.rank() == 0) {
      errors::raise(Exception::kIndexError, "tuple index out of range");
    }
    errors::raise(Exception::kValueError,
                  "Expected input batch_size ({}) to match target batch_size ({}).",
                  self.shape()[0], target.shape()[0]);
  }
  if (self.rank() <= 2) return nll_loss(self, target, weight, reduction, ignore_index);
  if (self.rank() == 4) return nll_loss2d(self, target, weight, reduction, ignore_index);

  const Shape& shape = self.shape();
  std::vector<std::int64_t> size{shape[0]};
  for (std::size_t dim = 2; dim < self.rank(); ++dim) size.push_back(shape[dim]);
  if (target.shape() != Shape(size)) {
    errors::raise("Expected target size {}, got {}", to_string(Shape(size)),
                  to_string(target.shape()));
  }
  const bool is_empty = self.size() == 0;
  const std::int64_t extent = is_empty ? 0 : -1;
  const std::int64_t one = is_empty ? 0 : 1;
  const Variable losses = nll_loss2d(view(contiguous(self), {shape[0], shape[1], one, extent}),
                                     view(contiguous(target), {shape[0], one, extent}), weight,
                                     reduction, ignore_index);
  return reduction_of(reduction) == Reduction::kNone ? view(losses, size) : losses;
}

/// The weight of each class, along the dimension of classes.
Variable spread_weight(const Variable& weight, std::size_t rank, std::size_t class_dim) {
  std::vector<std::int64_t> shape(rank, 1);
  shape[class_dim] = weight.shape()[0];
  return view(weight, shape);
}

/// x / divisor, with the node that PyTorch has where C++ divides by a number.
Variable divided(const Variable& x, double divisor) {
  Variable y = [&] {
    const autograd::GradMode off(false);
    return div(x, Scalar(divisor));
  }();
  record(y, "DivBackward1", {x}, {},
         [divisor](Backward& b) { b.give(0, div(b.grad(), Scalar(divisor))); });
  return y;
}

Variable cross_entropy_of_probabilities(const Variable& self, const Variable& given,
                                        const Variable& weight, Reduction reduction,
                                        double label_smoothing) {
  const std::size_t class_dim = self.rank() == 1 ? 0 : wrapped_strictly(1, self.rank());
  const std::int64_t classes = self.shape()[class_dim];
  require_class_weight(weight, classes, "cross_entropy: ");
  const Variable input = log_softmax(self, static_cast<std::int64_t>(class_dim));
  const Variable target = label_smoothing > 0
                              ? add(mul(given, Scalar(1 - label_smoothing)),
                                    Scalar(label_smoothing / static_cast<double>(classes)))
                              : given;
  Variable products = mul(input, target);
  if (weight) products = mul(products, spread_weight(weight, input.rank(), class_dim));
  if (reduction == Reduction::kNone) {
    return neg(sum(products, {static_cast<std::int64_t>(class_dim)}));
  }
  const Variable total = neg(sum(products));
  if (reduction == Reduction::kSum) return total;
  if (input.size() == 0) return mul(total, Scalar(std::numeric_limits<double>::quiet_NaN()));
  return divided(total, static_cast<double>(static_cast<std::int64_t>(input.size()) / classes));
}

/// The sum of the weights of the targets that count; how many they are without weights.
Variable weight_of_targets(const Variable& target, const Variable& weight, DType dtype,
                           std::int64_t ignore_index) {
  const Tensor targets = tensor::contiguous(target.value());
  const Tensor weights = weight ? tensor::contiguous(weight.value()) : targets;
  Tensor total(Shape(), dtype);
  tensor::with_floating_type(dtype, "nll_loss_out_frame", [&]<class T>(T) {
    const ops::ClassLoss<T> loss = class_loss<T>(targets, std::numeric_limits<std::int64_t>::max(),
                                                 ignore_index, weight ? &weights : nullptr);
    total.values<T>()[0] = loss.total_weight();
  });
  return Variable(std::move(total), target.device());
}

Variable cross_entropy_with_smoothing(const Variable& self, const Variable& target,
                                      const Variable& weight, std::int64_t reduction,
                                      std::int64_t ignore_index, double label_smoothing) {
  const std::size_t class_dim = self.rank() == 1 ? 0 : 1;
  const auto dim = static_cast<std::int64_t>(class_dim);
  const Variable input = log_softmax(self, dim);
  const Variable nll = nll_loss_nd(input, target, weight, reduction, ignore_index);
  const std::int64_t classes = self.shape()[class_dim];
  Variable smooth =
      neg(sum(weight ? mul(input, spread_weight(weight, input.rank(), class_dim)) : input, {dim}));
  const Variable is_ignored = eq(target, of_number(Scalar(ignore_index), target.device()));
  smooth = masked_fill(smooth, is_ignored, 0);
  Variable reduced = smooth;
  if (reduction_of(reduction) == Reduction::kSum) {
    reduced = sum(smooth);
  } else if (reduction_of(reduction) == Reduction::kMean) {
    reduced = div(sum(smooth), weight_of_targets(target, weight, input.dtype(), ignore_index));
  }
  return add(mul(nll, Scalar(1 - label_smoothing)),
             mul(reduced, Scalar(label_smoothing / static_cast<double>(classes))));
}

Variable cross_entropy_loss(const Variable& self, const Variable& target, const Variable& weight,
                            std::int64_t reduction, std::int64_t ignore_index,
                            double label_smoothing) {
  if (self.shape() == target.shape()) {
    if (!tensor::is_floating(target.dtype())) {
      errors::raise("Expected floating point type for target with class probabilities, got {}",
                    tensor::scalar_type_name(target.dtype()));
    }
    if (ignore_index >= 0) {
      errors::raise("ignore_index is not supported for floating point target");
    }
    return cross_entropy_of_probabilities(self, target, weight, reduction_of(reduction),
                                          label_smoothing);
  }
  if (label_smoothing > 0) {
    if (label_smoothing > 1) {
      errors::raise("label_smoothing must be between 0.0 and 1.0. Got: {}", label_smoothing);
    }
    return cross_entropy_with_smoothing(self, target, weight, reduction, ignore_index,
                                        label_smoothing);
  }
  const std::int64_t dim = self.rank() == 1 ? 0 : 1;
  return nll_loss_nd(log_softmax(self, dim), target, weight, reduction, ignore_index);
}

}  // namespace

std::span<const Row> class_loss_rows() {
  static constexpr Row kRows[] = {
      row<&nll_loss>("nll_loss(Tensor self, Tensor target, Tensor? weight=None, int "
                     "reduction=Mean, int ignore_index=-100) -> Tensor",
                     Where::kInner),
      row<&nll_loss2d>("nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int "
                       "reduction=Mean, int ignore_index=-100) -> Tensor",
                       Where::kInner),
      row<&nll_loss_nd>("nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int "
                        "reduction=Mean, int ignore_index=-100) -> Tensor",
                        Where::kInner),
      row<&cross_entropy_loss>(
          "cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, "
          "int ignore_index=-100, float label_smoothing=0.0) -> Tensor",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
