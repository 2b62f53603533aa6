// Pictures in other sizes, their channels as pixels, and their patches as columns.
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/planes.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "operations/window_sizes.hpp"
#include "ops/kernels/patches.hpp"
#include "ops/resampling.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::record;

// upsample

void require_pictures(const Variable& self, const Integers& output_size) {
  if (output_size.size() != 2) {
    errors::raise("It is expected output_size equals to 2, but got size {}", output_size.size());
  }
  if (self.rank() != 4) {
    errors::raise("It is expected input_size equals to 4, but got size {}", self.rank());
  }
  require_small(output_size, "output_size");
  const std::int64_t height = self.shape()[2];
  const std::int64_t width = self.shape()[3];
  if (height <= 0 || width <= 0 || output_size[0] <= 0 || output_size[1] <= 0) {
    errors::raise(
        "Input and output sizes should be greater than 0, but got input (H: {}, W: {}) "
        "output (H: {}, W: {})",
        height, width, output_size[0], output_size[1]);
  }
}

// The nodes of the two overloads, of which torch.nn.functional.interpolate calls the second.
constexpr std::string_view kNearest = "UpsampleNearest2DBackward0";
constexpr std::string_view kNearestVec = "UpsampleNearest2DBackward1";
constexpr std::string_view kBilinear = "UpsampleBilinear2DBackward0";
constexpr std::string_view kBilinearVec = "UpsampleBilinear2DBackward1";

// What the second overload is given: a size, or how many times larger.
struct Larger {
  Integers size;
  std::optional<double> height;
  std::optional<double> width;
};

Larger larger(const Variable& self, const std::optional<Integers>& output_size,
              const std::optional<std::vector<double>>& scale_factors) {
  if (output_size.has_value() == scale_factors.has_value()) {
    errors::raise("Must specify exactly one of output_size and scale_factors");
  }
  if (output_size) return {*output_size, {}, {}};
  if (scale_factors->size() != 2) {
    errors::raise("It is expected scale_factors equals to 2, but got size {}",
                  scale_factors->size());
  }
  Integers size;
  for (std::size_t i = 0; i < scale_factors->size() && i + 2 < self.rank(); ++i) {
    const double extent = static_cast<double>(self.shape()[i + 2]) * (*scale_factors)[i];
    // What is no int64 is the least of them, as on x86, which is then refused as a size.
    constexpr double kEnd = 0x1p63;
    size.push_back(std::abs(extent) < kEnd ? static_cast<std::int64_t>(extent)
                                           : std::numeric_limits<std::int64_t>::min());
  }
  return {std::move(size), scale_factors->front(), scale_factors->back()};
}

Variable nearest(const Variable& self, const Integers& output_size, std::optional<double> scales_h,
                 std::optional<double> scales_w, std::string_view node) {
  require_pictures(self, output_size);
  const std::int64_t height = self.shape()[2];
  const std::int64_t width = self.shape()[3];
  const auto columns = ops::nearest(width, output_size[1], scales_w);
  std::vector<std::int64_t> numbers;
  for (const std::int64_t row : ops::nearest(height, output_size[0], scales_h)) {
    for (const std::int64_t column : columns) numbers.push_back(row * width + column);
  }
  const Shape count{static_cast<std::int64_t>(numbers.size())};
  const Shape shape{self.shape()[0], self.shape()[1], output_size[0], output_size[1]};
  return picked(self, static_cast<std::size_t>(height * width),
                Variable(Tensor::of(count, numbers), self.device()), shape, node);
}

Variable upsample_nearest2d(const Variable& self, const Integers& output_size,
                            std::optional<double> scales_h, std::optional<double> scales_w) {
  return nearest(self, output_size, scales_h, scales_w, kNearest);
}

Variable upsample_nearest2d_vec(const Variable& self, const std::optional<Integers>& output_size,
                                const std::optional<std::vector<double>>& scale_factors) {
  const Larger asked = larger(self, output_size, scale_factors);
  return nearest(self, asked.size, asked.height, asked.width, kNearestVec);
}

using Plan = std::shared_ptr<const ops::Resampling>;

Variable bilinear(const Plan& plan, const Variable& x, std::string_view node);

Variable bilinear_backward(const Plan& plan, const Variable& grad) {
  Variable sums(ops::bilinear_backward(grad.value(), *plan), grad.device());
  record(sums, backward_of(kBilinear), {grad}, {},
         [plan](Backward& b) { b.give(0, bilinear(plan, b.grad(), backward_of(kBilinear))); });
  return sums;
}

Variable bilinear(const Plan& plan, const Variable& x, std::string_view node) {
  Variable y(ops::bilinear(x.value(), *plan), x.device());
  record(y, node, {x}, {}, [plan](Backward& b) { b.give(0, bilinear_backward(plan, b.grad())); });
  return y;
}

