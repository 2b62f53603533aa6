#include "ops/batch_norm.hpp"

#include <cmath>
#include <cstdint>
#include <span>

#include "ops/kernels/map.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
namespace {

using tensor::Shape;

struct Extents {
  std::size_t batch;
  std::size_t channels;
  std::size_t places;
};
Extents extents_of(const Tensor& x) {
  const auto batch = static_cast<std::size_t>(x.shape()[0]);
  const auto channels = static_cast<std::size_t>(x.shape()[1]);
  return {batch, channels, batch * channels == 0 ? 0 : x.size() / (batch * channels)};
}

/// f(channel, first) for the places of each channel, which follow each other from `first` on.
template <class F>
void for_each_channel(const Extents& of, F f) {
  for (std::size_t n = 0, first = 0; n < of.batch; ++n) {
    for (std::size_t c = 0; c < of.channels; ++c, first += of.places) f(c, first);
  }
}

}  // namespace

ChannelStatistics channel_statistics(const Tensor& x, double eps) {
  const Extents of = extents_of(x);
  const std::vector<double> zeros(of.channels, 0);
  ChannelStatistics result{zeros, zeros, zeros};
  const auto count = static_cast<double>(of.batch * of.places);
  tensor::with_floating_type(x.dtype(), "batch_norm", [&]<class T>(T) {
    const std::span<const T> values = x.values<T>();
    for_each_channel(of, [&](std::size_t c, std::size_t first) {
      for (const T value : values.subspan(first, of.places)) {
        result.mean[c] += static_cast<double>(value);
      }
    });
    for (double& mean : result.mean) mean /= count;
    for_each_channel(of, [&](std::size_t c, std::size_t first) {
      for (const T value : values.subspan(first, of.places)) {
        const double distance = static_cast<double>(value) - result.mean[c];
        result.variance[c] += distance * distance;
      }
    });
  });
  for (std::size_t c = 0; c < of.channels; ++c) {
    result.variance[c] /= count;
    result.rstd[c] = 1 / std::sqrt(result.variance[c] + eps);
  }
  return result;
}

Tensor batch_norm(const Tensor& x, const ChannelStatistics& statistics, const Tensor* weight,
                  const Tensor* bias) {
  const Extents of = extents_of(x);
  Tensor result(x.shape(), x.dtype());
  tensor::with_floating_type(x.dtype(), "batch_norm", [&]<class T>(T) {
    std::vector<T> factors(of.channels);
    std::vector<T> terms(of.channels);
    for (std::size_t c = 0; c < of.channels; ++c) {
      const T scale = static_cast<T>(statistics.rstd[c]) * (weight ? weight->values<T>()[c] : T(1));
      factors[c] = scale;
      terms[c] = (bias ? bias->values<T>()[c] : T(0)) - static_cast<T>(statistics.mean[c]) * scale;
    }
    const std::span<const T> values = x.values<T>();
    const std::span<T> to = result.values<T>();
    for_each_channel(of, [&](std::size_t c, std::size_t first) {
      const T factor = factors[c];
      const T term = terms[c];
      map(values.subspan(first, of.places), to.subspan(first, of.places),
          [factor, term]<class V>(V v) { return v * V(factor) + V(term); });
    });
  });
  return result;
}

BatchNormGradients batch_norm_backward(const Tensor& grad, const Tensor& x,
                                       const ChannelStatistics& statistics, const Tensor* weight,
                                       bool depends) {
  const Extents of = extents_of(x);
  const Shape channels({static_cast<std::int64_t>(of.channels)});
  BatchNormGradients result{Tensor(x.shape(), x.dtype()), Tensor(channels, x.dtype()),
                            Tensor(channels, x.dtype())};
  const auto count = static_cast<double>(of.batch * of.places);
  tensor::with_floating_type(x.dtype(), "batch_norm_backward", [&]<class T>(T) {
    const std::span<const T> grads = grad.values<T>();
    const std::span<const T> values = x.values<T>();
    std::vector<double> sums(of.channels, 0);
    std::vector<double> products(of.channels, 0);  // of the gradient and x - mean
    for_each_channel(of, [&](std::size_t c, std::size_t first) {
      for (std::size_t i = first; i < first + of.places; ++i) {
        sums[c] += static_cast<double>(grads[i]);
        products[c] +=
            static_cast<double>(grads[i]) * (static_cast<double>(values[i]) - statistics.mean[c]);
      }
    });
    const std::span<T> to = result.x.values<T>();
    for_each_channel(of, [&](std::size_t c, std::size_t first) {
      const double rstd = statistics.rstd[c];
      const T scale = static_cast<T>(rstd) * (weight ? weight->values<T>()[c] : T(1));
      const T level = depends ? static_cast<T>(sums[c] / count) : T(0);
      const T slope = depends ? static_cast<T>(products[c] * rstd * rstd / count) : T(0);
      const T mean = static_cast<T>(statistics.mean[c]);
      map(grads.subspan(first, of.places), values.subspan(first, of.places),
          to.subspan(first, of.places),
          [=]<class V>(V g, V v) { return (g - V(level) - (v - V(mean)) * V(slope)) * V(scale); });
    });
    for (std::size_t c = 0; c < of.channels; ++c) {
      result.weight.values<T>()[c] = static_cast<T>(products[c] * statistics.rstd[c]);
      result.bias.values<T>()[c] = static_cast<T>(sums[c]);
    }
  });
  return result;
}

}  // namespace playground::ops
