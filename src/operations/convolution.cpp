#include "operations/convolution.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/padding.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "operations/window_sizes.hpp"
#include "ops/convolution.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::record;
using autograd::Saved;
using ops::Convolution;
using ops::Three;

// What the nodes of a convolution share.
using Plan = std::shared_ptr<const Convolution>;

// The form and its two gradients, each recorded by the two others.

constexpr std::string_view kBackward = "ConvolutionBackwardBackward0";

Variable input_gradient(const Plan& plan, const Variable& grad_y, const Variable& weight);
Variable weight_gradient(const Plan& plan, const Variable& x, const Variable& grad_y);

Variable output(const Plan& plan, const Variable& x, const Variable& weight) {
  Variable y(ops::convolved(*plan, x.value(), weight.value()), x.device());
  record(y, kBackward, {x, weight}, {Saved(x), Saved(weight)}, [plan](Backward& b) {
    if (b.wants(0)) b.give(0, input_gradient(plan, b.grad(), b.saved(1)));
    if (b.wants(1)) b.give(1, weight_gradient(plan, b.saved(0), b.grad()));
  });
  return y;
}

Variable input_gradient(const Plan& plan, const Variable& grad_y, const Variable& weight) {
  Variable grad(ops::convolution_input(*plan, grad_y.value(), weight.value()), grad_y.device());
  record(grad, kBackward, {grad_y, weight}, {Saved(grad_y), Saved(weight)}, [plan](Backward& b) {
    if (b.wants(0)) b.give(0, output(plan, b.grad(), b.saved(1)));
    if (b.wants(1)) b.give(1, weight_gradient(plan, b.grad(), b.saved(0)));
  });
  return grad;
}

Variable weight_gradient(const Plan& plan, const Variable& x, const Variable& grad_y) {
  Variable grad(ops::convolution_weight(*plan, x.value(), grad_y.value()), x.device());
  record(grad, kBackward, {x, grad_y}, {Saved(x), Saved(grad_y)}, [plan](Backward& b) {
    if (b.wants(0)) b.give(0, input_gradient(plan, b.saved(1), b.grad()));
    if (b.wants(1)) b.give(1, output(plan, b.saved(0), b.grad()));
  });
  return grad;
}

// Shapes, and what PyTorch says of those that do not go together

struct Parameters {
  Integers stride;
  Integers padding;
  Integers dilation;
  Integers output_padding;
  std::int64_t groups;
  bool is_transposed;
};

Integers expanded(const Integers& given, std::string_view name, std::size_t spatial) {
  if (given.size() == 1 && spatial != 1)
    return expanded(Integers(spatial, given[0]), name, spatial);
  if (given.size() != spatial) {
    errors::raise(
        "expected {} to be a single integer value or a list of {} values to match the convolution "
        "dimensions, but got {}={}",
        name, spatial, name, std::span(given));
  }
  require_small(given, name);
  return given;
}

bool any_below(const Integers& values, std::int64_t least) {
  return std::ranges::any_of(values, [least](std::int64_t value) { return value < least; });
}

std::string with_crosses(const Integers& sizes) {
  std::string text;
  for (const std::int64_t size : sizes) {
    if (!text.empty()) text += " x ";
    text += std::to_string(size);
  }
  return text;
}

