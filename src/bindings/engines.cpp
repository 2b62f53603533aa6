// The JavaScript interface of what makes a generator of each engine. Converts types; decides
// nothing.
#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "random/generator.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using random::Generator;

Shared* shared(Generator engine) {
  return new Shared(std::make_shared<Generator>(std::move(engine)));
}

random::NormalKernel normal_kernel(bool scalar) {
  return scalar ? random::NormalKernel::kScalar : random::NormalKernel::kAvx2;
}

random::JaxLayout layout(bool partitionable) {
  return partitionable ? random::JaxLayout::kPartitionable : random::JaxLayout::kOriginal;
}

// By its position in the package's list.
random::MaskForm mask_form(int form) { return static_cast<random::MaskForm>(form); }

Shared* torch_cpu(bool scalar, int form) {
  random::TorchCpuEngine engine;
  engine.form = mask_form(form);
  engine.normal_kernel = normal_kernel(scalar);
  return shared(engine);
}

Shared* torch_cpu_mkl(bool scalar, int form) {
  random::TorchCpuMklEngine engine;
  engine.form = mask_form(form);
  engine.normal_kernel = normal_kernel(scalar);
  return shared(engine);
}

Shared* torch_cuda(std::uint32_t multiprocessors, std::uint32_t threads_per_multiprocessor) {
  random::TorchCudaEngine engine;
  engine.gpu = {multiprocessors, threads_per_multiprocessor};
  return shared(engine);
}

Shared* jax(bool partitionable) {
  random::JaxEngine engine;
  engine.layout = layout(partitionable);
  return shared(engine);
}

// The names of the path, from below the top module down, are separated by slashes.
Shared* flax_linen(bool partitionable, const std::string& path) {
  random::FlaxLinenEngine engine;
  engine.layout = layout(partitionable);
  for (std::size_t from = 0; from < path.size();) {
    const std::size_t to = std::min(path.find('/', from), path.size());
    engine.path.push_back(path.substr(from, to - from));
    from = to + 1;
  }
  return shared(std::move(engine));
}

Shared* flax_nnx(bool partitionable, bool forks) {
  random::FlaxNnxEngine engine;
  engine.layout = layout(partitionable);
  engine.forks = forks;
  return shared(engine);
}

Shared* numpy(int form) {
  random::NumpyEngine engine;
  engine.form = mask_form(form);
  return shared(engine);
}

Shared* numpy_pcg64(int form) {
  random::NumpyPcg64Engine engine;
  engine.form = mask_form(form);
  return shared(engine);
}

// Of an engine that has no options.
Shared* named(const std::string& name) { return shared(random::generator_named(name)); }

// Multiprocessors, and threads for each of them; empty for an unknown name.
ByteView cuda_gpu(const std::string& name) {
  std::vector<std::uint32_t> numbers;
  if (const auto gpu = random::cuda_gpu_named(name)) {
    numbers = {gpu->multiprocessors, gpu->threads_per_multiprocessor};
  }
  return view_of_copy(numbers);
}

std::string cuda_gpu_names() {
  std::string names;
  for (const auto& [name, gpu] : random::cuda_gpus()) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

EMSCRIPTEN_BINDINGS(engines) {
  emscripten::function("torchCpu", guarded<&torch_cpu>, allow_raw_pointers());
  emscripten::function("torchCpuMkl", guarded<&torch_cpu_mkl>, allow_raw_pointers());
  emscripten::function("torchCuda", guarded<&torch_cuda>, allow_raw_pointers());
  emscripten::function("jax", guarded<&jax>, allow_raw_pointers());
  emscripten::function("flaxLinen", guarded<&flax_linen>, allow_raw_pointers());
  emscripten::function("flaxNnx", guarded<&flax_nnx>, allow_raw_pointers());
  emscripten::function("numpy", guarded<&numpy>, allow_raw_pointers());
  emscripten::function("numpyPcg64", guarded<&numpy_pcg64>, allow_raw_pointers());
  emscripten::function("generatorNamed", guarded<&named>, allow_raw_pointers());
  emscripten::function("cudaGpu", guarded<&cuda_gpu>);
  emscripten::function("cudaGpuNames", guarded<&cuda_gpu_names>);
}

}  // namespace
}  // namespace playground::bindings
