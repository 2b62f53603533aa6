// The decisions of a call, drawn once more, and all that they tell of it.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "dropout/call.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

/// Keeps a byte for each element of the mask, so that mask, reasons and gradient take one draw
/// together. Dropout::backward keeps nothing, and takes one for itself.
class Replay {
 public:
  /// Draws. `call` must outlive it.
  ///
  /// explained  whether uniforms() and threshold() are wanted, which the quick draw does not tell
  Replay(const Call& call, bool explained);

  /// Of each element of the mask, row-major: 1 if it was kept, 0 if it was dropped.
  std::span<const std::uint8_t> kept() const noexcept { return kept_; }

  /// The numbers drawn, exactly as the framework compares them; none if nothing was drawn.
  std::span<const double> uniforms() const noexcept { return uniforms_; }

  /// What they are compared with; nan if nothing was drawn.
  double threshold() const noexcept { return threshold_; }

  /// What survivors were multiplied by.
  double scale() const noexcept;

  /// What was added to every element after that; 0 but for alpha layers.
  double shift() const noexcept;

  /// kept() as a tensor: what Dropout::mask gives.
  tensor::Tensor mask() const;

  /// A gradient of the output that is 1 everywhere.
  tensor::Tensor ones() const;

  /// Turns the gradient of the output into that of the input, with the bits of Dropout::backward.
  /// It must be contiguous, and one that Call::check_gradient takes.
  void backward(tensor::Tensor& gradient) const;

 private:
  // From the order of the call to row-major order.
  template <class Number>
  void put_in_order(std::vector<Number>& drawn) const;

  const Call& call_;
  std::vector<std::uint8_t> kept_;
  std::vector<double> uniforms_;
  double threshold_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace playground::dropout