// Source  at::native::check_shape_forward.
void require_shapes(const Shape& input, const Shape& weight, const Variable& bias,
                    const Parameters& given) {
  if (given.groups <= 0) errors::raise("non-positive groups is not supported");
  if (any_below(given.padding, 0)) errors::raise("negative padding is not supported");
  if (any_below(given.output_padding, 0)) errors::raise("negative output_padding is not supported");
  if (any_below(given.stride, 1)) errors::raise("non-positive stride is not supported");
  if (input.rank() != weight.rank()) {
    errors::raise(
        "Expected {}-dimensional input for {}-dimensional weight {}, but got {}-dimensional input "
        "of size {} instead",
        weight.rank(), weight.rank(), to_string(weight), input.rank(), to_string(input));
  }
  if (weight[0] < given.groups) {
    errors::raise(
        "Given groups={}, expected weight to be at least {} at dimension 0, but got weight of size "
        "{} instead",
        given.groups, given.groups, to_string(weight));
  }
  if (weight[0] % given.groups != 0) {
    errors::raise(
        "Given groups={}, expected weight to be divisible by {} at dimension 0, but got weight of "
        "size [{}] instead",
        given.groups, given.groups, to_string(weight));
  }
  const std::int64_t channels = given.is_transposed ? weight[0] : weight[1] * given.groups;
  if (input[1] != channels) {
    errors::raise(
        "Given {}={}, weight of size {}, expected input{} to have {} channels, but got {} channels "
        "instead",
        given.is_transposed ? "transposed" : "groups", given.is_transposed ? 1 : given.groups,
        to_string(weight), to_string(input), channels, input[1]);
  }
  const std::int64_t out = given.is_transposed ? weight[1] * given.groups : weight[0];
  if (bias && (bias.rank() != 1 || bias.shape()[0] != out)) {
    errors::raise(
        "Given {}weight of size {}, expected bias to be 1-dimensional with {} elements, but got "
        "bias of size {} instead",
        given.is_transposed ? "transposed=1, " : "", to_string(weight), out,
        to_string(bias.shape()));
  }
  if (any_below(given.dilation, 1)) {
    errors::raise("dilation should be greater than zero, but got {}", std::span(given.dilation));
  }
  if (given.is_transposed) return;
  Integers padded;
  Integers kernel;
  bool is_too_large = false;
  for (std::size_t i = 0; i < given.stride.size(); ++i) {
    padded.push_back(input[i + 2] + 2 * given.padding[i]);
    kernel.push_back(given.dilation[i] * (weight[i + 2] - 1) + 1);
    is_too_large |= padded.back() < kernel.back();
  }
  if (is_too_large) {
    errors::raise(
        "Calculated padded input size per channel: ({}). Kernel size: ({}). Kernel size can't be "
        "greater than actual input size",
        with_crosses(padded), with_crosses(kernel));
  }
}

void require_dtypes(const Variable& input, const Variable& weight, const Variable& bias) {
  if (weight.dtype() != input.dtype()) {
    errors::raise("expected scalar type {} but found {}", scalar_type_name(input.dtype()),
                  scalar_type_name(weight.dtype()));
  }
  if (bias && bias.dtype() != input.dtype()) {
    const auto name = [](DType dtype) {
      return dtype == DType::kFloat32 ? "float" : dtype == DType::kFloat64 ? "double" : "long int";
    };
    errors::raise("Input type ({}) and bias type ({}) should be the same", name(input.dtype()),
                  name(bias.dtype()));
  }
}

// The sizes of the larger side, and those of the smaller one, whose elements are places of the
// kernel: input and output, or the other way round of a transposed one.
Plan planned(const Shape& input, const Shape& weight, const Parameters& given) {
  const std::size_t spatial = given.stride.size();
  Integers output{input[0], given.is_transposed ? weight[1] * given.groups : weight[0]};
  Convolution made{.batch = input[0],
                   .out_channels = weight[0],
                   .groups = given.groups,
                   .patches = {.channels = weight[1], .size = {1, 1, 1}, .places = {1, 1, 1}},
                   .input_shape = input,
                   .output_shape = {},
                   .weight_shape = weight};
  ops::Patches& patches = made.patches;
  for (std::size_t i = 0; i < spatial; ++i) {
    const std::size_t dim = 3 - spatial + i;
    const std::int64_t size = input[i + 2];
    const std::int64_t reach = given.dilation[i] * (weight[i + 2] - 1) + 1;
    patches.kernel[dim] = weight[i + 2];
    patches.stride[dim] = given.stride[i];
    patches.padding[dim] = given.padding[i];
    patches.dilation[dim] = given.dilation[i];
    const std::int64_t other =
        given.is_transposed
            ? (size - 1) * given.stride[i] - 2 * given.padding[i] + reach + given.output_padding[i]
            : (size + 2 * given.padding[i] - reach) / given.stride[i] + 1;
    patches.size[dim] = given.is_transposed ? other : size;
    patches.places[dim] = given.is_transposed ? size : other;
    output.push_back(other);
  }
  if (given.is_transposed && any_below(output, 0)) {
    errors::raise(
        "Given input size per channel: {}. Calculated output size per channel: {}. Output "
        "size is too small",
        std::span(input.extents()).subspan(2), std::span(output).subspan(2));
  }
  made.output_shape = Shape(std::move(output));
  if (given.is_transposed) std::swap(made.input_shape, made.output_shape);
  return std::make_shared<const Convolution>(std::move(made));
}

