// Losses of how far the right classes are above the others.
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/losses.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

void require_floating(const Variable& x, std::string_view kernel) {
  if (tensor::is_floating(x.dtype())) return;
  errors::raise("\"{}\" not implemented for '{}'", kernel, tensor::scalar_type_name(x.dtype()));
}

/// Of each row the sum over the other classes of max(0, margin - x[target] + x[class])^p, by the
/// weight of the target and the number of classes; and its gradient, times `grad`.
template <class T>
void class_margins(std::span<const T> x, std::span<const std::int64_t> target, std::size_t classes,
                   double p, double margin, std::span<const T> weight, std::span<T> losses,
                   std::span<const T> grad, std::span<T> grad_x) {
  for (std::size_t row = 0; row < target.size(); ++row) {
    const auto chosen = static_cast<std::size_t>(target[row]);
    const std::span<const T> values = x.subspan(row * classes, classes);
    const T factor = (weight.empty() ? T(1) : weight[chosen]) / static_cast<T>(classes);
    T total = 0;
    T slopes = 0;
    for (std::size_t j = 0; j < classes; ++j) {
      const T z = static_cast<T>(margin) - values[chosen] + values[j];
      const bool counts = j != chosen && z > 0;
      if (counts) total += p == 1 ? z : z * z;
      if (grad_x.empty()) continue;
      const T slope = counts ? factor * (p == 1 ? T(1) : 2 * z) * grad[row] : T(0);
      grad_x[row * classes + j] = slope;
      slopes += slope;
    }
    if (!losses.empty()) losses[row] = total * factor;
    if (!grad_x.empty()) grad_x[row * classes + chosen] = -slopes;
  }
}

Variable multi_margin_loss(const Variable& self, const Variable& target, const Scalar& p,
                           const Scalar& margin, const Variable& weight,
                           std::int64_t reduction_number) {
  const Reduction reduction = reduction_of(reduction_number);
  if (p.number != 1 && p.number != 2) errors::raise("only p == 1 and p == 2 supported");
  if (self.rank() > 2 || self.size() == 0) {
    errors::raise("Expected non-empty vector or matrix with optional 0-dim batch size, but got: {}",
                  to_string(self.shape()));
  }
  const std::int64_t rows = self.rank() == 2 ? self.shape()[0] : 1;
  const auto classes = static_cast<std::int64_t>(self.size()) / rows;
  if (target.rank() > 1 || static_cast<std::int64_t>(target.size()) != rows) {
    errors::raise("inconsistent target size, got: {}", to_string(target.shape()));
  }
  require_scalar_type(target, DType::kInt64);
  require_floating(self, "multi_margin_loss");
  const Tensor x = tensor::contiguous(self.value());
  const Tensor targets = tensor::contiguous(target.value());
  for (const std::int64_t each : targets.values<std::int64_t>()) {
    if (each < 0 || each >= classes) errors::raise("target out of range");
  }
  Tensor losses(target.shape(), x.dtype());
  const auto count = static_cast<std::size_t>(classes);
  tensor::with_floating_type(x.dtype(), "multi_margin_loss", [&]<class T>(T) {
    const Tensor weights = weight ? tensor::contiguous(weight.value()) : x;
    class_margins<T>(x.values<T>(), targets.values<std::int64_t>(), count, p.number, margin.number,
                     weight ? weights.values<T>() : std::span<const T>(), losses.values<T>(), {},
                     {});
  });
  Variable y = [&] {
    const autograd::GradMode off(false);
    return reduced_loss(Variable(std::move(losses), self.device()), reduction);
  }();
  record(y, "MultiMarginLossBackward0", {self}, {Saved(self), Saved(target), Saved(weight)},
         [reduction, count, rows, p = p.number, margin = margin.number](Backward& b) {
           const Variable self = b.saved(0);
           const Variable weight = b.saved(2);
           const Tensor x = tensor::contiguous(self.value());
           const Tensor targets = tensor::contiguous(b.saved(1).value());
           Variable each = b.grad();
           if (reduction == Reduction::kMean) each = div(each, Scalar(static_cast<double>(rows)));
           const Tensor grads =
               tensor::contiguous(tensor::expand(each.value(), targets.shape().extents()));
           Tensor result(x.shape(), x.dtype());
           tensor::with_floating_type(x.dtype(), "multi_margin_loss", [&]<class T>(T) {
             const Tensor weights = weight ? tensor::contiguous(weight.value()) : x;
             class_margins<T>(x.values<T>(), targets.values<std::int64_t>(), count, p, margin,
                              weight ? weights.values<T>() : std::span<const T>(), {},
                              grads.values<T>(), result.values<T>());
           });
           b.give(0,
                  autograd::without_second_derivative(Variable(std::move(result), self.device()),
                                                      "multi_margin_loss_backward", {each, self}));
         });
  return y;
}

