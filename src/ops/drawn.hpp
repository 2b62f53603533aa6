// Tensors drawn from a generator, as each framework draws them: they leave it where dropout goes
// on.
//
// Each throws an Error (kEngine, kDType) where the framework has no such function for the engine or
// the dtype, or where it is not reproduced.
#pragma once

#include <cstdint>

#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

using random::Generator;

/// Uniforms in [0, 1): torch.rand, np.random.rand, default_rng().random, jax.random.uniform.
tensor::Tensor rand(Generator& generator, tensor::Shape shape,
                    tensor::DType dtype = tensor::DType::kFloat32);

/// Standard normals: torch.randn, np.random.randn.
tensor::Tensor randn(Generator& generator, tensor::Shape shape,
                     tensor::DType dtype = tensor::DType::kFloat32);

/// torch.randint: whole numbers in [low, high), int64. Throws an Error (kValue), in PyTorch's
/// words, if there are none.
tensor::Tensor randint(Generator& generator, std::int64_t low, std::int64_t high,
                       tensor::Shape shape);

/// torch.randperm: 0 to n - 1 in a random order, int64.
tensor::Tensor randperm(Generator& generator, std::int64_t n);

}  // namespace playground::ops
