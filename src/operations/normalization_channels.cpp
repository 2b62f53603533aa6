// batch_norm and instance_norm: each channel by itself.
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/normalization_slope.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/repeating.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/batch_norm.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;

void require_features(const Variable& parameter, std::string_view name, std::int64_t features) {
  if (!parameter || static_cast<std::int64_t>(parameter.size()) == features) return;
  errors::raise("{} should contain {} elements not {}", name, features,
                static_cast<std::int64_t>(parameter.size()));
}

std::vector<double> doubles(const Tensor& x) {
  const Tensor converted = tensor::to(x, DType::kFloat64);
  const std::span<const double> values = converted.values<double>();
  return {values.begin(), values.end()};
}

ops::ChannelStatistics running_statistics(const Variable& mean, const Variable& variance,
                                          double eps) {
  ops::ChannelStatistics result{doubles(mean.value()), {}, doubles(variance.value())};
  for (const double each : result.variance) result.rstd.push_back(1 / std::sqrt(each + eps));
  return result;
}

/// running = momentum value + (1 - momentum) running, in place; PyTorch does not count that write.
void follow(const Variable& running, const std::vector<double>& values, double momentum,
            double factor) {
  Tensor next(running.shape(), running.dtype());
  tensor::with_floating_type(running.dtype(), "batch_norm", [&]<class T>(T) {
    const Tensor before = tensor::contiguous(running.value());
    const std::span<T> to = next.values<T>();
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i] = static_cast<T>(momentum * values[i] * factor +
                             (1 - momentum) * static_cast<double>(before.values<T>()[i]));
    }
  });
  Variable handle = running;
  tensor::copy_into(handle.value(), next);
}

Variable of_channels(const std::vector<double>& values, const Variable& like) {
  const Tensor exact = Tensor::of(Shape({static_cast<std::int64_t>(values.size())}), values);
  return Variable(tensor::to(exact, like.dtype()), like.device());
}

// What there must be, in the order in which PyTorch looks.
void require_channels(const Variable& input, const Variable& weight, const Variable& bias,
                      const Variable& running_mean, const Variable& running_var, bool training) {
  const std::int64_t features = input.rank() < 2 ? 0 : input.shape()[1];
  if (!training && !running_mean) {
    errors::raise("running_mean must be defined in evaluation mode");
  }
  require_features(running_mean, "running_mean", features);
  if (!training && !running_var) errors::raise("running_var must be defined in evaluation mode");
  require_features(running_var, "running_var", features);
  require_features(weight, "weight", features);
  require_features(bias, "bias", features);
  if (input.rank() < 2) {
    errors::raise(errors::Exception::kIndexError,
                  "Dimension out of range (expected to be in range of [-1, 0], but got 1)");
  }
}

// Throws unless all have the dtype of the input. PyTorch takes float32 parameters with an input of
// bfloat16, which is not there: where the first parameter differs its error is about that.
void require_one_dtype(const Variable& input, VariableRefs parameters) {
  bool is_first = true;
  for (const Variable& each : parameters) {
    if (!each) continue;
    if (each.dtype() != input.dtype()) {
      if (!is_first) {
        errors::raise("expected scalar type {} but found {}",
                      tensor::scalar_type_name(input.dtype()),
                      tensor::scalar_type_name(each.dtype()));
      }
      if (each.dtype() != DType::kFloat32) {
        errors::raise("mixed dtype (CPU): expect parameter to have scalar type of Float");
      }
      errors::raise("mixed dtype (CPU): expect input to have scalar type of BFloat16");
    }
    is_first = false;
  }
}

