// JavaScript face of dropout::Dropout. Converts types; decides nothing.
#include "dropout/dropout.hpp"

#include <emscripten/bind.h>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "dropout/sliced_forward.hpp"

namespace playground::bindings {
namespace {

using dropout::Dropout;
using dropout::SlicedForward;
using emscripten::allow_raw_pointers;
using tensor::Tensor;

// null stands for "the argument itself".
Tensor* owned(std::optional<Tensor>&& x) { return x ? new Tensor(std::move(*x)) : nullptr; }

Dropout* create(int kind, double p, bool inplace, const Shared& generator) {
  return new Dropout(static_cast<dropout::LayerKind>(kind), p, inplace, generator);
}

// What survivors were multiplied by, then three numbers a decision: the uniform, its threshold, and
// 1 or 0 for kept or dropped. Nothing at all if nothing was drawn.
ByteView decisions(const Dropout& layer) {
  const auto decisions = layer.decisions();
  std::vector<double> numbers;
  if (!decisions) return view_of_copy(numbers);
  numbers.reserve(1 + 3 * decisions->size());
  numbers.push_back(layer.last_scale());
  for (const auto& [uniform, threshold, kept] : *decisions) {
    numbers.insert(numbers.end(), {uniform, threshold, kept ? 1.0 : 0.0});
  }
  return view_of_copy(numbers);
}

Tensor* forward(Dropout& layer, Tensor& x) { return owned(layer.forward(x)); }

Tensor* backward(const Dropout& layer, const Tensor& gradient) {
  return owned(layer.backward(gradient));
}

Tensor* mask(const Dropout& layer) { return owned(layer.mask()); }

double scale(const Dropout& layer, int dtype) { return layer.scale(to_dtype(dtype)); }

void set_p(Dropout& layer, double p) { layer.set_p(p); }
void set_inplace(Dropout& layer, bool inplace) { layer.set_inplace(inplace); }
void set_training(Dropout& layer, bool training) { layer.set_training(training); }

SlicedForward* begin(Dropout& layer, Tensor& x) { return new SlicedForward(layer, x); }
std::size_t done(const SlicedForward& forward) { return forward.done(); }
void advance(SlicedForward& forward, std::size_t elements) { forward.advance(elements); }
Tensor* finish(SlicedForward& forward) { return owned(forward.finish()); }

EMSCRIPTEN_BINDINGS(dropout) {
  emscripten::class_<Dropout>("Dropout")
      .class_function("create", guarded<&create>, allow_raw_pointers())
      .function("decisions", guarded<&decisions>)
      .function("scale", guarded<&scale>)
      .function("setP", guarded<&set_p>)
      .function("setInplace", guarded<&set_inplace>)
      .function("setTraining", guarded<&set_training>)
      .function("forward", guarded<&forward>, allow_raw_pointers())
      .function("backward", guarded<&backward>, allow_raw_pointers())
      .function("mask", guarded<&mask>, allow_raw_pointers());
  emscripten::class_<SlicedForward>("SlicedForward")
      .class_function("create", guarded<&begin>, allow_raw_pointers())
      .function("done", guarded<&done>)
      .function("advance", guarded<&advance>)
      .function("finish", guarded<&finish>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
