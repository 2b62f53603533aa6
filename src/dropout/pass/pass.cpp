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

// The elements in the order in which the call decides about them.
tensor::Walk in_order(const Call& call, const Tensor& x) {
  if (call.order.empty()) return tensor::Walk(x);
  return tensor::Walk(permute(x, call.order));
}

}  // namespace

double survivor_scale(LayerKind kind, DropProbability p, DType dtype) noexcept {
  return dtype == DType::kFloat32 ? scale_in<float>(kind, p) : scale_in<double>(kind, p);
}

double shift(LayerKind kind, DropProbability p, DType dtype) noexcept {
  if (!is_alpha(kind)) return 0;
  return dtype == DType::kFloat32 ? AlphaAffine<float>(p).shift : AlphaAffine<double>(p).shift;
}

Pass::Pass(const Call& call, Direction direction, Draw& draw, const Tensor& x, Tensor& y)
    : call_(call),
      direction_(direction),
      draw_(&draw),
      size_(x.size()),
      x_(in_order(call, x)),
      y_(in_order(call, y)) {
  if (call.kind == LayerKind::kDropout && call.dtype == DType::kFloat32) return;
  const std::size_t decisions = call.mask_shape.size();
  stream_.emplace(draw, decisions, size_ / decisions);
}

Pass::Pass(const Call& call, Direction direction, std::span<const std::uint8_t> decisions,
           const Tensor& x, Tensor& y)
    : call_(call),
      direction_(direction),
      size_(x.size()),
      x_(x),
      y_(y),
      stream_(std::in_place, decisions, size_ / decisions.size()) {}

void Pass::advance(std::size_t count) {
  count = std::min(count, size_ - done_);
  done_ += count;
  if (x_.is_span() && y_.is_span()) {
    apply(x_.here(), y_.here(), count);
    x_.pass_over(count);
    y_.pass_over(count);
    return;
  }
  alignas(double) std::array<std::byte, kBlock * sizeof(double)> block;
  while (count > 0) {
    const std::size_t next = std::min(kBlock, count);
    x_.read(block.data(), next);
    apply(block.data(), block.data(), next);
    y_.write(block.data(), next);
    count -= next;
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
