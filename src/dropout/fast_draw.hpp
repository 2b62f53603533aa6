// Decisions of the engine of our own.
#pragma once

#include <cstdint>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/fast_generator.hpp"

namespace playground::dropout {

/// A byte, or where that is not enough a word more, decides four elements: exactly with probability
/// 1 - p each, and independently. Element i depends on the seed, the call and i alone.
/// Source  docs/decisions/0009-the-fast-engine.md
class FastDraw {
 public:
  FastDraw(random::FastGenerator& generator, const DrawRequest& request) noexcept;

  /// Nothing is compared here: the uniform is the byte / 256, and the threshold nan.
  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  class RowOffsets;

  random::FastBytes bytes_;
  double keep_probability_;
  std::uint64_t position_ = 0;
};

}  // namespace playground::dropout
