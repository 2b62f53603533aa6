// Losses that are taken element by element.
#include "operations/losses.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/elementwise.hpp"
#include "ops/kernels/losses.hpp"
#include "ops/reduction.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::needs_history;
using autograd::record;
using autograd::Saved;

namespace {

/// A loss of each element and its gradient by x; that by the target is its negative. `option` is
/// beta or delta.
template <class T>
using Forward = void (*)(std::span<const T> x, std::span<const T> target, double option,
                         std::span<T> loss);
template <class T>
using Back = void (*)(std::span<const T> grad, std::span<const T> x, std::span<const T> target,
                      double option, std::span<T> grad_x);
struct ElementLoss {
  const char* node;
  std::string_view kernel;  // as PyTorch names it where a dtype has none
  Forward<float> of_floats;
  Forward<double> of_doubles;
  Back<float> back_of_floats;
  Back<double> back_of_doubles;
};

template <class T>
void mse(std::span<const T> x, std::span<const T> target, double, std::span<T> loss) {
  ops::mse_loss<T>(x, target, loss);
}
template <class T>
void mse_back(std::span<const T> grad, std::span<const T> x, std::span<const T> target, double,
              std::span<T> grad_x) {
  ops::mse_loss_backward<T>(grad, x, target, grad_x);
}
template <class T>
void smooth_l1(std::span<const T> x, std::span<const T> target, double beta, std::span<T> loss) {
  ops::smooth_l1_loss<T>(x, target, beta, loss);
}
template <class T>
void smooth_l1_back(std::span<const T> grad, std::span<const T> x, std::span<const T> target,
                    double beta, std::span<T> grad_x) {
  ops::smooth_l1_loss_backward<T>(grad, x, target, beta, grad_x);
}
template <class T>
void huber(std::span<const T> x, std::span<const T> target, double delta, std::span<T> loss) {
  ops::huber_loss<T>(x, target, delta, loss);
}
template <class T>
void huber_back(std::span<const T> grad, std::span<const T> x, std::span<const T> target,
                double delta, std::span<T> grad_x) {
  ops::huber_loss_backward<T>(grad, x, target, delta, grad_x);
}
template <class T>
void cross_entropy(std::span<const T> x, std::span<const T> target, double, std::span<T> loss) {
  ops::binary_cross_entropy<T>(x, target, loss);
}
template <class T>
void cross_entropy_back(std::span<const T> grad, std::span<const T> x, std::span<const T> target,
                        double, std::span<T> grad_x) {
  ops::binary_cross_entropy_backward<T>(grad, x, target, grad_x);
}
template <class T>
void logits(std::span<const T> x, std::span<const T> target, double, std::span<T> loss) {
  ops::binary_cross_entropy_with_logits<T>(x, target, loss);
}

constexpr ElementLoss kMse{"MseLossBackward0", "mse_cpu",        &mse<float>,
                           &mse<double>,       &mse_back<float>, &mse_back<double>};
constexpr ElementLoss kSmoothL1{"SmoothL1LossBackward0", "smooth_l1_cpu",
                                &smooth_l1<float>,       &smooth_l1<double>,
                                &smooth_l1_back<float>,  &smooth_l1_back<double>};
constexpr ElementLoss kHuber{"HuberLossBackward0", "huber_cpu",        &huber<float>,
                             &huber<double>,       &huber_back<float>, &huber_back<double>};
constexpr ElementLoss kCrossEntropy{"BinaryCrossEntropyBackward0", "binary_cross_entropy",
                                    &cross_entropy<float>,         &cross_entropy<double>,
                                    &cross_entropy_back<float>,    &cross_entropy_back<double>};

Shape common_shape(const Variable& x, const Variable& target) {
  const Tensor both[] = {x.value(), target.value()};
  return ops::broadcast_shape(both);
}

/// x as a contiguous tensor of a shape and a dtype.
Tensor spread_as(const Tensor& x, const Shape& shape, DType dtype) {
  const Tensor converted = x.dtype() == dtype ? x : tensor::to(x, dtype);
  return tensor::contiguous(
      converted.shape() == shape ? converted : tensor::expand(converted, shape.extents()));
}

Tensor losses_of(const ElementLoss& loss, const Tensor& x, const Tensor& target, double option) {
  Tensor losses(x.shape(), x.dtype());
  if (x.dtype() == DType::kFloat32) {
    loss.of_floats(x.values<float>(), target.values<float>(), option, losses.values<float>());
  } else {
    loss.of_doubles(x.values<double>(), target.values<double>(), option, losses.values<double>());
  }
  return losses;
}

Tensor gradient_of(const ElementLoss& loss, const Tensor& grad, const Tensor& x,
                   const Tensor& target, double option) {
  Tensor result(x.shape(), x.dtype());
  if (x.dtype() == DType::kFloat32) {
    loss.back_of_floats(grad.values<float>(), x.values<float>(), target.values<float>(), option,
                        result.values<float>());
  } else {
    loss.back_of_doubles(grad.values<double>(), x.values<double>(), target.values<double>(), option,
                         result.values<double>());
  }
  return result;
}

Tensor reduced(Tensor losses, Reduction reduction) {
  if (reduction == Reduction::kNone) return losses;
  return reduction == Reduction::kMean ? ops::mean(losses) : ops::sum(losses);
}

/// The gradient of each loss, of that of their mean or sum; recorded.
Variable gradient_of_each(const Variable& grad, const Shape& shape, Reduction reduction) {
  if (reduction == Reduction::kNone) return grad;
  const Variable each =
      reduction == Reduction::kMean ? div(grad, Scalar(static_cast<double>(shape.size()))) : grad;
  return expand(each, shape.extents());
}

Variable element_loss(const ElementLoss& loss, const Variable& self, const Variable& target,
                      std::int64_t reduction_number, double option = 0) {
  const Reduction reduction = reduction_of(reduction_number);
  const DType dtype = result_type({self, target});
  if (!tensor::is_floating(dtype)) {
    errors::raise("\"{}\" not implemented for '{}'", loss.kernel, tensor::scalar_type_name(dtype));
  }
  const Shape shape = common_shape(self, target);
  Tensor losses = losses_of(loss, spread_as(self.value(), shape, dtype),
                            spread_as(target.value(), shape, dtype), option);
  Variable y(reduced(std::move(losses), reduction), self.device());
  if (!needs_history({self, target})) return y;
  record(y, loss.node, {self, target}, {Saved(self), Saved(target)},
         [&loss, shape, dtype, reduction, option](Backward& b) {
           const Variable x = b.saved(0);
           const Variable target = b.saved(1);
           const Variable each = gradient_of_each(b.grad(), shape, reduction);
           Variable grad;
           if (&loss == &kMse && autograd::is_grad_enabled()) {
             grad = mul(mul(sub(x, target), Scalar(2)), each);
           } else {
             grad = autograd::without_second_derivative(
                 Variable(gradient_of(loss, spread_as(each.value(), shape, dtype),
                                      spread_as(x.value(), shape, dtype),
                                      spread_as(target.value(), shape, dtype), option),
                          x.device()),
                 loss.kernel, {each, x, target});
           }
           if (b.wants(0)) b.give(0, grad);
           if (b.wants(1)) b.give(1, neg(grad));
         });
  return y;
}

Variable mse_loss(const Variable& self, const Variable& target, std::int64_t reduction) {
  return element_loss(kMse, self, target, reduction);
}

Variable l1_loss(const Variable& self, const Variable& target, std::int64_t reduction) {
  return reduced_loss(abs(sub(self, target)), reduction_of(reduction));
}

Variable smooth_l1_loss(const Variable& self, const Variable& target, std::int64_t reduction,
                        double beta) {
  if (beta < 0) errors::raise("smooth_l1_loss does not support negative values for beta.");
  return element_loss(kSmoothL1, self, target, reduction, beta);
}

Variable huber_loss(const Variable& self, const Variable& target, std::int64_t reduction,
                    double delta) {
  if (delta <= 0) errors::raise("huber_loss does not support non-positive values for delta.");
  return element_loss(kHuber, self, target, reduction, delta);
}

void require_same_dtype(const Variable& x, DType dtype) {
  if (x.dtype() == dtype) return;
  errors::raise("Found dtype {} but expected {}", tensor::scalar_type_name(x.dtype()),
                tensor::scalar_type_name(dtype));
}

void require_probabilities(const Tensor& x) {
  bool are = true;
  tensor::with_floating_type(x.dtype(), "binary_cross_entropy", [&]<class T>(T) {
    for (const T value : x.values<T>()) are = are && value >= 0 && value <= 1;
  });
  if (!are) errors::raise("all elements of input should be between 0 and 1");
}

Variable binary_cross_entropy(const Variable& self, const Variable& target, const Variable& weight,
                              std::int64_t reduction_number) {
  const Reduction reduction = reduction_of(reduction_number);
  if (!tensor::is_floating(self.dtype())) {
    errors::raise("\"binary_cross_entropy\" not implemented for '{}'",
                  tensor::scalar_type_name(self.dtype()));
  }
  require_same_dtype(target, self.dtype());
  const Shape shape = common_shape(self, target);
  const DType dtype = self.dtype();
  const Tensor x = spread_as(self.value(), shape, dtype);
  require_probabilities(x);
  Variable losses(losses_of(kCrossEntropy, x, spread_as(target.value(), shape, dtype), 0),
                  self.device());
  if (weight) {
    const autograd::GradMode off(false);
    losses = mul(losses, weight);
  }
  Variable y(reduced(losses.value(), reduction), self.device());
  record(y, kCrossEntropy.node, {self, target}, {Saved(self), Saved(target), Saved(weight)},
         [shape, dtype, reduction](Backward& b) {
           const Variable x = b.saved(0);
           const Variable target = b.saved(1);
           const Variable weight = b.saved(2);
           Variable each = gradient_of_each(b.grad(), shape, reduction);
           if (weight) each = mul(each, weight);
           if (b.wants(0)) {
             b.give(0,
                    autograd::without_second_derivative(
                        Variable(gradient_of(kCrossEntropy, spread_as(each.value(), shape, dtype),
                                             spread_as(x.value(), shape, dtype),
                                             spread_as(target.value(), shape, dtype), 0),
                                 x.device()),
                        "binary_cross_entropy_backward", {each, x, target}));
           }
           if (b.wants(1)) {
             // (log(1 - x) - log x) grad
             const Variable no = log(add(neg(x), Scalar(1)));
             b.give(1, mul(sub(no, log(x)), each));
           }
         });
  return y;
}

// (1 - target) x + w (max(-x, 0) + log(1 + e^-|x|)), with w = 1 + (pos_weight - 1) target.
Variable logit_losses(const Variable& x, const Variable& target, const Variable& pos_weight) {
  const autograd::GradMode off(false);
  const Shape shape = common_shape(target, x);
  const DType dtype = result_type({x, target});
  const Tensor from = spread_as(x.value(), shape, dtype);
  const ElementLoss loss{"", "", &logits<float>, &logits<double>, nullptr, nullptr};
  if (!pos_weight) {
    return Variable(losses_of(loss, from, spread_as(target.value(), shape, dtype), 0), x.device());
  }
  // The loss of a target of 0 is x more than that factor, and that of 1 is it.
  const Tensor ones = tensor::full(shape, 1, dtype);
  const Variable softplus(losses_of(loss, from, ones, 0), x.device());
  const Variable factor = add(mul(add(pos_weight, Scalar(-1)), target), Scalar(1));
  return add(mul(add(neg(target), Scalar(1)), x), mul(factor, softplus));
}

Variable binary_cross_entropy_with_logits(const Variable& self, const Variable& target,
                                          const Variable& weight, const Variable& pos_weight,
                                          std::int64_t reduction_number) {
  const Reduction reduction = reduction_of(reduction_number);
  if (target.dtype() == DType::kBool) {
    errors::raise(
        "Subtraction, the `-` operator, with two bool tensors is not supported. Use the "
        "`^` or `logical_xor()` operator instead.");
  }
  if (!tensor::is_floating(target.dtype())) {
    errors::raise("result type {} can't be cast to the desired output type {}",
                  tensor::scalar_type_name(result_type({self, target})),
                  tensor::scalar_type_name(target.dtype()));
  }
  Variable losses = logit_losses(self, target, pos_weight);
  const Shape shape = losses.shape();
  if (weight) {
    const autograd::GradMode off(false);
    losses = mul(losses, weight);
  }
  Variable y(reduced(tensor::contiguous(losses.value()), reduction), self.device());
  record(y, "BinaryCrossEntropyWithLogitsBackward0", {self, target},
         {Saved(self), Saved(target), Saved(weight), Saved(pos_weight)},
         [shape, reduction](Backward& b) {
           const Variable x = b.saved(0);
           const Variable target = b.saved(1);
           const Variable weight = b.saved(2);
           const Variable pos_weight = b.saved(3);
           Variable each = gradient_of_each(b.grad(), shape, reduction);
           if (weight) each = mul(each, weight);
           if (b.wants(0)) {
             const Variable p = sigmoid(x);
             if (pos_weight) {
               const Variable t = mul(pos_weight, target);
               const Variable factor = sub(add(t, Scalar(1)), target);
               b.give(0, mul(sub(mul(factor, p), t), each));
             } else {
               b.give(0, mul(sub(p, target), each));
             }
           }
           if (b.wants(1)) {
             if (pos_weight) {
               const Variable p = sigmoid(x);
               const Variable no = log(add(neg(p), Scalar(1)));
               b.give(1, mul(sub(no, mul(pos_weight, log(p))), each));
             } else {
               b.give(1, neg(mul(x, each)));
             }
           }
         });
  return y;
}

Variable soft_margin_loss(const Variable& self, const Variable& target,
                          std::int64_t reduction_number) {
  const Reduction reduction = reduction_of(reduction_number);
  const Shape shape = common_shape(self, target);
  if (shape != self.shape()) {
    errors::raise("output with shape {} doesn't match the broadcast shape {}",
                  to_string(self.shape()), to_string(shape));
  }
  Variable y = [&] {
    const autograd::GradMode off(false);
    const Variable z = exp(neg(mul(self, target)));
    return reduced_loss(log(add(z, Scalar(1))), reduction);
  }();
  record(y, "SoftMarginLossBackward0", {self}, {Saved(self), Saved(target)},
         [reduction](Backward& b) {
           const Variable x = b.saved(0);
           const Variable target = b.saved(1);
           const Variable each = gradient_of_each(b.grad(), x.shape(), reduction);
           const Variable z = exp(neg(mul(x, target)));
           b.give(0, mul(neg(mul(target, div(z, add(z, Scalar(1))))), each));
         });
  return y;
}

}  // namespace

