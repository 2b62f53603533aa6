// JavaScript face of the random engines and of the tensors drawn from them. Converts types; decides
// nothing.
#include "random/generator.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "makers/drawn.hpp"
#include "makers/ranges.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using emscripten::val;
using random::Generator;
using tensor::Tensor;

// Shared: a layer keeps its generator alive when JavaScript lets go of it.
using Shared = std::shared_ptr<Generator>;

Tensor* owned(Tensor&& x) { return new Tensor(std::move(x)); }

template <class Engine>
Shared shared(Engine engine) {
  return std::make_shared<Generator>(std::move(engine));
}

random::NormalKernel normal_kernel(bool scalar) {
  return scalar ? random::NormalKernel::kScalar : random::NormalKernel::kAvx2;
}

random::JaxLayout layout(bool partitionable) {
  return partitionable ? random::JaxLayout::kPartitionable : random::JaxLayout::kOriginal;
}

Shared torch_cpu(bool scalar) {
  random::TorchCpuEngine engine;
  engine.normal_kernel = normal_kernel(scalar);
  return shared(engine);
}

Shared torch_cpu_mkl(bool scalar) {
  random::TorchCpuMklEngine engine;
  engine.normal_kernel = normal_kernel(scalar);
  return shared(engine);
}

Shared torch_cuda(std::uint32_t multiprocessors, std::uint32_t threads_per_multiprocessor) {
  random::TorchCudaEngine engine;
  engine.gpu = {multiprocessors, threads_per_multiprocessor};
  return shared(engine);
}

Shared jax(bool partitionable) {
  random::JaxEngine engine;
  engine.layout = layout(partitionable);
  return shared(engine);
}

// The names of the path, from below the top module down, are separated by slashes.
Shared flax_linen(bool partitionable, std::string path) {
  random::FlaxLinenEngine engine;
  engine.layout = layout(partitionable);
  for (std::size_t from = 0; from < path.size();) {
    const std::size_t to = std::min(path.find('/', from), path.size());
    engine.path.push_back(path.substr(from, to - from));
    from = to + 1;
  }
  return shared(std::move(engine));
}

Shared flax_nnx(bool partitionable, bool forks) {
  random::FlaxNnxEngine engine;
  engine.layout = layout(partitionable);
  engine.forks = forks;
  return shared(engine);
}

Shared numpy() { return shared(random::NumpyEngine{}); }
Shared numpy_pcg64() { return shared(random::NumpyPcg64Engine{}); }
Shared fast() { return shared(random::FastEngine{}); }
Shared tfjs() { return shared(random::TfjsEngine{}); }

// Multiprocessors and threads for each; undefined for an unknown name.
val cuda_gpu(std::string name) {
  const auto gpu = random::cuda_gpu_named(name);
  if (!gpu) return val::undefined();
  return val::array(
      std::vector<std::uint32_t>{gpu->multiprocessors, gpu->threads_per_multiprocessor});
}

val cuda_gpu_names() {
  val names = val::array();
  for (const auto& [name, gpu] : random::cuda_gpus()) names.call<void>("push", std::string(name));
  return names;
}

Shared clone(const Generator& generator) { return std::make_shared<Generator>(generator); }

void seed(Generator& generator, std::uint64_t seed) { random::seed(generator, seed); }

void seed_with_words(Generator& generator, val words) {
  random::seed_with_words(generator,
                          emscripten::convertJSArrayToNumberVector<std::uint32_t>(words));
}

void seed_with_text(Generator& generator, std::u16string text) {
  random::seed_with_text(generator, text);
}

// A bigint, or undefined.
val initial_seed(const Generator& generator) {
  const auto seed = random::initial_seed(generator);
  return seed ? val(*seed) : val::undefined();
}

val state(const Generator& generator) { return copy(random::state(generator)); }

void restore(Generator& generator, val state) {
  const auto bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(state);
  random::restore(generator, std::as_bytes(std::span(bytes)));
}

Tensor* rand(Generator& generator, val extents, int dtype) {
  return owned(makers::rand(generator, to_shape(extents), to_dtype(dtype)));
}

Tensor* randn(Generator& generator, val extents, int dtype) {
  return owned(makers::randn(generator, to_shape(extents), to_dtype(dtype)));
}

Tensor* randint(Generator& generator, std::int64_t low, std::int64_t high, val extents) {
  return owned(makers::randint(generator, low, high, to_shape(extents)));
}

Tensor* randperm(Generator& generator, val extents) {
  const tensor::Shape shape = to_shape(extents);
  return owned(makers::randperm(generator, shape[0]));
}

Tensor* arange(double start, double end, double step, int dtype) {
  return owned(makers::arange(start, end, step, to_dtype(dtype)));
}

Tensor* linspace(double start, double end, double steps, int dtype) {
  return owned(makers::linspace(start, end, static_cast<std::int64_t>(steps), to_dtype(dtype)));
}

EMSCRIPTEN_BINDINGS(generator) {
  emscripten::class_<Generator>("Generator")
      .smart_ptr<Shared>("Generator")
      .class_function("torchCpu", guarded<&torch_cpu>)
      .class_function("torchCpuMkl", guarded<&torch_cpu_mkl>)
      .class_function("torchCuda", guarded<&torch_cuda>)
      .class_function("jax", guarded<&jax>)
      .class_function("flaxLinen", guarded<&flax_linen>)
      .class_function("flaxNnx", guarded<&flax_nnx>)
      .class_function("numpy", guarded<&numpy>)
      .class_function("numpyPcg64", guarded<&numpy_pcg64>)
      .class_function("tfjs", guarded<&tfjs>)
      .class_function("fast", guarded<&fast>)
      .function("clone", guarded<&clone>)
      .function("seed", guarded<&seed>)
      .function("seedWithWords", guarded<&seed_with_words>)
      .function("seedWithText", guarded<&seed_with_text>)
      .function("initialSeed", guarded<&initial_seed>)
      .function("state", guarded<&state>)
      .function("restore", guarded<&restore>)
      .function("rand", guarded<&rand>, allow_raw_pointers())
      .function("randn", guarded<&randn>, allow_raw_pointers())
      .function("randint", guarded<&randint>, allow_raw_pointers())
      .function("randperm", guarded<&randperm>, allow_raw_pointers());
  emscripten::function("cudaGpu", guarded<&cuda_gpu>);
  emscripten::function("cudaGpuNames", guarded<&cuda_gpu_names>);
  emscripten::function("arange", guarded<&arange>, allow_raw_pointers());
  emscripten::function("linspace", guarded<&linspace>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
