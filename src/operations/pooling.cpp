#include "operations/pooling.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/planes.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "operations/window_sizes.hpp"
#include "ops/pooling.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::record;
using ops::Divisor;
using ops::Mean;
using ops::Windows;

std::int64_t size_of(const Variable& x, std::size_t from_last) {
  return x.shape()[x.rank() - from_last];
}

// Throws Raised, in PyTorch's words, if the pictures of a batch have no elements.
void require_pictures(const Variable& x) {
  for (std::size_t from_last = 1; from_last <= 3; ++from_last) {
    if (size_of(x, from_last) != 0) continue;
    errors::raise(
        "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but "
        "got:{}",
        to_string(x.shape()));
  }
}

// Source  at::native::pooling_output_shape.
std::int64_t count_of(std::int64_t size, std::int64_t kernel, std::int64_t stride,
                      std::int64_t padding, std::int64_t dilation, bool ceil_mode) {
  if (stride == 0) errors::raise("stride should not be zero");
  if (padding < 0) errors::raise("pad must be non-negative, but got pad: {}", padding);
  if (padding > kernel / 2) {
    errors::raise("pad should be at most half of kernel size, but got pad={} and kernel_size={}",
                  padding, kernel);
  }
  const std::int64_t room =
      size + 2 * padding - dilation * (kernel - 1) - 1 + (ceil_mode ? stride - 1 : 0);
  std::int64_t count = (room < 0 ? -((-room + stride - 1) / stride) : room / stride) + 1;
  // The last window begins within the input or the padding before it.
  if (ceil_mode && (count - 1) * stride >= size + padding) --count;
  return count;
}

Windows windows_of(const Variable& x, Pair kernel, Pair stride, Pair padding, Pair dilation,
                   bool ceil_mode) {
  const std::int64_t height = size_of(x, 2);
  const std::int64_t width = size_of(x, 1);
  const std::int64_t rows =
      count_of(height, kernel.first, stride.first, padding.first, dilation.first, ceil_mode);
  const std::int64_t columns =
      count_of(width, kernel.second, stride.second, padding.second, dilation.second, ceil_mode);
  if (kernel.first <= 0 || kernel.second <= 0) {
    errors::raise("kernel size should be greater than zero, but got kH: {} kW: {}", kernel.first,
                  kernel.second);
  }
  if (stride.first < 0 || stride.second < 0) {
    errors::raise("stride should be greater than zero, but got dH: {} dW: {}", stride.first,
                  stride.second);
  }
  if (dilation.first <= 0 || dilation.second <= 0) {
    errors::raise("dilation should be greater than zero, but got dilationH: {} dilationW: {}",
                  dilation.first, dilation.second);
  }
  if (rows < 1 || columns < 1) {
    const std::int64_t channels = size_of(x, 3);
    errors::raise(
        "Given input size: ({}x{}x{}). Calculated output size: ({}x{}x{}). Output size is too "
        "small",
        channels, height, width, channels, rows, columns);
  }
  require_pictures(x);
  return {{height, rows, kernel.first, stride.first, padding.first, dilation.first},
          {width, columns, kernel.second, stride.second, padding.second, dilation.second}};
}

Windows shared_windows(const Variable& x, Pair output_size) {
  require_pictures(x);
  return {{size_of(x, 2), output_size.first}, {size_of(x, 1), output_size.second}};
}

// The largest elements of windows, and where they are.
std::tuple<Variable, Variable> largest(const Variable& x, const Windows& windows,
                                       std::string_view node) {
  const Variable places(ops::largest_of(x.value(), windows), x.device());
  const auto plane = static_cast<std::size_t>(windows.rows.size * windows.columns.size);
  return {picked(x, plane, places, places.shape(), node), places};
}

// Means and their gradients are each other's ways back.
struct MeanPlan {
  Windows windows;
  Mean mean;
  std::string_view node;
};
using Plan = std::shared_ptr<const MeanPlan>;

Variable means(const Plan& plan, const Variable& x, bool is_gradient);

Variable means_backward(const Plan& plan, const Variable& grad) {
  Variable sums(ops::means_backward(grad.value(), plan->windows, plan->mean), grad.device());
  record(sums, backward_of(plan->node), {grad}, {},
         [plan](Backward& b) { b.give(0, means(plan, b.grad(), true)); });
  return sums;
}

