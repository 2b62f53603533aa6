#include "dropout/draw_counts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "dropout/decision.hpp"

namespace playground::dropout {

DrawCounts count_draws(const Call& call, std::size_t parts) {
  DrawCounts counts{{}, {}, std::numeric_limits<double>::quiet_NaN()};
  if (!call.draw) return counts;
  counts.kept.resize(parts);
  counts.dropped.resize(parts);
  Draw replay = *call.draw;
  std::array<Decision, 64> block;
  for (std::size_t left = call.mask_shape.size(); left > 0;) {
    const auto decisions = std::span(block).first(std::min(block.size(), left));
    replay.explain(decisions);
    for (const auto& [uniform, threshold, kept] : decisions) {
      const auto part = static_cast<std::size_t>(uniform * static_cast<double>(parts));
      ++(kept ? counts.kept : counts.dropped)[std::min(part, parts - 1)];
      counts.threshold = threshold;
    }
    left -= decisions.size();
  }
  return counts;
}

}  // namespace playground::dropout
