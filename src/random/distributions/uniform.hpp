// Uniforms in [0, 1) of any engine whose record names makers of them: torch.rand, np.random.rand,
// default_rng().random, jax.random.uniform.
#pragma once

#include <span>

#include "random/generator.hpp"

namespace playground::random {

/// The next x.size() of them, in order, each rounded as the framework makes a number of this dtype:
/// float32 where the makers are PyTorch's, default_rng's or JAX's, and float64 where they are
/// PyTorch's or NumPy's. Of JAX, whose keys are not spent, those of a whole tensor.
void fill_uniform(Generator& generator, std::span<float> x);
void fill_uniform(Generator& generator, std::span<double> x);

}  // namespace playground::random
