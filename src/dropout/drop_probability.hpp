// The probability of an element to be zeroed, checked once so that kernels need not.
#pragma once

namespace playground::dropout {

/// A number in [0, 1], 0 and 1 included.
class DropProbability {
 public:
  /// Throws an Error (kProbability), in the words of torch.dropout, if p is not in [0, 1] or is
  /// nan.
  explicit DropProbability(double p);

  double value() const noexcept { return p_; }

  /// 1 - p, in float64 as PyTorch computes it.
  double keep_probability() const noexcept { return 1 - p_; }

  /// What survivors are multiplied by: 1 / (1 - p), the division done in T after rounding 1 - p to
  /// T.
  template <class T>
  T survivor_scale() const noexcept {
    return T(1) / static_cast<T>(keep_probability());
  }

 private:
  double p_;
};

}  // namespace playground::dropout
