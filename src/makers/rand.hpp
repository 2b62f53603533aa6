// torch.rand: tensors of uniforms, drawn from the generator that dropout draws from too.
#pragma once

#include "random/torch_cpu_generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::makers {

/// Uniforms in [0, 1), row-major: one word each for float32, two for float64.
///
/// Throws std::domain_error, in PyTorch's words, for int64.
tensor::Tensor rand(random::TorchCpuGenerator& generator, tensor::Shape shape,
                    tensor::DType dtype = tensor::DType::kFloat32);

}  // namespace playground::makers
