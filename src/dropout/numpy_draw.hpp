// Decisions of the usual NumPy code for dropout, with either of NumPy's generators.
#pragma once

#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/numpy_legacy_generator.hpp"
#include "random/numpy_pcg64_generator.hpp"

namespace playground::dropout {

/// keep iff rand() < 1 - p, in float64: the usual NumPy line `D = np.random.rand(...) < keep_prob`.
template <class Words>
class NumpyDraw {
 public:
  NumpyDraw(const Words& generator, const DrawRequest& request) noexcept
      : generator_(generator), threshold_(request.p.keep_probability()) {}

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// The generator after the decisions so far.
  const Words& generator() const noexcept { return generator_; }

 private:
  Words generator_;
  double threshold_;
};

}  // namespace playground::dropout
