// What decided about one element.
#pragma once

#include <cstdint>

namespace playground::dropout {

struct Decision {
  double uniform;    // the number drawn, exactly as the framework compares it
  double threshold;  // what it is compared with
  bool kept;
};

/// A draw fills a span of these, or of plain 0 and 1: the same decision, with or without its
/// reasons.
inline void put(Decision& to, const Decision& decision) noexcept { to = decision; }
inline void put(std::uint8_t& to, const Decision& decision) noexcept { to = decision.kept; }

}  // namespace playground::dropout
