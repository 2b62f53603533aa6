// Decisions of TensorFlow.js.
#pragma once

#include <span>
#include <string_view>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/algorithms/alea.hpp"

namespace playground::dropout {

/// keep iff floor(uniform + (1 - p)) is 1, the sum rounded to float32.
/// Source  tf.dropout of TensorFlow.js.
class TfjsDraw {
 public:
  TfjsDraw(std::u16string_view seed, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  random::Alea words_;
  float keep_probability_;
};

}  // namespace playground::dropout
