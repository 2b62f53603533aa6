// Decisions of the engine `fast`, which is our own.
#pragma once

#include <cstdint>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "random/engines/fast/fast_generator.hpp"

namespace playground::dropout {

/// One byte decides four elements, or a byte and a word if the byte is not enough. Each element is
/// kept with probability exactly 1 - p, and independently. Element i depends only on the seed, the
/// call and i. Source  docs/decisions/0009-the-fast-engine.md
class FastDraw {
 public:
  FastDraw(random::FastGenerator& generator, const DrawRequest& request) noexcept;

  /// This engine compares nothing. The uniform is the byte / 256, and the threshold is nan.
  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  class RowOffsets;

  random::FastBytes bytes_;
  double keep_probability_;
  std::uint64_t position_ = 0;
};

}  // namespace playground::dropout
