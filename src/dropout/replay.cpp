#include "dropout/replay.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

#include "dropout/pass/pass.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {

using tensor::Tensor;

Replay::Replay(const Call& call, bool explained)
    : call_(call), kept_(call_.mask_shape.size(), call_.shortcut == Shortcut::kUnchanged) {
  if (!call_.draw) return;
  Draw replay = *call_.draw;
  if (!explained) {
    replay.decide(kept_);
    put_in_order(kept_);
    return;
  }
  uniforms_.resize(kept_.size());
  std::array<Decision, 64> block;
  for (std::size_t first = 0; first < kept_.size(); first += block.size()) {
    const auto decisions = std::span(block).first(std::min(block.size(), kept_.size() - first));
    replay.explain(decisions);
    threshold_ = decisions[0].threshold;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      uniforms_[first + i] = decisions[i].uniform;
      kept_[first + i] = decisions[i].kept;
    }
  }
  put_in_order(kept_);
  put_in_order(uniforms_);
}

template <class Number>
void Replay::put_in_order(std::vector<Number>& drawn) const {
  if (call_.order.empty()) return;
  // By going through the mask in the order of the call, which tells where each decision belongs.
  Tensor places(call_.mask_shape, tensor::DType::kInt64);
  const auto numbers = places.values<std::int64_t>();
  std::iota(numbers.begin(), numbers.end(), 0);
  const auto in_order = contiguous(permute(places, call_.order));
  const std::vector<Number> as_drawn = drawn;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    drawn[static_cast<std::size_t>(in_order.values<std::int64_t>()[i])] = as_drawn[i];
  }
}

double Replay::scale() const noexcept { return survivor_scale(call_.kind, call_.p, call_.dtype); }

double Replay::shift() const noexcept { return dropout::shift(call_.kind, call_.p, call_.dtype); }

Tensor Replay::mask() const {
  // Integers are dropped by no draw, so that all are kept or none is.
  if (!is_floating(call_.dtype)) {
    return tensor::full(call_.mask_shape, call_.shortcut == Shortcut::kUnchanged, call_.dtype);
  }
  Tensor mask(call_.mask_shape, call_.dtype);
  tensor::with_floating_type(call_.dtype, "dropout", [&]<class T>(T) {
    std::ranges::copy(kept_, mask.values<T>().begin());
  });
  return mask;
}

Tensor Replay::ones() const { return tensor::full(call_.shape, 1, call_.dtype); }

void Replay::backward(Tensor& gradient) const {
  if (call_.draw) {
    Pass(call_, Pass::Direction::kBackward, kept_, gradient, gradient).advance(gradient.size());
  } else if (call_.shortcut != Shortcut::kUnchanged) {
    take_shortcut(call_.shortcut, gradient, gradient);
  }
}

}  // namespace playground::dropout