Variable means(const Plan& plan, const Variable& x, bool is_gradient) {
  Variable y(ops::means_of(x.value(), plan->windows, plan->mean), x.device());
  record(y, is_gradient ? backward_of(plan->node) : std::string(plan->node), {x}, {},
         [plan](Backward& b) { b.give(0, means_backward(plan, b.grad())); });
  return y;
}

Variable means(const Variable& x, Windows windows, Mean mean, std::string_view node) {
  return means(std::make_shared<const MeanPlan>(std::move(windows), mean, node), x, false);
}

Integers strides_or(const Integers& stride, const Integers& kernel) {
  return stride.empty() ? kernel : stride;
}

// Of lines, as of pictures one element high.

void require_lines(const Variable& self, std::string_view name) {
  if (self.rank() == 2 || self.rank() == 3) return;
  errors::raise(
      "Expected 2 to 3 dimensions, but got {}-dimensional tensor for argument #1 'self' "
      "(while checking arguments for {})",
      self.rank(), name);
}

std::tuple<Variable, Variable> as_lines(const std::tuple<Variable, Variable>& pictures) {
  return {squeeze(std::get<0>(pictures), -2), squeeze(std::get<1>(pictures), -2)};
}

Variable max_pool2d(const Variable& self, const Integers& kernel_size, const Integers& stride,
                    const Integers& padding, const Integers& dilation, bool ceil_mode) {
  return std::get<0>(
      max_pool2d_with_indices(self, kernel_size, stride, padding, dilation, ceil_mode));
}

std::tuple<Variable, Variable> max_pool1d_with_indices(const Variable& self,
                                                       const Integers& kernel_size,
                                                       const Integers& stride,
                                                       const Integers& padding,
                                                       const Integers& dilation, bool ceil_mode) {
  if (self.rank() != 2 && self.rank() != 3) {
    errors::raise(
        "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for "
        "input, but got:{}",
        to_string(self.shape()));
  }
  constexpr std::string_view kName = "max_pool1d";
  const std::int64_t kernel = one_of(kernel_size, kName, "kernel_size");
  const std::int64_t step = stride.empty() ? kernel : one_of(stride, kName, "stride");
  const std::int64_t zeros = one_of(padding, kName, "padding");
  const std::int64_t between = one_of(dilation, kName, "dilation");
  if (zeros > kernel / 2) {
    errors::raise(
        "max_pool1d() padding should be at most half of kernel size, but got padding={} and "
        "kernel_size={}",
        zeros, kernel);
  }
  return as_lines(max_pool2d_with_indices(unsqueeze(self, -2), {1, kernel}, {1, step}, {0, zeros},
                                          {1, between}, ceil_mode));
}

Variable max_pool1d(const Variable& self, const Integers& kernel_size, const Integers& stride,
                    const Integers& padding, const Integers& dilation, bool ceil_mode) {
  return std::get<0>(
      max_pool1d_with_indices(self, kernel_size, stride, padding, dilation, ceil_mode));
}

Variable avg_pool2d(const Variable& self, const Integers& kernel_size, const Integers& stride,
                    const Integers& padding, bool ceil_mode, bool count_include_pad,
                    std::optional<std::int64_t> divisor_override) {
  constexpr std::string_view kName = "avg_pool2d";
  const Pair kernel = pair_of(kernel_size, kName, "kernel_size");
  const Pair steps = pair_of(strides_or(stride, kernel_size), kName, "stride");
  const Pair zeros = pair_of(padding, kName, "padding");
  if (divisor_override == 0) errors::raise("divisor must be not zero");
  if (self.rank() < 3) wrapped(-3, self.rank());  // PyTorch asks for the channels first
  if (self.rank() > 4) errors::raise("non-empty 3D or 4D (batch mode) tensor expected for input");
  Windows windows = windows_of(self, kernel, steps, zeros, {1, 1}, ceil_mode);
  const Divisor by = divisor_override    ? Divisor::kGiven
                     : count_include_pad ? Divisor::kExtent
                                         : Divisor::kElements;
  return means(self, std::move(windows), {by, divisor_override.value_or(1)}, "AvgPool2DBackward0");
}

Variable avg_pool1d(const Variable& self, const Integers& kernel_size, const Integers& stride,
                    const Integers& padding, bool ceil_mode, bool count_include_pad) {
  require_lines(self, "avg_pool1d");
  constexpr std::string_view kName = "avg_pool1d";
  const std::int64_t kernel = one_of(kernel_size, kName, "kernel_size");
  const std::int64_t step = stride.empty() ? kernel : one_of(stride, kName, "stride");
  const std::int64_t zeros = one_of(padding, kName, "padding");
  return squeeze(avg_pool2d(unsqueeze(self, -2), {1, kernel}, {1, step}, {0, zeros}, ceil_mode,
                            count_include_pad, std::nullopt),
                 -2);
}

