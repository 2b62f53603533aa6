#include "makers/rand.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace playground::makers {

using tensor::DType;
using tensor::Tensor;

Tensor rand(random::TorchCpuGenerator& generator, tensor::Shape shape, DType dtype) {
  if (dtype == DType::kInt64) {
    throw std::domain_error("\"check_uniform_bounds\" not implemented for 'Long'");
  }
  Tensor x(std::move(shape), dtype);
  if (dtype == DType::kFloat32) {
    std::ranges::generate(x.values<float>(), [&] { return generator.uniform32(); });
  } else {
    std::ranges::generate(x.values<double>(), [&] { return generator.uniform64(); });
  }
  return x;
}

}  // namespace playground::makers
