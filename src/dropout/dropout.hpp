// The dropout layers of torch.nn on any engine: their forward beside their backward.
#pragma once

#include <memory>
#include <optional>

#include "dropout/call.hpp"
#include "dropout/draw.hpp"
#include "dropout/layer_kind.hpp"
#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

using random::Generator;

/// Zeroes each element, or channel, with probability p and scales the survivors by 1 / (1 - p),
/// while training; the alpha kinds set to SELU's saturation instead and keep mean and variance.
///
/// The mask is never stored. The layer remembers its last draw from before the first decision, and
/// draws again when mask() or backward() needs it.
class Dropout {
 public:
  /// Like PyTorch's constructor, accepts nan, which forward() then refuses; throws an Error for any
  /// other p outside [0, 1] (kProbability), and if the engine has no such layer (kLayer). With Flax
  /// 0.11 it takes a stream of its own from the generator.
  Dropout(LayerKind kind, double p, bool inplace, std::shared_ptr<Generator> generator);

  /// What survivors of that dtype are multiplied by: 1 / (1 - p), or the alpha kinds' a, as the
  /// dtype rounds it.
  double scale(tensor::DType dtype) const;

  /// These take effect in the next forward. set_p accepts and throws what the constructor does.
  void set_p(double p);
  void set_inplace(bool inplace) noexcept { inplace_ = inplace; }
  void set_training(bool training) noexcept { training_ = training; }

  /// The layer's output for x, of x's shape and dtype, but float64 for an int64 x with NumPy's
  /// engines; nothing if that is x itself, unchanged (in
  /// eval mode, for p = 0, for an empty x), or changed (inplace). One decision is drawn for each
  /// element of the mask, row-major (of an x that is not contiguous in the
  /// engine's order, as draw_order() has it); none when x comes back unchanged or p = 1 (NumPy,
  /// which makes no exceptions, draws all the same).
  ///
  /// Throws an Error: kProbability for a p the framework refuses; kValue, for a channel-wise kind,
  /// for an x of the wrong rank; kDType, kIntegers or kEngine for a dtype it cannot take.
  std::optional<tensor::Tensor> forward(tensor::Tensor& x);

  /// The gradient of the last forward's input, given the gradient of its output: through the same
  /// mask and scale. Nothing if that is `gradient` itself, unchanged.
  ///
  /// Throws an Error: kState before any forward, kValue if the shape, and kDType if the dtype, is
  /// not the last input's.
  std::optional<tensor::Tensor> backward(const tensor::Tensor& gradient) const;

  /// Of the last forward: 1 where an element was kept, 0 where it was dropped, in the input's dtype
  /// and in the shape of the mask, which has 1 for the dimensions inside a channel; nothing before
  /// any forward.
  std::optional<tensor::Tensor> mask() const;

  /// The last forward; null before any. It lives until the next, or as long as the layer.
  const Call* last_call() const noexcept { return last_ ? &*last_ : nullptr; }

 private:
  friend class SlicedForward;

  // A call before its first decision. If it takes a shortcut, that is done already.
  struct Begun {
    Call call;
    std::optional<tensor::Tensor> output;  // unless it is x itself
    std::optional<Draw> draw;
    // Whether the output begins as the floats of an int64 x, which are then changed in place.
    bool widened = false;

    tensor::Tensor& input(tensor::Tensor& x) { return widened ? *output : x; }
    tensor::Tensor& result(tensor::Tensor& x) { return output ? *output : x; }
  };

  // Throws std::invalid_argument, in PyTorch's words, if it is nan.
  DropProbability checked_p() const;

  // Whether the last forward had such an x and returned it unchanged.
  bool did_nothing_to_its_like(const tensor::Tensor& x) const noexcept;

  Begun begin(tensor::Tensor& x);
  std::optional<tensor::Tensor> end(Begun begun);

  LayerKind kind_;
  std::optional<DropProbability> p_;  // nothing for nan
  bool inplace_;
  bool training_ = true;
  std::shared_ptr<Generator> generator_;
  std::optional<Call> last_;
};

}  // namespace playground::dropout
