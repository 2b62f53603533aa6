#include "dropout/noise.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "dropout/draw.hpp"
#include "dropout/engine_rules.hpp"
#include "dropout/layer_kind.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {
namespace {

using tensor::Tensor;

// Dropout of ones, with p = 0 for those that stay 1.
void apply(Draw& draw, DropProbability p, std::span<float> ones) noexcept {
  std::ranges::fill(ones, 1.0f);
  draw.apply(ones, p, ones);
}

void apply(Draw& draw, DropProbability p, std::span<double> ones) noexcept {
  std::array<std::uint8_t, 256> block;
  const double scale = p.survivor_scale<double>();
  while (!ones.empty()) {
    const auto keep = std::span(block).first(std::min(block.size(), ones.size()));
    draw.decide(keep);
    std::ranges::transform(keep, ones.begin(), [scale](std::uint8_t kept) { return kept * scale; });
    ones = ones.subspan(keep.size());
  }
}

}  // namespace

Tensor noise_for(random::Generator& generator, const Tensor& x, DropProbability p, bool scaled) {
  const auto order = draw_order(generator, LayerKind::kDropout, x);
  Tensor noise = order.empty() ? Tensor(x.shape(), x.dtype()) : empty_like(x);
  Tensor in_order = order.empty() ? noise : permute(noise, order);
  Draw draw(generator, {x.size(), p, static_cast<std::uint32_t>(tensor::item_size(x.dtype()))});
  tensor::with_floating_type(x.dtype(), "dropout", [&]<class T>(T) {
    apply(draw, scaled ? p : DropProbability(0), in_order.values<T>());
  });
  draw.end(generator);
  return noise;
}

}  // namespace playground::dropout
