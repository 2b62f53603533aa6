// Which elements are kept: one decision per element, as each framework's bernoulli_ makes it.
#pragma once

#include <cstdint>
#include <span>

#include "random/torch_cpu_generator.hpp"

namespace playground::dropout {

/// keep[i] = 1 with probability `keep_probability`, else 0. Element i reads draw i of the
/// generator, so splitting the range into consecutive calls gives the same decisions.
///
/// keep_probability  in [0, 1]
/// Source            at::native::bernoulli_: keep iff uniform64() < keep_probability in float64.
void bernoulli(random::TorchCpuGenerator& generator, double keep_probability,
               std::span<std::uint8_t> keep) noexcept;

}  // namespace playground::dropout