void require_scalar_type(const Variable& x, DType dtype) {
  if (x.dtype() == dtype) return;
  errors::raise("expected scalar type {} but found {}", tensor::scalar_type_name(dtype),
                tensor::scalar_type_name(x.dtype()));
}

Reduction reduction_of(std::int64_t number) {
  if (number < 0 || number > 2) errors::raise("{} is not a valid value for reduction", number);
  return static_cast<Reduction>(number);
}

Variable at_least(const Variable& x, double least) {
  Variable y = [&] {
    const autograd::GradMode off(false);
    return clamp(x, Scalar(least), std::nullopt);
  }();
  record(y, "ClampMinBackward0", {x}, {Saved(x)}, [least](Backward& b) {
    const Variable x = b.saved(0);
    b.give(0, masked_fill(b.grad(), lt(x, of_number(Scalar(least), x.device())), 0));
  });
  return y;
}

Variable reduced_loss(const Variable& losses, Reduction reduction) {
  if (reduction == Reduction::kNone) return losses;
  return reduction == Reduction::kMean ? mean(losses) : sum(losses);
}

std::span<const Row> loss_rows() {
  static constexpr Row kRows[] = {
      row<&mse_loss>("mse_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor",
                     Where::kInner),
      row<&l1_loss>("l1_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor",
                    Where::kInner),
      row<&smooth_l1_loss>("smooth_l1_loss(Tensor self, Tensor target, int reduction=Mean, float "
                           "beta=1.0) -> Tensor",
                           Where::kInner),
      row<&huber_loss>("huber_loss(Tensor self, Tensor target, int reduction=Mean, float "
                       "delta=1.0) -> Tensor",
                       Where::kInner),
      row<&binary_cross_entropy>("binary_cross_entropy(Tensor self, Tensor target, Tensor? "
                                 "weight=None, int reduction=Mean) -> Tensor",
                                 Where::kInner),
      row<&binary_cross_entropy_with_logits>(
          "binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, "
          "Tensor? pos_weight=None, int reduction=Mean) -> Tensor",
          Where::kFunction),
      row<&soft_margin_loss>(
          "soft_margin_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
