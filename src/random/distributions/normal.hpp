// Standard normals of any engine whose record names makers of them: torch.randn, np.random.randn.
#pragma once

#include <span>

#include "random/generator.hpp"

namespace playground::random {

/// The next x.size() of them, in order: float32 where the makers are PyTorch's, and float64 also
/// where they are those of np.random.
void fill_normal(Generator& generator, std::span<float> x);
void fill_normal(Generator& generator, std::span<double> x);

}  // namespace playground::random
