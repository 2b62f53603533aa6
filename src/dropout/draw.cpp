#include "dropout/draw.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>
#include <vector>

namespace playground::dropout {
namespace {

// Begins a call of each engine. A template, so that only those that are linked are made.
template <class AnyDraw>
struct Begin {
  const DrawRequest& request;

  AnyDraw operator()(random::TorchCpuEngine& engine) const {
    if (engine.form != random::MaskForm::kLayer) {
      return TorchRandDraw(engine.generator, engine.form, request);
    }
    return TorchCpuDraw(engine.generator, request);
  }
  AnyDraw operator()(random::TorchCpuMklEngine& engine) const {
    if (engine.form != random::MaskForm::kLayer) {
      return TorchRandDraw(engine.generator, engine.form, request);
    }
    return TorchCpuMklDraw(engine.generator, request);
  }
  AnyDraw operator()(random::TorchCudaEngine& engine) const {
    return TorchCudaDraw(engine.generator, engine.gpu, request);
  }
  AnyDraw operator()(random::JaxEngine& engine) const {
    return JaxDraw(engine.key, engine.layout, request);
  }
  AnyDraw operator()(random::FlaxLinenEngine& engine) const {
    const std::vector<std::string_view> path(engine.path.begin(), engine.path.end());
    const auto key = random::linen_make_rng(engine.key, path, ++engine.calls);
    return JaxDraw(key, engine.layout, request);
  }
  AnyDraw operator()(random::FlaxNnxEngine& engine) const {
    return JaxDraw(engine.stream(), engine.layout, request);
  }
  AnyDraw operator()(random::NumpyEngine& engine) const {
    return NumpyDraw(engine.generator, engine.form, request);
  }
  AnyDraw operator()(random::NumpyPcg64Engine& engine) const {
    return NumpyDraw(engine.generator, engine.form, request);
  }
  AnyDraw operator()(random::TfjsEngine& engine) const { return TfjsDraw(engine.seed, request); }
  AnyDraw operator()(random::FastEngine& engine) const {
    return FastDraw(engine.generator, request);
  }
};

}  // namespace

Draw::Draw(random::Generator& generator, const DrawRequest& request)
    : draw_(begin(generator, request)) {}

Draw::AnyDraw Draw::begin(random::Generator& generator, const DrawRequest& request) {
  return std::visit(Begin<AnyDraw>{request}, generator);
}

void Draw::explain(std::span<Decision> decisions) noexcept {
  std::visit([&](auto& draw) { std::ranges::generate(decisions, [&] { return draw.next(); }); },
             draw_);
}

void Draw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  assert(x.size() == y.size());
  std::visit([&](auto& draw) { draw.apply(x, p, y); }, draw_);
}

// Applies dropout with p = 0 to ones, so that decisions need no kernels of their own.
void Draw::decide(std::span<std::uint8_t> keep) noexcept {
  constexpr std::size_t kBlock = 256;
  std::array<float, kBlock> ones;
  ones.fill(1);
  std::array<float, kBlock> kept;
  while (!keep.empty()) {
    const auto block = keep.first(std::min(keep.size(), kBlock));
    apply(std::span(ones).first(block.size()), DropProbability(0),
          std::span(kept).first(block.size()));
    std::ranges::transform(std::span(kept).first(block.size()), block.begin(),
                           [](float factor) { return static_cast<std::uint8_t>(factor); });
    keep = keep.subspan(block.size());
  }
}

void Draw::end(random::Generator& generator) const noexcept {
  std::visit(
      [&]<class Engine>(Engine& engine) {
        if constexpr (Engine::kRecord.rules.stream == random::Stream::kWords) {
          std::visit(
              [&](const auto& draw) {
                if constexpr (requires { engine.generator = draw.generator(); }) {
                  engine.generator = draw.generator();
                }
              },
              draw_);
        }
      },
      generator);
}

}  // namespace playground::dropout
