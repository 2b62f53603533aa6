// What a draw depends on besides the generator.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dropout/drop_probability.hpp"

namespace playground::dropout {

struct DrawRequest {
  std::size_t size;             // decisions
  DropProbability p;            // in (0, 1); in [0, 1] for what is written by hand
  std::uint32_t element_bytes;  // 4 for float32, 8 for float64
};

}  // namespace playground::dropout