Variable bilinear(const Variable& self, const Integers& output_size, bool align_corners,
                  std::optional<double> scales_h, std::optional<double> scales_w,
                  std::string_view node) {
  require_pictures(self, output_size);
  const std::int64_t height = self.shape()[2];
  const std::int64_t width = self.shape()[3];
  const auto plan = std::make_shared<const ops::Resampling>(
      ops::between(height, output_size[0], align_corners, scales_h, self.dtype()),
      ops::between(width, output_size[1], align_corners, scales_w, self.dtype()), height, width);
  return bilinear(plan, self, node);
}

Variable upsample_bilinear2d(const Variable& self, const Integers& output_size, bool align_corners,
                             std::optional<double> scales_h, std::optional<double> scales_w) {
  return bilinear(self, output_size, align_corners, scales_h, scales_w, kBilinear);
}

Variable upsample_bilinear2d_vec(const Variable& self, const std::optional<Integers>& output_size,
                                 bool align_corners,
                                 const std::optional<std::vector<double>>& scale_factors) {
  const Larger asked = larger(self, output_size, scale_factors);
  return bilinear(self, asked.size, align_corners, asked.height, asked.width, kBilinearVec);
}

// pixel_shuffle

// […, channels factor factor, height, width] as [… channels, height factor, width factor], or back.
Tensor shuffled(const Tensor& x, std::int64_t factor, bool is_back) {
  const std::size_t rank = x.shape().rank();
  const std::size_t outer = rank - 3;
  std::vector<std::int64_t> split(x.shape().extents().begin(),
                                  x.shape().extents().begin() + static_cast<std::ptrdiff_t>(outer));
  std::vector<std::int64_t> joined = split;
  std::vector<std::size_t> order;
  for (std::size_t dim = 0; dim < outer; ++dim) order.push_back(dim);
  const std::int64_t channels = x.shape()[outer];
  const std::int64_t height = x.shape()[outer + 1];
  const std::int64_t width = x.shape()[outer + 2];
  if (is_back) {
    split.insert(split.end(), {channels, height / factor, factor, width / factor, factor});
    joined.insert(joined.end(), {channels * factor * factor, height / factor, width / factor});
    for (const std::size_t dim : {0u, 2u, 4u, 1u, 3u}) order.push_back(outer + dim);
  } else {
    split.insert(split.end(), {channels / factor / factor, factor, factor, height, width});
    joined.insert(joined.end(), {channels / factor / factor, height * factor, width * factor});
    for (const std::size_t dim : {0u, 3u, 1u, 4u, 2u}) order.push_back(outer + dim);
  }
  const Tensor parts = tensor::view(tensor::contiguous(x), Shape(std::move(split)));
  return tensor::view(tensor::permute(parts, order).clone(), Shape(std::move(joined)));
}

Variable shuffle(const Variable& self, std::int64_t factor, bool is_back) {
  Variable y(shuffled(self.value(), factor, is_back), self.device());
  record(y, is_back ? "PixelUnshuffleBackward0" : "PixelShuffleBackward0", {self}, {},
         [factor, is_back](Backward& b) { b.give(0, shuffle(b.grad(), factor, !is_back)); });
  return y;
}

Variable pixel_shuffle(const Variable& self, std::int64_t upscale_factor) {
  require_small({upscale_factor}, "upscale_factor");
  if (self.rank() < 3) {
    errors::raise(
        "pixel_shuffle expects input to have at least 3 dimensions, but got input with {} "
        "dimension(s)",
        self.rank());
  }
  if (upscale_factor <= 0) {
    errors::raise("pixel_shuffle expects a positive upscale_factor, but got {}", upscale_factor);
  }
  const std::int64_t channels = self.shape()[self.rank() - 3];
  if (channels % (upscale_factor * upscale_factor) != 0) {
    errors::raise(
        "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of "
        "upscale_factor, but input.size(-3)={} is not divisible by {}",
        channels, upscale_factor * upscale_factor);
  }
  return shuffle(self, upscale_factor, false);
}

// im2col

struct Columns {
  ops::Patches patches;
  Shape images;   // [batch, channels, height, width], or without a batch
  Shape columns;  // [batch, rows, places], or without a batch
};
using ColumnsPlan = std::shared_ptr<const Columns>;

std::size_t batch_of(const Columns& columns) {
  return columns.images.rank() == 4 ? static_cast<std::size_t>(columns.images[0]) : 1;
}

Variable images_of(const ColumnsPlan& plan, const Variable& columns, std::string_view node);

Variable columns_of(const ColumnsPlan& plan, const Variable& images, std::string_view node) {
  const ops::Patches& patches = plan->patches;
  const Tensor from = tensor::contiguous(images.value());
  Tensor made(plan->columns, images.dtype());
  tensor::with_floating_type(images.dtype(), "im2col", [&]<class T>(T) {
    const std::size_t all = patches.rows() * patches.columns();
    for (std::size_t i = 0; i < batch_of(*plan); ++i) {
      ops::columns_of<T>(patches,
                         from.values<T>().subspan(i * patches.elements(), patches.elements()),
                         made.values<T>().subspan(i * all, all));
    }
  });
  Variable result(std::move(made), images.device());
  record(result, node, {images}, {},
         [plan](Backward& b) { b.give(0, images_of(plan, b.grad(), "Col2ImBackward0")); });
  return result;
}

