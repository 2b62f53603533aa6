// layer_norm and group_norm: over the elements of one sample.

#include <cmath>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/normalization_slope.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/kernels/layer_norm.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

namespace {

using Dims = std::vector<std::int64_t>;
using Three = std::tuple<Variable, Variable, Variable>;

/// x in rows, each of which is normalised.
struct Rows {
  std::size_t count;
  std::size_t columns;
};

/// The result, and the mean and the reciprocal deviation of each row.
struct RowNorm {
  Tensor y;
  Tensor mean;
  Tensor rstd;
};
RowNorm normalised_rows(const Tensor& x, const Tensor* weight, const Tensor* bias, double eps,
                        const Rows& rows) {
  const Shape count({static_cast<std::int64_t>(rows.count)});
  RowNorm result{Tensor(x.shape(), x.dtype()), Tensor(count, x.dtype()), Tensor(count, x.dtype())};
  tensor::with_floating_type(x.dtype(), "LayerNormKernelImpl", [&]<class T>(T) {
    ops::layer_norm<T>(x.values<T>(), weight ? weight->values<T>() : std::span<const T>(),
                       bias ? bias->values<T>() : std::span<const T>(), static_cast<T>(eps),
                       result.mean.values<T>(), result.rstd.values<T>(), result.y.values<T>());
  });
  return result;
}

void require_floating(const Variable& x, std::string_view kernel) {
  if (tensor::is_floating(x.dtype())) return;
  errors::raise("\"{}\" not implemented for '{}'", kernel, tensor::scalar_type_name(x.dtype()));
}
void require_dtype_of(const Variable& x, const Variable& parameter) {
  if (!parameter || parameter.dtype() == x.dtype()) return;
  errors::raise("expected scalar type {} but found {}", tensor::scalar_type_name(x.dtype()),
                tensor::scalar_type_name(parameter.dtype()));
}

std::int64_t product(const std::vector<std::int64_t>& extents, std::size_t first,
                     std::size_t last) {
  std::int64_t result = 1;
  for (std::size_t i = first; i < last; ++i) result *= extents[i];
  return result;
}

void require_normalized_shape(const Variable& input, const Dims& shape, const Variable& weight,
                              const Variable& bias) {
  const Shape normalized(shape);
  if (shape.empty()) {
    errors::raise(
        "Expected normalized_shape to be at least 1-dimensional, i.e., containing at "
        "least one element, but got normalized_shape = []");
  }
  const auto require = [&](const Variable& parameter, std::string_view name) {
    if (!parameter || parameter.shape() == normalized) return;
    errors::raise(
        "Expected {} to be of same shape as normalized_shape, but got {} of shape {} and "
        "normalized_shape = {}",
        name, name, to_string(parameter.shape()), to_string(normalized));
  };
  require(weight, "weight");
  require(bias, "bias");
  const std::vector<std::int64_t>& extents = input.shape().extents();
  const bool ends_so =
      extents.size() >= shape.size() &&
      Dims(extents.end() - static_cast<std::ptrdiff_t>(shape.size()), extents.end()) == shape;
  if (ends_so) return;
  std::string expected = "[*";
  for (const std::int64_t extent : shape) expected += ", " + std::to_string(extent);
  errors::raise("Given normalized_shape={}, expected input with shape {}], but got input of size{}",
                to_string(normalized), expected, to_string(input.shape()));
}

Three native_layer_norm(const Variable& input, const Dims& normalized_shape, const Variable& weight,
                        const Variable& bias, double eps) {
  require_normalized_shape(input, normalized_shape, weight, bias);
  require_floating(input, "LayerNormKernelImpl");
  require_dtype_of(input, weight);
  require_dtype_of(input, bias);
  const std::vector<std::int64_t>& extents = input.shape().extents();
  const std::size_t outer = extents.size() - normalized_shape.size();
  const Rows rows{static_cast<std::size_t>(product(extents, 0, outer)),
                  static_cast<std::size_t>(product(extents, outer, extents.size()))};
  const Tensor x = tensor::contiguous(input.value());
  const Tensor weights = tensor::contiguous(weight ? weight.value() : x);
  const Tensor biases = tensor::contiguous(bias ? bias.value() : x);
  RowNorm norm =
      normalised_rows(x, weight ? &weights : nullptr, bias ? &biases : nullptr, eps, rows);
  Dims left(extents.begin(), extents.begin() + static_cast<std::ptrdiff_t>(outer));
  left.resize(extents.size(), 1);
  Variable y(std::move(norm.y), input.device());
  Variable mean(tensor::view(norm.mean, Shape(left)), input.device());
  Variable rstd(tensor::view(norm.rstd, Shape(left)), input.device());
  if (!autograd::needs_history({input, weight, bias})) return {y, mean, rstd};
  Dims dims;
  for (std::size_t dim = outer; dim < extents.size(); ++dim) {
    dims.push_back(static_cast<std::int64_t>(dim));
  }
  record(y, "NativeLayerNormBackward0", {input, weight, bias},
         {Saved(input), Saved(weight), Saved(mean), Saved(rstd)},
         [dims, eps, shape = Shape(normalized_shape)](Backward& b) {
           const Variable grad = b.grad();
           const Variable input = b.saved(0);
           const Variable weight = b.saved(1);
           if (autograd::is_grad_enabled()) {
             const Normalised n = normalised(input, dims, eps);
             const Variable weighted = weight ? mul(grad, weight) : grad;
             if (b.wants(0)) b.give(0, gradient_through(n, weighted, dims));
             if (b.wants(1)) b.give(1, mul(grad, n.x));
             if (b.wants(2)) b.give(2, grad);
             return;
           }
           const Tensor x = tensor::contiguous(input.value());
           const Tensor grads = tensor::contiguous(grad.value());
           const Tensor weights = tensor::contiguous(weight ? weight.value() : x);
           Tensor grad_x(x.shape(), x.dtype());
           Tensor grad_weight = tensor::full(shape, 0, x.dtype());
           Tensor grad_bias = tensor::full(shape, 0, x.dtype());
           tensor::with_floating_type(x.dtype(), "LayerNormBackwardKernelImpl", [&]<class T>(T) {
             ops::layer_norm_backward<T>(grads.values<T>(), x.values<T>(),
                                         weight ? weights.values<T>() : std::span<const T>(),
                                         std::as_const(b.saved(2).value()).values<T>(),
                                         std::as_const(b.saved(3).value()).values<T>(),
                                         grad_x.values<T>(),
                                         b.wants(1) ? grad_weight.values<T>() : std::span<T>(),
                                         b.wants(2) ? grad_bias.values<T>() : std::span<T>());
           });
           if (b.wants(0)) b.give(0, Variable(std::move(grad_x), input.device()));
           if (b.wants(1)) b.give(1, Variable(std::move(grad_weight), input.device()));
           if (b.wants(2)) b.give(2, Variable(std::move(grad_bias), input.device()));
         });
  return {y, mean, rstd};
}

// cudnn_enable is for GPUs.
Variable layer_norm(const Variable& input, const Dims& normalized_shape, const Variable& weight,
                    const Variable& bias, double eps, bool) {
  return std::get<0>(native_layer_norm(input, normalized_shape, weight, bias, eps));
}

Three native_group_norm(const Variable& input, const Variable& weight, const Variable& bias,
                        std::int64_t n, std::int64_t channels, std::int64_t places,
                        std::int64_t groups, double eps) {
  const auto is_count = [](std::int64_t count) { return count >= 0 && count <= 1 << 30; };
  const bool has_places = is_count(n) && is_count(channels) && is_count(places) &&
                          is_count(groups) && groups > 0 && channels % groups == 0 &&
                          input.rank() >= 2 && Shape({n, channels, places}).size() == input.size();
  if (!has_places) errors::raise("Expected X.numel() == N * C * HxW to be true, but got false.");
  for (const Variable& parameter : {weight, bias}) {
    if (!parameter || parameter.size() == static_cast<std::size_t>(channels)) continue;
    errors::raise("Expected !gamma.defined() || gamma.numel() == C to be true, but got false.");
  }
  require_floating(input, "GroupNormKernelImpl");
  require_dtype_of(input, weight);
  require_dtype_of(input, bias);
  const Dims grouped{n, groups, channels / groups * places};
  const Tensor x = tensor::contiguous(input.value());
  RowNorm norm =
      normalised_rows(x, nullptr, nullptr, eps,
                      {static_cast<std::size_t>(n * groups), static_cast<std::size_t>(grouped[2])});
  Variable y = [&] {
    const autograd::GradMode off(false);
    Variable scaled(std::move(norm.y), input.device());
    if (weight) scaled = mul(scaled, along_channels(weight, input.rank()));
    if (bias) scaled = add(scaled, along_channels(bias, input.rank()));
    return scaled;
  }();
  Variable mean(tensor::view(norm.mean, Shape({n, groups})), input.device());
  Variable rstd(tensor::view(norm.rstd, Shape({n, groups})), input.device());
  record(y, "NativeGroupNormBackward0", {input, weight, bias}, {Saved(input), Saved(weight)},
         [grouped, eps](Backward& b) {
           const Variable grad = b.grad();
           const Variable input = b.saved(0);
           const Variable weight = b.saved(1);
           const std::vector<std::int64_t>& extents = input.shape().extents();
           const Normalised of = normalised(reshape(input, grouped), {2}, eps);
           if (b.wants(0)) {
             const Variable weighted =
                 weight ? mul(grad, along_channels(weight, input.rank())) : grad;
             b.give(0, reshape(gradient_through(of, reshape(weighted, grouped), {2}), extents));
           }
           Dims others{0};
           for (std::size_t dim = 2; dim < extents.size(); ++dim) {
             others.push_back(static_cast<std::int64_t>(dim));
           }
           if (b.wants(1)) b.give(1, sum(mul(grad, reshape(of.x, extents)), others));
           if (b.wants(2)) b.give(2, sum(grad, others));
         });
  return {y, mean, rstd};
}

Variable group_norm(const Variable& input, std::int64_t groups, const Variable& weight,
                    const Variable& bias, double eps, bool) {
  wrapped(1, input.rank());
  const std::int64_t n = input.shape()[0];
  const std::int64_t channels = input.shape()[1];
  if (groups <= 0 || channels % groups != 0) {
    errors::raise(
        "Expected number of channels in input to be divisible by num_groups, but got "
        "input of shape {} and num_groups={}",
        to_string(input.shape()), groups);
  }
  const auto require = [&](const Variable& parameter, std::string_view name) {
    if (!parameter || (parameter.rank() == 1 && parameter.shape()[0] == channels)) return;
    errors::raise(
        "Expected {} to be a vector of size equal to the number of channels in input, "
        "but got {} of shape {} and input of shape {}",
        name, name, to_string(parameter.shape()), to_string(input.shape()));
  };
  require(weight, "weight");
  require(bias, "bias");
  const std::int64_t places = product(input.shape().extents(), 2, input.rank());
  return std::get<0>(native_group_norm(input, weight, bias, n, channels, places, groups, eps));
}

}  // namespace