Variable adaptive_avg_pool2d(const Variable& self, const Integers& output_size) {
  const Pair size = pair_of(output_size, "adaptive_avg_pool2d", "output_size");
  if (size.first < 0 || size.second < 0) {
    errors::raise(
        "adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 "
        "but received {{}, {}}",
        size.first, size.second);
  }
  if (self.rank() != 3 && self.rank() != 4) {
    errors::raise("adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {}",
                  to_string(self.shape()));
  }
  if (size == Pair{1, 1}) return mean(self, {-1, -2}, true);
  return means(self, shared_windows(self, size), {Divisor::kSides}, "AdaptiveAvgPool2DBackward0");
}

Variable adaptive_avg_pool1d(const Variable& self, const Integers& output_size) {
  require_lines(self, "adaptive_avg_pool1d");
  return squeeze(
      adaptive_avg_pool2d(unsqueeze(self, -2),
                          {1, one_of(output_size, "adaptive_avg_pool1d", "output_size")}),
      -2);
}

std::tuple<Variable, Variable> adaptive_max_pool2d(const Variable& self,
                                                   const Integers& output_size) {
  if (self.rank() != 3 && self.rank() != 4) {
    errors::raise("adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: {}",
                  to_string(self.shape()));
  }
  const Pair size = pair_of(output_size, "adaptive_max_pool2d", "output_size");
  if (size.first < 0 || size.second < 0) {
    errors::raise("Trying to create tensor with negative dimension {}: {}",
                  size.first < 0 ? size.first : size.second, std::span(output_size));
  }
  return largest(self, shared_windows(self, size), "AdaptiveMaxPool2DBackward0");
}

std::tuple<Variable, Variable> adaptive_max_pool1d(const Variable& self,
                                                   const Integers& output_size) {
  require_lines(self, "adaptive_max_pool1d");
  return as_lines(adaptive_max_pool2d(
      unsqueeze(self, -2), {1, one_of(output_size, "adaptive_max_pool1d", "output_size")}));
}

}  // namespace

std::tuple<Variable, Variable> max_pool2d_with_indices(const Variable& self,
                                                       const Integers& kernel_size,
                                                       const Integers& stride,
                                                       const Integers& padding,
                                                       const Integers& dilation, bool ceil_mode) {
  constexpr std::string_view kName = "max_pool2d";
  const Pair kernel = pair_of(kernel_size, kName, "kernel_size");
  const Pair steps = pair_of(strides_or(stride, kernel_size), kName, "stride");
  const Pair zeros = pair_of(padding, kName, "padding");
  const Pair between = pair_of(dilation, kName, "dilation");
  if (self.rank() != 3 && self.rank() != 4) {
    errors::raise("non-empty 3D or 4D (batch mode) tensor expected for input");
  }
  return largest(self, windows_of(self, kernel, steps, zeros, between, ceil_mode),
                 "MaxPool2DWithIndicesBackward0");
}

std::span<const Row> pooling_rows() {
  static constexpr Row kRows[] = {
      row<&max_pool1d>("max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] "
                       "padding=0, int[1] dilation=1, bool ceil_mode=False) -> Tensor",
                       Where::kFunction),
      row<&max_pool1d_with_indices>(
          "max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] "
          "padding=0, int[1] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)",
          Where::kInner),
      row<&max_pool2d>("max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] "
                       "padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor",
                       Where::kFunction),
      row<&max_pool2d_with_indices>(
          "max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] "
          "padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)",
          Where::kInner),
      row<&avg_pool1d>("avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] "
                       "padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor",
                       Where::kFunction),
      row<&avg_pool2d>("avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] "
                       "padding=0, bool ceil_mode=False, bool count_include_pad=True, int? "
                       "divisor_override=None) -> Tensor",
                       Where::kInner),
      row<&adaptive_avg_pool1d>("adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor",
                                Where::kFunction),
      row<&adaptive_avg_pool2d>("adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor",
                                Where::kInner),
      row<&adaptive_max_pool1d>(
          "adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)",
          Where::kFunction),
      row<&adaptive_max_pool2d>(
          "adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
