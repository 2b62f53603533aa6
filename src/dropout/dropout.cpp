#include "dropout/dropout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "dropout/alpha_dropout.hpp"
#include "dropout/inverted_dropout.hpp"
#include "dropout/keep_stream.hpp"
#include "dropout/quotient_dropout.hpp"

namespace playground::dropout {
namespace {

using tensor::DType;
using tensor::Tensor;

// Small enough that a block's decisions stay in the cache: a mask of the tensor's size is never in
// memory.
constexpr std::size_t kBlock = 1024;

// Calls `use(first, keep)` for consecutive blocks of `size` elements.
template <class Use>
void for_each_block(KeepStream& stream, std::size_t size, Use use) {
  std::array<std::uint8_t, kBlock> block;
  for (std::size_t first = 0; first < size; first += block.size()) {
    const auto keep = std::span(block).first(std::min(block.size(), size - first));
    stream.fill(keep);
    use(first, std::span<const std::uint8_t>(keep));
  }
}

template <class Use>
void with_floating_type(DType dtype, Use use) {
  dtype == DType::kFloat32 ? use(float{}) : use(double{});
}

// Multiplies rather than writes zeros: -0 and nan come out where PyTorch gives them. No float noise
// is involved at p = 1, so PyTorch does this to integers too.
void times_zero(const Tensor& x, Tensor& y) {
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    std::ranges::transform(x.values<T>(), y.values<T>().begin(),
                           [](T value) { return value * T(0); });
  });
}

void take_shortcut(Shortcut shortcut, const Tensor& x, Tensor& y) {
  if (shortcut == Shortcut::kTimesZero) return times_zero(x, y);
  tensor::with_type(y.dtype(), [&]<class T>(T) { std::ranges::fill(y.values<T>(), T(0)); });
}

}  // namespace

Dropout::Dropout(LayerKind kind, double p, bool inplace, std::shared_ptr<Generator> generator)
    : kind_(kind), inplace_(inplace) {
  set_p(p);
  check_layer(*generator, kind);
  const auto own = layer_generator(*generator);
  generator_ = own ? std::make_shared<Generator>(*own) : std::move(generator);
}

void Dropout::set_p(double p) {
  if (!std::isnan(p)) DropProbability{p};
  p_ = p;
}

double Dropout::scale(DType dtype) const {
  const DropProbability p(p_);
  double scale = 0;
  with_floating_type(dtype, [&]<class T>(T) {
    scale = is_alpha(kind_) ? AlphaAffine<T>(p).scale : p.survivor_scale<T>();
  });
  return scale;
}

std::optional<Tensor> Dropout::forward(Tensor& x) {
  const DropProbability p(p_);
  check_probability(*generator_, p);
  if (checks_shape_first(kind_)) mask_shape(kind_, x.shape());

  Shortcut shortcut = training_ ? dropout::shortcut(*generator_, p) : Shortcut::kUnchanged;
  if (x.size() == 0) {
    if (shortcut == Shortcut::kNone) spend_on_empty(*generator_);
    shortcut = Shortcut::kUnchanged;
  }
  // Where nothing is drawn, PyTorch takes an x of any rank.
  const bool draws = shortcut == Shortcut::kNone;
  const bool has_mask = draws || (x.size() != 0 && has_mask_shape(kind_, x.shape()));
  Forward call{
      shortcut,    p, x.shape(), x.dtype(), has_mask ? mask_shape(kind_, x.shape()) : x.shape(),
      std::nullopt};
  if (shortcut == Shortcut::kUnchanged) {
    last_ = std::move(call);
    return std::nullopt;
  }

  if (draws) check_dtype(*generator_, x.dtype());
  std::optional<Tensor> output;
  if (!inplace_) output.emplace(x.shape(), x.dtype());
  Tensor& y = inplace_ ? x : *output;
  if (draws) {
    const auto element_bytes = static_cast<std::uint32_t>(item_size(x.dtype()));
    Draw draw(*generator_, {call.mask_shape.size(), p, element_bytes});
    call.draw = draw;
    apply(draw, call, x, y, false);
    draw.end(*generator_);
  } else {
    take_shortcut(shortcut, x, y);
  }
  last_ = std::move(call);
  return output;
}

std::optional<Tensor> Dropout::backward(const Tensor& gradient) const {
  if (!last_) throw std::logic_error("backward needs a forward before it");
  if (gradient.shape() != last_->shape) {
    throw std::invalid_argument("Mismatch in shape: grad_output[0] has a shape of torch.Size(" +
                                to_string(gradient.shape()) +
                                ") and output[0] has a shape of torch.Size(" +
                                to_string(last_->shape) + ").");
  }
  if (gradient.dtype() != last_->dtype) {
    throw std::domain_error("Found dtype " + std::string(scalar_type_name(gradient.dtype())) +
                            " but expected " + std::string(scalar_type_name(last_->dtype)));
  }
  if (last_->shortcut == Shortcut::kUnchanged) return std::nullopt;

  Tensor result(gradient.shape(), gradient.dtype());
  if (last_->draw) {
    Draw replay = *last_->draw;
    apply(replay, *last_, gradient, result, true);
  } else {
    take_shortcut(last_->shortcut, gradient, result);
  }
  return result;
}

void Dropout::apply(Draw& draw, const Forward& call, const Tensor& x, Tensor& y,
                    bool is_gradient) const {
  if (kind_ == LayerKind::kDropout && x.dtype() == DType::kFloat32) {
    return draw.apply(x.values<float>(), call.p, y.values<float>());
  }
  const std::size_t decisions = call.mask_shape.size();
  KeepStream stream(draw, decisions, x.size() / decisions);
  with_floating_type(x.dtype(), [&]<class T>(T) {
    const AlphaAffine<T> affine(call.p);
    const T scale = is_alpha(kind_) ? affine.scale : call.p.survivor_scale<T>();
    const T keep_probability = static_cast<T>(call.p.keep_probability());
    const Arithmetic arithmetic = dropout::arithmetic(*generator_);
    for_each_block(stream, x.size(), [&](std::size_t first, auto keep) {
      const auto from = x.values<T>().subspan(first, keep.size());
      const auto to = y.values<T>().subspan(first, keep.size());
      if (is_alpha(kind_) && !is_gradient) {
        alpha_dropout<T>(from, keep, affine, to);
      } else if (arithmetic == Arithmetic::kProduct) {
        inverted_dropout<T>(from, keep, scale, to);
      } else if (arithmetic == Arithmetic::kSelectedQuotient) {
        selected_quotient<T>(from, keep, keep_probability, to);
      } else {
        quotient_of_product<T>(from, keep, keep_probability, to);
      }
    });
  });
}

std::optional<Tensor> Dropout::mask() const {
  if (!last_) return std::nullopt;
  if (!last_->draw) {
    return tensor::full(last_->mask_shape, last_->shortcut == Shortcut::kUnchanged, last_->dtype);
  }
  Tensor mask(last_->mask_shape, last_->dtype);
  Draw replay = *last_->draw;
  KeepStream stream(replay, mask.size(), 1);
  with_floating_type(mask.dtype(), [&]<class T>(T) {
    for_each_block(stream, mask.size(), [&](std::size_t first, auto keep) {
      std::ranges::copy(keep, mask.values<T>().subspan(first).begin());
    });
  });
  return mask;
}

std::optional<std::vector<Decision>> Dropout::decisions() const {
  if (!last_ || !last_->draw) return std::nullopt;
  std::vector<Decision> decisions(last_->mask_shape.size());
  Draw replay = *last_->draw;
  replay.explain(decisions);
  return decisions;
}

}  // namespace playground::dropout
