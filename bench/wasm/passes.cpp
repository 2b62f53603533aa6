// Whole passes over float32 elements, as JavaScript times them: dropout without layer and tensor,
// and the two that show what the machine can do. Linked into the bench's module only.
#include <emscripten/bind.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <xsimd/xsimd.hpp>

#include "bindings/errors.hpp"
#include "dropout/draw.hpp"
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
  draw.apply(x, p, y);
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

void dropout_pass(const std::shared_ptr<Generator>& generator, double p, const Tensor& x, Tensor& y,
                  int times) {
  const dropout::DropProbability probability(p);
  repeat(times,
         [&] { dropout_call(*generator, probability, x.values<float>(), y.values<float>()); });
}

void scale_pass(const Tensor& x, double s, Tensor& y, int times) {
  repeat(times, [&] { scale_call(x.values<float>(), static_cast<float>(s), y.values<float>()); });
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