// y[:, o] += bias[o].
void add_bias(Tensor& y, const Tensor& bias) {
  const auto channels = static_cast<std::size_t>(y.shape()[1]);
  if (y.size() == 0) return;
  const std::size_t run = y.size() / static_cast<std::size_t>(y.shape()[0]) / channels;
  const Tensor each = tensor::contiguous(bias);
  tensor::with_floating_type(y.dtype(), "conv", [&]<class T>(T) {
    const auto values = y.values<T>();
    for (std::size_t i = 0; i < values.size() / run; ++i) {
      const T shift = each.values<T>()[i % channels];
      for (T& value : values.subspan(i * run, run)) value += shift;
    }
  });
}

// Of lines PyTorch tells what it tells of pictures, one element high.
//
// Source  at::native::slow_conv_transpose2d_shape_check.
void require_output_padding(const Parameters& given) {
  bool is_larger = false;
  for (std::size_t i = 0; i < given.stride.size(); ++i) {
    is_larger |= given.output_padding[i] >= std::max(given.stride[i], given.dilation[i]);
  }
  if (!given.is_transposed || !is_larger) return;
  const bool is_line = given.stride.size() == 1;
  const auto height = [is_line](const Integers& each, std::int64_t of_line) {
    return is_line ? of_line : each[each.size() - 2];
  };
  errors::raise(
      "output padding must be smaller than either stride or dilation, but got "
      "output_padding_height: {} output_padding_width: {} stride_height: {} stride_width: {} "
      "dilation_height: {} dilation_width: {}",
      height(given.output_padding, 0), given.output_padding.back(), height(given.stride, 1),
      given.stride.back(), height(given.dilation, 1), given.dilation.back());
}

// Of a batch.
Variable convolution(const Variable& input, const Variable& weight, const Variable& bias,
                     Parameters given) {
  if (weight.rank() < 3) errors::raise("weight should have at least three dimensions");
  const std::size_t spatial = weight.rank() - 2;
  given.stride = expanded(given.stride, "stride", spatial);
  given.padding = expanded(given.padding, "padding", spatial);
  given.dilation = expanded(given.dilation, "dilation", spatial);
  given.output_padding = expanded(given.output_padding, "output_padding", spatial);
  require_shapes(input.shape(), weight.shape(), bias, given);
  require_dtypes(input, weight, bias);
  require_output_padding(given);
  const Plan plan = planned(input.shape(), weight.shape(), given);
  const bool is_transposed = given.is_transposed;
  Variable y(is_transposed ? ops::convolution_input(*plan, input.value(), weight.value())
                           : ops::convolved(*plan, input.value(), weight.value()),
             input.device());
  if (bias) add_bias(y.value(), bias.value());
  record(y, "ConvolutionBackward0", {input, weight, bias}, {Saved(input), Saved(weight)},
         [plan, is_transposed](Backward& b) {
           const Variable grad = b.grad();
           if (b.wants(0)) {
             b.give(0, is_transposed ? output(plan, grad, b.saved(1))
                                     : input_gradient(plan, grad, b.saved(1)));
           }
           if (b.wants(1)) {
             b.give(1, is_transposed ? weight_gradient(plan, grad, b.saved(0))
                                     : weight_gradient(plan, b.saved(0), grad));
           }
           if (!b.wants(2)) return;
           Integers dims{0};
           for (std::size_t dim = 2; dim < grad.rank(); ++dim) {
             dims.push_back(static_cast<std::int64_t>(dim));
           }
           b.give(2, sum(grad, dims));
         });
  return y;
}

// Calls `use` with the input as a batch; of one image it gives one back.
template <class Use>
Variable batched(const Variable& input, std::size_t spatial, std::string_view name, Use use) {
  if (input.rank() == spatial + 2) return use(input);
  if (input.rank() != spatial + 1) {
    errors::raise(
        "Expected {}D (unbatched) or {}D (batched) input to {}, but got input of size: {}",
        spatial + 1, spatial + 2, name, to_string(input.shape()));
  }
  return squeeze(use(unsqueeze(input, 0)), 0);
}

constexpr std::array<std::string_view, 4> kNames{"", "conv1d", "conv2d", "conv3d"};
constexpr std::array<std::string_view, 4> kTransposedNames{"", "conv_transpose1d",
                                                           "conv_transpose2d", "conv_transpose3d"};