std::tuple<Variable, Variable, Variable> native_batch_norm(
    const Variable& input, const Variable& weight, const Variable& bias,
    const Variable& running_mean, const Variable& running_var, bool training, double momentum,
    double eps) {
  require_channels(input, weight, bias, running_mean, running_var, training);
  if (!tensor::is_floating(input.dtype())) {
    errors::raise("\"batch_norm\" not implemented for '{}'",
                  tensor::scalar_type_name(input.dtype()));
  }
  require_one_dtype(input, {weight, bias, running_mean, running_var});
  const Tensor x = tensor::contiguous(input.value());
  const ops::ChannelStatistics statistics =
      training ? ops::channel_statistics(x, eps)
               : running_statistics(running_mean, running_var, eps);
  const std::int64_t channels = input.shape()[1];
  if (training && input.size() > 0) {
    const auto count = static_cast<double>(input.size()) / static_cast<double>(channels);
    if (running_mean) follow(running_mean, statistics.mean, momentum, 1);
    if (running_var) follow(running_var, statistics.variance, momentum, count / (count - 1));
  }
  const Tensor weights = weight ? tensor::to(weight.value(), x.dtype()) : x;
  const Tensor biases = bias ? tensor::to(bias.value(), x.dtype()) : x;
  Variable y(ops::batch_norm(x, statistics, weight ? &weights : nullptr, bias ? &biases : nullptr),
             input.device());
  const std::vector<double> none;
  Variable saved_mean = of_channels(training ? statistics.mean : none, input);
  Variable saved_rstd = of_channels(training ? statistics.rstd : none, input);
  if (!autograd::needs_history({input, weight, bias})) return {y, saved_mean, saved_rstd};

  Dims others{0};
  for (std::size_t dim = 2; dim < input.rank(); ++dim) {
    others.push_back(static_cast<std::int64_t>(dim));
  }
  record(y, "NativeBatchNormBackward0", {input, weight, bias}, {Saved(input), Saved(weight)},
         [statistics, training, others, eps](Backward& b) {
           const Variable grad = b.grad();
           const Variable input = b.saved(0);
           const Variable weight = b.saved(1);
           if (!autograd::is_grad_enabled()) {
             const Tensor x = tensor::contiguous(input.value());
             const Tensor weights = weight ? tensor::to(weight.value(), x.dtype()) : x;
             ops::BatchNormGradients grads =
                 ops::batch_norm_backward(tensor::contiguous(grad.value()), x, statistics,
                                          weight ? &weights : nullptr, training);
             if (b.wants(0)) b.give(0, Variable(std::move(grads.x), input.device()));
             if (b.wants(1)) b.give(1, Variable(std::move(grads.weight), input.device()));
             if (b.wants(2)) b.give(2, Variable(std::move(grads.bias), input.device()));
             return;
           }
           const std::size_t rank = input.rank();
           const Variable weighted = weight ? mul(grad, along_channels(weight, rank)) : grad;
           Normalised of;
           if (training) {
             of = normalised(input, others, eps);
           } else {
             const Variable mean = along_channels(of_channels(statistics.mean, input), rank);
             of.rstd = along_channels(of_channels(statistics.rstd, input), rank);
             of.x = mul(sub(input, mean), of.rstd);
           }
           if (b.wants(0)) {
             b.give(0, training ? gradient_through(of, weighted, others) : mul(weighted, of.rstd));
           }
           if (b.wants(1)) b.give(1, sum(mul(grad, of.x), others));
           if (b.wants(2)) b.give(2, sum(grad, others));
         });
  return {y, saved_mean, saved_rstd};
}

// cudnn_enabled is for GPUs.
Variable batch_norm(const Variable& input, const Variable& weight, const Variable& bias,
                    const Variable& running_mean, const Variable& running_var, bool training,
                    double momentum, double eps, bool) {
  return std::get<0>(
      native_batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps));
}

// A sample's channels are channels of one sample.
Variable instance_norm(const Variable& input, const Variable& weight, const Variable& bias,
                       const Variable& running_mean, const Variable& running_var,
                       bool use_input_stats, double momentum, double eps, bool cudnn_enabled) {
  if (!use_input_stats && (!running_mean || !running_var)) {
    errors::raise(
        "Expected running_mean and running_var to be defined when use_input_stats is "
        "false");
  }
  wrapped(1, input.rank());
  const std::int64_t n = input.shape()[0];
  const std::int64_t channels = input.shape()[1];
  const auto repeated = [&](const Variable& x) { return x ? repeat(x, {n}) : x; };
  const auto repeated_copy = [&](const Variable& x) {
    const autograd::GradMode off(false);
    return x ? clone(repeated(x)) : x;
  };
  Dims shape = input.shape().extents();
  shape[0] = 1;
  shape[1] = n * channels;
  const Variable mean = repeated_copy(running_mean);
  const Variable variance = repeated_copy(running_var);
  const Variable y = batch_norm(view(contiguous(input), shape), repeated(weight), repeated(bias),
                                mean, variance, use_input_stats, momentum, eps, cudnn_enabled);
  const auto follow_samples = [&](const Variable& running, const Variable& each) {
    if (!running) return;
    const autograd::GradMode off(false);
    const Variable average = operations::mean(view(each, {n, channels}), {0});
    Variable handle = running;
    tensor::copy_into(handle.value(), tensor::contiguous(average.value()));
  };
  follow_samples(running_mean, mean);
  follow_samples(running_var, variance);
  return view(y, input.shape().extents());
}

}  // namespace

std::span<const Row> channel_norm_rows() {
  static constexpr Row kRows[] = {
      row<&batch_norm>("batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? "
                       "running_mean, Tensor? running_var, bool training, float momentum, float "
                       "eps, bool cudnn_enabled) -> Tensor",
                       Where::kFunction),
      row<&native_batch_norm>(
          "native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, "
          "Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, "
          "Tensor)",
          Where::kFunction),
      row<&instance_norm>("instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? "
                          "running_mean, Tensor? running_var, bool use_input_stats, float "
                          "momentum, float eps, bool cudnn_enabled) -> Tensor",
                          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
