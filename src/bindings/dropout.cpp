// The JavaScript interface of dropout::Dropout. Converts types; decides nothing.
#include "dropout/dropout.hpp"

#include <emscripten/bind.h>

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "bindings/message.hpp"
#include "dropout/draw_counts.hpp"
#include "dropout/replay.hpp"
#include "dropout/sliced_forward.hpp"

namespace playground::bindings {
namespace {

using dropout::Dropout;
using dropout::Replay;
using dropout::SlicedForward;
using emscripten::allow_raw_pointers;
using tensor::Tensor;

// null stands for "the argument itself".
Tensor* owned(std::optional<Tensor>&& x) { return x ? new Tensor(std::move(*x)) : nullptr; }

/// What JavaScript holds for a layer.
struct Layer {
  // What has been told of its last call lies here, until it is called or asked again.
  struct Told {
    Message message;
    Replay replay;
    std::optional<Tensor> gradient;
  };

  Dropout dropout;
  std::optional<Told> told;
};

Layer* create(int kind, double p, bool inplace, const Shared& generator) {
  return new Layer{.dropout = {static_cast<dropout::LayerKind>(kind), p, inplace, generator},
                   .told = std::nullopt};
}

// A byte for each element of the mask; nothing before any forward.
ByteView kept(const Layer& layer) {
  const auto* call = layer.dropout.last_call();
  if (call == nullptr) return view({});
  const Replay replay(*call, false);
  return view_of_copy(std::as_bytes(replay.kept()));
}

// The number of elements, the scale, the shift, the threshold, the decisions, the uniforms, the
// mask and, if `backward`, the gradient of the output and that of the input; nothing before any
// forward. `upstream` is the gradient of the output; null stands for ones, whose elements are not
// told.
ByteView last_call(Layer& layer, bool explained, bool backward, const Tensor* upstream) {
  layer.told.reset();
  const auto* call = layer.dropout.last_call();
  if (call == nullptr) return view({});
  if (upstream != nullptr) call->check_gradient(*upstream);
  auto& [message, replay, gradient] = layer.told.emplace(Message(), Replay(*call, explained));
  message.add(static_cast<double>(call->shape.size()));
  message.add(replay.scale());
  message.add(replay.shift());
  message.add(replay.threshold());
  message.add(std::as_bytes(replay.kept()));
  message.add(std::as_bytes(replay.uniforms()));
  message.add(replay.mask());
  if (backward) {
    gradient = upstream ? upstream->clone() : replay.ones();
    message.add(upstream ? *upstream : *gradient);
    replay.backward(*gradient);
    message.add(*gradient);
  }
  return message.view();
}

// The threshold of the last forward, and how many of its numbers lie in each of so many equal parts
// of [0, 1]: those kept, then those dropped. Nothing if nothing was drawn, or before any forward.
ByteView draw_counts(const Layer& layer, std::size_t parts) {
  const auto* call = layer.dropout.last_call();
  if (call == nullptr || !call->draw) return view({});
  const auto [kept, dropped, threshold] = dropout::count_draws(*call, parts);
  std::vector<double> told{threshold};
  told.insert(told.end(), kept.begin(), kept.end());
  told.insert(told.end(), dropped.begin(), dropped.end());
  return view_of_copy(told);
}

Tensor* forward(Layer& layer, Tensor& x) {
  layer.told.reset();
  return owned(layer.dropout.forward(x));
}

Tensor* backward(const Layer& layer, const Tensor& gradient) {
  return owned(layer.dropout.backward(gradient));
}

Tensor* mask(const Layer& layer) { return owned(layer.dropout.mask()); }

double scale(const Layer& layer, int dtype) { return layer.dropout.scale(to_dtype(dtype)); }

void set_p(Layer& layer, double p) { layer.dropout.set_p(p); }
void set_inplace(Layer& layer, bool inplace) { layer.dropout.set_inplace(inplace); }
void set_training(Layer& layer, bool training) { layer.dropout.set_training(training); }

SlicedForward* begin(Layer& layer, Tensor& x) {
  layer.told.reset();
  return new SlicedForward(layer.dropout, x);
}
std::size_t done(const SlicedForward& forward) { return forward.done(); }
void advance(SlicedForward& forward, std::size_t elements) { forward.advance(elements); }
Tensor* finish(SlicedForward& forward) { return owned(forward.finish()); }

EMSCRIPTEN_BINDINGS(dropout) {
  emscripten::class_<Layer>("Dropout")
      .class_function("create", guarded<&create>, allow_raw_pointers())
      .function("scale", guarded<&scale>)
      .function("setP", guarded<&set_p>)
      .function("setInplace", guarded<&set_inplace>)
      .function("setTraining", guarded<&set_training>)
      .function("forward", guarded<&forward>, allow_raw_pointers())
      .function("backward", guarded<&backward>, allow_raw_pointers())
      .function("mask", guarded<&mask>, allow_raw_pointers())
      .function("kept", guarded<&kept>)
      .function("lastCall", guarded<&last_call>, allow_raw_pointers())
      .function("drawCounts", guarded<&draw_counts>);
  emscripten::class_<SlicedForward>("SlicedForward")
      .class_function("create", guarded<&begin>, allow_raw_pointers())
      .function("done", guarded<&done>)
      .function("advance", guarded<&advance>)
      .function("finish", guarded<&finish>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