template <std::size_t kSpatial>
Variable conv(const Variable& input, const Variable& weight, const Variable& bias,
              const Integers& stride, const Integers& padding, const Integers& dilation,
              std::int64_t groups) {
  return batched(input, kSpatial, kNames[kSpatial], [&](const Variable& batch) {
    return convolution(batch, weight, bias, {stride, padding, dilation, {0}, groups, false});
  });
}

// Padding by as many zeros as keep the size, of which an odd one more lies behind.
//
// Source  at::native::convolution_same.
Variable convolution_same(const Variable& input, const Variable& weight, const Variable& bias,
                          const Integers& stride, const Integers& dilation, std::int64_t groups) {
  if (weight.rank() < 3) errors::raise("weight should have at least three dimensions");
  const std::size_t spatial = weight.rank() - 2;
  const Integers dilations = expanded(dilation, "dilation", spatial);
  if (std::ranges::any_of(expanded(stride, "stride", spatial),
                          [](std::int64_t step) { return step != 1; })) {
    errors::raise("padding='same' is not supported for strided convolutions");
  }
  Integers padding;
  Integers one_side(2 * spatial, 0);
  bool is_symmetric = true;
  for (std::size_t i = 0; i < spatial; ++i) {
    const std::int64_t total = dilations[i] * (weight.shape()[i + 2] - 1);
    padding.push_back(total / 2);
    one_side[2 * (spatial - 1 - i) + 1] = total % 2;
    is_symmetric &= total % 2 == 0;
  }
  return convolution(is_symmetric ? input : constant_pad_nd(input, one_side, 0), weight, bias,
                     {stride, padding, dilation, {0}, groups, false});
}

template <std::size_t kSpatial>
Variable conv_padding(const Variable& input, const Variable& weight, const Variable& bias,
                      const Integers& stride, const std::string& padding, const Integers& dilation,
                      std::int64_t groups) {
  return batched(input, kSpatial, kNames[kSpatial], [&](const Variable& batch) {
    if (padding == "same") {
      return convolution_same(batch, weight, bias, stride, dilation, groups);
    }
    if (padding != "valid") errors::raise("Invalid padding string: '{}'", padding);
    return convolution(batch, weight, bias, {stride, {0}, dilation, {0}, groups, false});
  });
}

template <std::size_t kSpatial>
Variable conv_transpose(const Variable& input, const Variable& weight, const Variable& bias,
                        const Integers& stride, const Integers& padding,
                        const Integers& output_padding, std::int64_t groups,
                        const Integers& dilation) {
  return batched(input, kSpatial, kTransposedNames[kSpatial], [&](const Variable& batch) {
    return convolution(batch, weight, bias,
                       {stride, padding, dilation, output_padding, groups, true});
  });
}

}  // namespace

Variable conv2d(const Variable& input, const Variable& weight, const Variable& bias,
                const Integers& stride, const Integers& padding, const Integers& dilation,
                std::int64_t groups) {
  return conv<2>(input, weight, bias, stride, padding, dilation, groups);
}

std::span<const Row> convolution_rows() {
  static constexpr Row kRows[] = {
      row<&conv<1>>("conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, "
                    "int[1] padding=0, int[1] dilation=1, int groups=1) -> Tensor",
                    Where::kFunction),
      row<&conv_padding<1>>("conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[1] "
                            "stride=1, str padding=\"valid\", int[1] dilation=1, int groups=1) -> "
                            "Tensor",
                            Where::kFunction),
      row<&conv2d>("conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] "
                   "padding=0, int[2] dilation=1, int groups=1) -> Tensor",
                   Where::kFunction),
      row<&conv_padding<2>>("conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[2] "
                            "stride=1, str padding=\"valid\", int[2] dilation=1, int groups=1) -> "
                            "Tensor",
                            Where::kFunction),
      row<&conv<3>>("conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1, "
                    "int[3] padding=0, int[3] dilation=1, int groups=1) -> Tensor",
                    Where::kFunction),
      row<&conv_padding<3>>("conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[3] "
                            "stride=1, str padding=\"valid\", int[3] dilation=1, int groups=1) -> "
                            "Tensor",
                            Where::kFunction),
      row<&conv_transpose<1>>(
          "conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, "
          "int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1) -> Tensor",
          Where::kFunction),
      row<&conv_transpose<2>>(
          "conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, "
          "int[2] padding=0, int[2] output_padding=0, int groups=1, int[2] dilation=1) -> Tensor",
          Where::kFunction),
  };
  return kRows;
}

}  // namespace playground::operations
