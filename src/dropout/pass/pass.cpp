#include "dropout/pass/pass.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dropout/pass/alpha_dropout.hpp"
#include "dropout/pass/inverted_dropout.hpp"
#include "dropout/pass/quotient_dropout.hpp"

namespace playground::dropout {
namespace {

// So small that the decisions of a block stay in the cache. A mask as large as the tensor is never
// in memory.
constexpr std::size_t kBlock = 1024;

template <class T>
T scale_in(LayerKind kind, DropProbability p) noexcept {
  return is_alpha(kind) ? AlphaAffine<T>(p).scale : p.survivor_scale<T>();
}

}  // namespace

double survivor_scale(LayerKind kind, DropProbability p, tensor::DType dtype) noexcept {
  return dtype == tensor::DType::kFloat32 ? scale_in<float>(kind, p) : scale_in<double>(kind, p);
}

double shift(LayerKind kind, DropProbability p, tensor::DType dtype) noexcept {
  if (!is_alpha(kind)) return 0;
  return dtype == tensor::DType::kFloat32 ? AlphaAffine<float>(p).shift
                                          : AlphaAffine<double>(p).shift;
}

Pass::Pass(const Call& call, Direction direction, Draw& draw, const tensor::Tensor& x,
           tensor::Tensor& y)
    : call_(call), direction_(direction), draw_(&draw), x_(x), y_(y) {
  if (call.kind == LayerKind::kDropout && call.dtype == tensor::DType::kFloat32) return;
  const std::size_t decisions = call.mask_shape.size();
  stream_.emplace(draw, decisions, x.size() / decisions);
}

Pass::Pass(const Call& call, Direction direction, std::span<const std::uint8_t> decisions,
           const tensor::Tensor& x, tensor::Tensor& y)
    : call_(call),
      direction_(direction),
      x_(x),
      y_(y),
      stream_(std::in_place, decisions, x.size() / decisions.size()) {}

void Pass::advance(std::size_t count) {
  const std::size_t end = done_ + std::min(count, x_.size() - done_);
  if (!stream_) {
    const auto x = x_.values<float>().subspan(done_, end - done_);
    draw_->apply(x, call_.p, y_.values<float>().subspan(done_, end - done_));
  } else if (call_.dtype == tensor::DType::kFloat32) {
    advance_by_blocks<float>(end);
  } else {
    advance_by_blocks<double>(end);
  }
  done_ = end;
}

template <class T>
void Pass::advance_by_blocks(std::size_t end) {
  const AlphaAffine<T> affine(call_.p);
  const T scale = scale_in<T>(call_.kind, call_.p);
  const T keep_probability = static_cast<T>(call_.p.keep_probability());
  std::array<std::uint8_t, kBlock> block;
  for (std::size_t first = done_; first < end; first += block.size()) {
    const auto keep = std::span(block).first(std::min(block.size(), end - first));
    stream_->fill(keep);
    const auto from = x_.values<T>().subspan(first, keep.size());
    const auto to = y_.values<T>().subspan(first, keep.size());
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