Normalised normalised(const Variable& x, const Dims& dims, double eps) {
  const Variable distance = sub(x, mean(x, dims, true));
  const Variable variance = mean(mul(distance, distance), dims, true);
  const Variable rstd = pow(add(variance, Scalar(eps)), Scalar(-0.5));
  return {mul(distance, rstd), rstd};
}

Variable gradient_through(const Normalised& of, const Variable& grad, const Dims& dims) {
  const Variable level = mean(grad, dims, true);
  const Variable slope = mean(mul(grad, of.x), dims, true);
  return mul(of.rstd, sub(sub(grad, level), mul(of.x, slope)));
}

Variable along_channels(const Variable& x, std::size_t rank) {
  Dims shape(rank, 1);
  shape[1] = static_cast<std::int64_t>(x.size());
  return reshape(x, shape);
}

std::span<const Row> normalization_rows() {
  static constexpr Row kRows[] = {
      row<&layer_norm>("layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, "
                       "Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor",
                       Where::kFunction),
      row<&native_layer_norm>(
          "native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? "
          "bias, float eps) -> (Tensor, Tensor, Tensor)",
          Where::kFunction),
      row<&group_norm>("group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? "
                       "bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor",
                       Where::kFunction),
      row<&native_group_norm>(
          "native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, "
          "SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