Variable images_of(const ColumnsPlan& plan, const Variable& columns, std::string_view node) {
  const ops::Patches& patches = plan->patches;
  const Tensor from = tensor::contiguous(columns.value());
  Tensor made = tensor::full(plan->images, 0, columns.dtype());
  tensor::with_floating_type(columns.dtype(), "col2im", [&]<class T>(T) {
    const std::size_t all = patches.rows() * patches.columns();
    for (std::size_t i = 0; i < batch_of(*plan); ++i) {
      ops::add_columns<T>(patches, from.values<T>().subspan(i * all, all),
                          made.values<T>().subspan(i * patches.elements(), patches.elements()));
    }
  });
  Variable result(std::move(made), columns.device());
  record(result, node, {columns}, {},
         [plan](Backward& b) { b.give(0, columns_of(plan, b.grad(), "Im2ColBackward0")); });
  return result;
}

void require_positive(Pair pair, std::string_view name, std::string_view short_name) {
  if (pair.first > 0 && pair.second > 0) return;
  errors::raise("{} should be greater than zero, but got {}_height: {} {}_width: {}", name,
                short_name, pair.first, short_name, pair.second);
}

Variable im2col(const Variable& self, const Integers& kernel_size, const Integers& dilation,
                const Integers& padding, const Integers& stride) {
  constexpr std::string_view kName = "im2col";
  const Pair kernel = pair_of(kernel_size, kName, "kernel_size");
  const Pair between = pair_of(dilation, kName, "dilation");
  const Pair zeros = pair_of(padding, kName, "padding");
  const Pair step = pair_of(stride, kName, "stride");
  require_positive(kernel, "kernel size", "kernel");
  require_positive(between, "dilation", "dilation");
  require_positive(step, "stride", "stride");
  if (zeros.first < 0 || zeros.second < 0) {
    errors::raise("padding should be non-negative, but got pad_height: {} pad_width: {}",
                  zeros.first, zeros.second);
  }
  if (self.rank() != 3 && self.rank() != 4) {
    wrapped(2, self.rank());  // PyTorch asks for that dimension first
    errors::raise(
        "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero "
        "dimensions for input, but got: {}",
        to_string(self.shape()));
  }
  const std::size_t first = self.rank() - 3;
  const std::int64_t height = self.shape()[first + 1];
  const std::int64_t width = self.shape()[first + 2];
  const auto places = [](std::int64_t size, std::int64_t kernel, std::int64_t between,
                         std::int64_t zeros, std::int64_t step) {
    const std::int64_t room = size + 2 * zeros - (between * (kernel - 1) + 1);
    return (room < 0 ? -((-room + step - 1) / step) : room / step) + 1;
  };
  const std::int64_t rows = places(height, kernel.first, between.first, zeros.first, step.first);
  const std::int64_t columns =
      places(width, kernel.second, between.second, zeros.second, step.second);
  if (rows < 1 || columns < 1) {
    errors::raise(
        "Given input with spatial size ({}, {}), kernel_size=({}, {}), dilation=({}, {}), "
        "padding=({}, {}), calculated shape of the array of sliding blocks as ({}, {}), but its "
        "components must be at least one.",
        height, width, kernel.first, kernel.second, between.first, between.second, zeros.first,
        zeros.second, rows, columns);
  }
  Columns made{.patches = {.channels = self.shape()[first],
                           .size = {1, height, width},
                           .kernel = {1, kernel.first, kernel.second},
                           .stride = {1, step.first, step.second},
                           .padding = {0, zeros.first, zeros.second},
                           .dilation = {1, between.first, between.second},
                           .places = {1, rows, columns}},
               .images = self.shape(),
               .columns = {}};
  std::vector<std::int64_t> extents{static_cast<std::int64_t>(made.patches.rows()), rows * columns};
  if (first == 1) extents.insert(extents.begin(), self.shape()[0]);
  made.columns = Shape(std::move(extents));
  return columns_of(std::make_shared<const Columns>(std::move(made)), self, "Im2ColBackward0");
}

}  // namespace

std::span<const Row> resampling_rows() {
  static constexpr Row kRows[] = {
      row<&upsample_nearest2d>("upsample_nearest2d(Tensor self, SymInt[2] output_size, float? "
                               "scales_h=None, float? scales_w=None) -> Tensor",
                               Where::kInner),
      row<&upsample_bilinear2d>("upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool "
                                "align_corners, float? scales_h=None, float? scales_w=None) -> "
                                "Tensor",
                                Where::kInner),
      row<&upsample_nearest2d_vec>("upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, "
                                   "float[]? scale_factors) -> Tensor",
                                   Where::kInner),
      row<&upsample_bilinear2d_vec>("upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, "
                                    "bool align_corners, float[]? scale_factors) -> Tensor",
                                    Where::kInner),
      row<&pixel_shuffle>("pixel_shuffle(Tensor self, int upscale_factor) -> Tensor",
                          Where::kFunction),
      row<&im2col>(
          "im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] "
          "stride) -> Tensor",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
