#include "dropout/pass/pass.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "dropout/pass/alpha_dropout.hpp"
#include "dropout/pass/inverted_dropout.hpp"
#include "dropout/pass/quotient_dropout.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {

using tensor::DType;
using tensor::Tensor;

namespace {

// So small that the decisions of a block stay in the cache. A mask as large as the tensor is never
// in memory.
constexpr std::size_t kBlock = 1024;

template <class T>
T scale_in(LayerKind kind, DropProbability p) noexcept {
  return is_alpha(kind) ? AlphaAffine<T>(p).scale : p.survivor_scale<T>();
}

}  // namespace

double survivor_scale(LayerKind kind, DropProbability p, DType dtype) noexcept {
  return dtype == DType::kFloat32 ? scale_in<float>(kind, p) : scale_in<double>(kind, p);
}

Pass::Elements::Elements(std::span<const std::size_t> order, const Tensor& x) {
  if (!order.empty()) {
    *this = Elements({}, permute(x, order));
  } else if (x.is_contiguous()) {
    first = const_cast<std::byte*>(x.data());
  } else {
    walk.emplace(x);
  }
}

Pass::Pass(const Call& call, Direction direction, Draw& draw, const Tensor& x, Tensor& y)
    : call_(call),
      direction_(direction),
      draw_(&draw),
      size_(x.size()),
      x_(call.order, x),
      y_(call.order, y) {
  if (call.kind == LayerKind::kDropout && call.dtype == DType::kFloat32) return;
  const std::size_t decisions = call.mask_shape.size();
  stream_.emplace(draw, decisions, size_ / decisions);
}

Pass::Pass(const Call& call, Direction direction, std::span<const std::uint8_t> decisions,
           const Tensor& x, Tensor& y)
    : call_(call),
      direction_(direction),
      size_(x.size()),
      x_({}, x),
      y_({}, y),
      stream_(std::in_place, decisions, size_ / decisions.size()) {}

void Pass::advance(std::size_t count) {
  const std::size_t end = done_ + std::min(count, size_ - done_);
  const std::size_t item = item_size(call_.dtype);
  if (!x_.walk && !y_.walk) {
    apply(x_.first + done_ * item, y_.first + done_ * item, end - done_);
    done_ = end;
    return;
  }
  alignas(double) std::array<std::byte, kBlock * sizeof(double)> from;
  alignas(double) std::array<std::byte, kBlock * sizeof(double)> to;
  while (done_ < end) {
    const std::size_t next = std::min(kBlock, end - done_);
    if (x_.walk) x_.walk->read(from.data(), next);
    const std::byte* const x = x_.walk ? from.data() : x_.first + done_ * item;
    std::byte* const y = y_.walk ? to.data() : y_.first + done_ * item;
    apply(x, y, next);
    if (y_.walk) y_.walk->write(y, next);
    done_ += next;
  }
}

void Pass::apply(const std::byte* x, std::byte* y, std::size_t count) {
  tensor::with_floating_type(call_.dtype, "dropout", [&]<class T>(T) {
    const T* const from = reinterpret_cast<const T*>(x);
    T* const to = reinterpret_cast<T*>(y);
    if constexpr (std::is_same_v<T, float>) {
      if (!stream_) return draw_->apply({from, count}, call_.p, {to, count});
    }
    apply_by_blocks(from, to, count);
  });
}

template <class T>
void Pass::apply_by_blocks(const T* x, T* y, std::size_t count) {
  const AlphaAffine<T> affine(call_.p);
  const T scale = scale_in<T>(call_.kind, call_.p);
  const T keep_probability = static_cast<T>(call_.p.keep_probability());
  std::array<std::uint8_t, kBlock> block;
  for (std::size_t first = 0; first < count; first += block.size()) {
    const auto keep = std::span(block).first(std::min(block.size(), count - first));
    stream_->fill(keep);
    const std::span from(x + first, keep.size());
    const std::span to(y + first, keep.size());
    if (is_alpha(call_.kind) && direction_ == Direction::kForward) {
      alpha_dropout<T>(from, keep, affine, to);
    } else if (call_.arithmetic == Arithmetic::kProduct) {
      inverted_dropout<T>(from, keep, scale, to);
    } else if (call_.arithmetic == Arithmetic::kSelectedQuotient) {
      selected_quotient<T>(from, keep, keep_probability, to);
    } else {
      quotient_of_product<T>(from, keep, keep_probability, to);
    }
  }
}

}  // namespace playground::dropout
