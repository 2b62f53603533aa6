#include "ops/convolution.hpp"

#include <cstddef>
#include <span>
#include <vector>

#include "ops/kernels/matmul.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

constexpr std::string_view kName = "slow_conv";

// use(image of the input, weight, image of the output, columns), of spans, for each image of each
// group. What is written to is a span of T, the others are of const T.
template <class X, class W, class Y, class Use>
void each_part(const Convolution& convolution, std::span<X> x, std::span<W> weight, std::span<Y> y,
               Use use) {
  const Patches& patches = convolution.patches;
  const auto groups = static_cast<std::size_t>(convolution.groups);
  const auto out = static_cast<std::size_t>(convolution.out_channels) / groups;
  const std::size_t x_part = patches.elements();
  const std::size_t weight_part = out * patches.rows();
  const std::size_t y_part = out * patches.columns();
  for (std::size_t i = 0; i < static_cast<std::size_t>(convolution.batch) * groups; ++i) {
    use(x.subspan(i * x_part, x_part), weight.subspan(i % groups * weight_part, weight_part),
        y.subspan(i * y_part, y_part), out);
  }
}

// The columns of an image: made in `scratch`, or the image itself.
template <class T>
std::span<const T> columns(const Patches& patches, std::span<const T> image,
                           std::vector<T>& scratch) {
  if (patches.is_image()) return image;
  scratch.resize(patches.rows() * patches.columns());
  columns_of<T>(patches, image, scratch);
  return scratch;
}

}  // namespace

Tensor convolved(const Convolution& convolution, const Tensor& x, const Tensor& weight) {
  const Tensor from = contiguous(x);
  const Tensor by = contiguous(weight);
  const Patches& patches = convolution.patches;
  if (convolution.output_shape.size() == 0 || patches.rows() == 0) {
    return tensor::full(convolution.output_shape, 0, x.dtype());
  }
  Tensor y(convolution.output_shape, x.dtype());
  tensor::with_floating_type(x.dtype(), kName, [&]<class T>(T) {
    std::vector<T> scratch;
    each_part(convolution, from.values<T>(), by.values<T>(), y.values<T>(),
              [&](auto image, auto w, auto result, std::size_t out) {
                const auto all = columns<T>(patches, image, scratch);
                matmul<T>(row_major<const T>(w, out, patches.rows()),
                          row_major<const T>(all, patches.rows(), patches.columns()),
                          row_major<T>(result, out, patches.columns()));
              });
  });
  return y;
}

Tensor convolution_input(const Convolution& convolution, const Tensor& grad_y,
                         const Tensor& weight) {
  const Tensor from = contiguous(grad_y);
  const Tensor by = contiguous(weight);
  Tensor grad_x = tensor::full(convolution.input_shape, 0, grad_y.dtype());
  const Patches& patches = convolution.patches;
  if (grad_x.size() == 0 || grad_y.size() == 0) return grad_x;
  tensor::with_floating_type(grad_y.dtype(), kName, [&]<class T>(T) {
    std::vector<T> scratch(patches.is_image() ? 0 : patches.rows() * patches.columns());
    each_part(convolution, grad_x.values<T>(), by.values<T>(), from.values<T>(),
              [&](auto image, auto w, auto grad, std::size_t out) {
                const std::span<T> all = patches.is_image() ? image : std::span<T>(scratch);
                matmul<T>(row_major<const T>(w, out, patches.rows()).transposed(),
                          row_major<const T>(grad, out, patches.columns()),
                          row_major<T>(all, patches.rows(), patches.columns()));
                if (!patches.is_image()) add_columns<T>(patches, all, image);
              });
  });
  return grad_x;
}

Tensor convolution_weight(const Convolution& convolution, const Tensor& x, const Tensor& grad_y) {
  const Tensor from = contiguous(x);
  const Tensor grads = contiguous(grad_y);
  Tensor grad_weight = tensor::full(convolution.weight_shape, 0, x.dtype());
  const Patches& patches = convolution.patches;
  if (grad_weight.size() == 0 || grad_y.size() == 0) return grad_weight;
  tensor::with_floating_type(x.dtype(), kName, [&]<class T>(T) {
    std::vector<T> scratch;
    each_part(convolution, from.values<T>(), grad_weight.values<T>(), grads.values<T>(),
              [&](auto image, auto w, auto grad, std::size_t out) {
                const auto all = columns<T>(patches, image, scratch);
                add_matmul<T>(
                    row_major<const T>(grad, out, patches.columns()),
                    row_major<const T>(all, patches.rows(), patches.columns()).transposed(),
                    row_major<T>(w, out, patches.rows()));
              });
  });
  return grad_weight;
}

}  // namespace playground::ops
