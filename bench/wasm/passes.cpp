// Whole passes over float32 elements, as JavaScript times them: dropout without layer and tensor,
// and the two that show what the machine can do. Linked into the bench's module only.
#include <emscripten/bind.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <xsimd/xsimd.hpp>

#include "bindings/errors.hpp"
#include "dropout/draw.hpp"
#include "dropout/engine_rules.hpp"
#include "dropout/inverted_dropout.hpp"
#include "dropout/keep_stream.hpp"
#include "dropout/quotient_dropout.hpp"
#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::bench {
namespace {

using random::Generator;
using tensor::Tensor;

/// One training call of nn.Dropout from x to y, which may be x: what dropout::Dropout does besides
/// allocating its output and remembering the call.
void dropout_call(Generator& generator, dropout::DropProbability p, std::span<const float> x,
                  std::span<float> y) {
  dropout::Draw draw(generator, {x.size(), p, sizeof(float)});
  dropout::KeepStream stream(draw, x.size(), 1);
  const auto arithmetic = dropout::arithmetic(generator);
  const auto scale = p.survivor_scale<float>();
  const auto keep_probability = static_cast<float>(p.keep_probability());
  std::array<std::uint8_t, 1024> block;
  for (std::size_t first = 0; first < x.size(); first += block.size()) {
    const auto keep = std::span(block).first(std::min(block.size(), x.size() - first));
    stream.fill(keep);
    const auto from = x.subspan(first, keep.size());
    const auto to = y.subspan(first, keep.size());
    switch (arithmetic) {
      case dropout::Arithmetic::kProduct:
        dropout::inverted_dropout<float>(from, keep, scale, to);
        break;
      case dropout::Arithmetic::kSelectedQuotient:
        dropout::selected_quotient<float>(from, keep, keep_probability, to);
        break;
      case dropout::Arithmetic::kQuotientOfProduct:
        dropout::quotient_of_product<float>(from, keep, keep_probability, to);
        break;
    }
  }
  draw.end(generator);
}

/// y = x * s, the least that dropout could do: read, multiply, write.
void scale_call(std::span<const float> x, float s, std::span<float> y) {
  using Floats = xsimd::batch<float>;
  const Floats factor(s);
  std::size_t i = 0;
  for (; i + Floats::size <= x.size(); i += Floats::size) {
    (Floats::load_aligned(&x[i]) * factor).store_aligned(&y[i]);
  }
  for (; i < x.size(); ++i) y[i] = x[i] * s;
}

// Repeats a pass, each time as if it were the only one: clocks of browsers are too coarse for one
// of a thousand elements.
template <class Pass>
void repeat(int times, Pass pass) {
  for (int i = 0; i < times; ++i) {
    pass();
    asm volatile("" ::: "memory");
  }
}

void dropout_pass(Generator& generator, double p, const Tensor& x, Tensor& y, int times) {
  const dropout::DropProbability probability(p);
  repeat(times,
         [&] { dropout_call(generator, probability, x.values<float>(), y.values<float>()); });
}

void scale_pass(const Tensor& x, float s, Tensor& y, int times) {
  repeat(times, [&] { scale_call(x.values<float>(), s, y.values<float>()); });
}

void copy_pass(const Tensor& x, Tensor& y, int times) {
  repeat(times, [&] {
    std::memcpy(y.values<float>().data(), x.values<float>().data(), x.size() * sizeof(float));
  });
}

EMSCRIPTEN_BINDINGS(bench) {
  emscripten::function("dropoutPass", bindings::guarded<&dropout_pass>);
  emscripten::function("scalePass", bindings::guarded<&scale_pass>);
  emscripten::function("copyPass", bindings::guarded<&copy_pass>);
}

}  // namespace
}  // namespace playground::bench
