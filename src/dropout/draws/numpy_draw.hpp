// Decisions of the usual NumPy code for dropout, with either of NumPy's generators.
#pragma once

#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/engines/mask_form.hpp"
#include "random/engines/numpy/numpy_legacy_generator.hpp"
#include "random/engines/numpy/numpy_pcg64_generator.hpp"

namespace playground::dropout {

/// In float64, keep iff rand() < 1 - p, the usual NumPy line `D = np.random.rand(...) < keep_prob`;
/// or iff rand() > p; or iff binomial(1, 1 - p) is 1, which compares one uniform, with the smaller
/// of p and 1 - p as the probability of what is left.
/// Source    random_binomial_inversion of numpy/random/src/distributions.
/// Verified  tests/fixtures/hand-dropout.json, by NumPy 1.24.
template <class Words>
class NumpyDraw {
 public:
  NumpyDraw(const Words& generator, random::MaskForm form, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// The generator after the decisions so far.
  const Words& generator() const noexcept { return generator_; }

 private:
  Words generator_;
  bool keeps_above_;
  bool keeps_equal_;  // what is equal to the threshold
  double threshold_;
};

}  // namespace playground::dropout