/// Of each row the sum over its targets t, up to the first -1, and over all other classes j, of
/// max(0, 1 - x[t] + x[j]), by the number of classes; and its gradient, times `grad`.
template <class T>
void label_margins(std::span<const T> x, std::span<const std::int64_t> target, std::size_t classes,
                   std::span<T> losses, std::span<const T> grad, std::span<T> grad_x) {
  std::vector<bool> is_target(classes);
  for (std::size_t row = 0; row * classes < x.size(); ++row) {
    const std::size_t first = row * classes;
    is_target.assign(classes, false);
    std::size_t count = 0;
    while (count < classes && target[first + count] >= 0) {
      is_target[static_cast<std::size_t>(target[first + count++])] = true;
    }
    T total = 0;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t chosen = first + static_cast<std::size_t>(target[first + k]);
      for (std::size_t j = 0; j < classes; ++j) {
        const T z = 1 - x[chosen] + x[first + j];
        if (is_target[j] || z <= 0) continue;
        total += z;
        if (grad_x.empty()) continue;
        const T slope = grad[row] / static_cast<T>(classes);
        grad_x[first + j] += slope;
        grad_x[chosen] -= slope;
      }
    }
    if (!losses.empty()) losses[row] = total / static_cast<T>(classes);
  }
}

Variable multilabel_margin_loss(const Variable& self, const Variable& target,
                                std::int64_t reduction_number) {
  const Reduction reduction = reduction_of(reduction_number);
  if (self.rank() > 2 || self.size() == 0) {
    errors::raise("Expected non-empty vector or matrix with optional 0-dim batch size, but got: {}",
                  to_string(self.shape()));
  }
  if (target.shape() != self.shape()) {
    errors::raise("inconsistent size {} for argument #2 'target'", to_string(target.shape()));
  }
  require_scalar_type(target, DType::kInt64);
  require_floating(self, "multilabel_margin_loss_forward_out_frame");
  const std::int64_t rows = self.rank() == 2 ? self.shape()[0] : 1;
  const auto classes = static_cast<std::int64_t>(self.size()) / rows;
  const Tensor x = tensor::contiguous(self.value());
  const Tensor targets = tensor::contiguous(target.value());
  for (const std::int64_t each : targets.values<std::int64_t>()) {
    if (each < -1 || each >= classes) errors::raise("target out of range");
  }
  const Shape shape = self.rank() == 2 ? Shape({rows}) : Shape();
  Tensor losses(shape, x.dtype());
  const auto count = static_cast<std::size_t>(classes);
  tensor::with_floating_type(x.dtype(), "multilabel_margin_loss_forward_out_frame",
                             [&]<class T>(T) {
                               label_margins<T>(x.values<T>(), targets.values<std::int64_t>(),
                                                count, losses.values<T>(), {}, {});
                             });
  Variable y = [&] {
    const autograd::GradMode off(false);
    return reduced_loss(Variable(std::move(losses), self.device()), reduction);
  }();
  record(y, "MultilabelMarginLossBackward0", {self}, {Saved(self), Saved(target)},
         [reduction, count, rows, shape](Backward& b) {
           const Variable self = b.saved(0);
           const Tensor x = tensor::contiguous(self.value());
           const Tensor targets = tensor::contiguous(b.saved(1).value());
           Variable each = b.grad();
           if (reduction == Reduction::kMean) each = div(each, Scalar(static_cast<double>(rows)));
           const Tensor grads = tensor::contiguous(tensor::expand(each.value(), shape.extents()));
           Tensor result = tensor::full(x.shape(), 0, x.dtype());
           tensor::with_floating_type(
               x.dtype(), "multilabel_margin_loss_backward_out_frame", [&]<class T>(T) {
                 label_margins<T>(x.values<T>(), targets.values<std::int64_t>(), count, {},
                                  grads.values<T>(), result.values<T>());
               });
           b.give(0, autograd::without_second_derivative(Variable(std::move(result), self.device()),
                                                         "multilabel_margin_loss_backward",
                                                         {each, self}));
         });
  return y;
}

}  // namespace

std::span<const Row> margin_loss_rows() {
  static constexpr Row kRows[] = {
      row<&multi_margin_loss>("multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar "
                              "margin=1, Tensor? weight=None, int reduction=Mean) -> Tensor",
                              Where::kInner),
      row<&multilabel_margin_loss>(
          "multilabel_margin_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
