// The JavaScript interface of the random engines and of the tensors drawn from them. Converts
// types; decides nothing.
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
#include "ops/drawn.hpp"
#include "ops/ranges.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using random::Generator;
using tensor::Tensor;

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

void seed(const Shared& generator, std::uint64_t seed) { random::seed(*generator, seed); }

void seed_with_words(const Shared& generator, const Bytes& words) {
  random::seed_with_words(*generator, numbers_in<std::uint32_t>(words));
}

void seed_with_text(const Shared& generator, const Bytes& code_units) {
  const auto units = numbers_in<char16_t>(code_units);
  random::seed_with_text(*generator, {units.data(), units.size()});
}

// The two words of a key, and two of each step from it.
void seed_with_key(const Shared& generator, const Bytes& words) {
  const auto numbers = numbers_in<std::uint32_t>(words);
  std::vector<random::JaxKeyStep> steps;
  for (std::size_t i = 2; i + 1 < numbers.size(); i += 2) {
    steps.push_back({numbers[i], numbers[i + 1]});
  }
  random::seed_with_key(*generator, {numbers[0], numbers[1]}, steps);
}

void skip(const Shared& generator, std::uint64_t count) { random::skip(*generator, count); }

// One word of 64 bits, or none.
ByteView initial_seed(const Shared& generator) {
  std::vector<std::uint64_t> seed;
  if (const auto initial = random::initial_seed(*generator)) seed.push_back(*initial);
  return view_of_copy(seed);
}

ByteView state(const Shared& generator) { return view_of_copy(random::state(*generator)); }

void restore(const Shared& generator, const Bytes& state) {
  random::restore(*generator, std::as_bytes(std::span(state)));
}

Tensor* rand(const Shared& generator, const Bytes& extents, int dtype) {
  return owned(ops::rand(*generator, to_shape(extents), to_dtype(dtype)));
}

Tensor* randn(const Shared& generator, const Bytes& extents, int dtype) {
  return owned(ops::randn(*generator, to_shape(extents), to_dtype(dtype)));
}

Tensor* randint(const Shared& generator, std::int64_t low, std::int64_t high,
                const Bytes& extents) {
  return owned(ops::randint(*generator, low, high, to_shape(extents)));
}

Tensor* randperm(const Shared& generator, const Bytes& extents) {
  return owned(ops::randperm(*generator, to_shape(extents)[0]));
}

Tensor* arange(double start, double end, double step, int dtype) {
  return owned(ops::arange(start, end, step, to_dtype(dtype)));
}

Tensor* linspace(double start, double end, double steps, int dtype) {
  return owned(ops::linspace(start, end, static_cast<std::int64_t>(steps), to_dtype(dtype)));
}

EMSCRIPTEN_BINDINGS(generator) {
  emscripten::class_<Shared>("Generator")
      .class_function("torchCpu", guarded<&torch_cpu>, allow_raw_pointers())
      .class_function("torchCpuMkl", guarded<&torch_cpu_mkl>, allow_raw_pointers())
      .class_function("torchCuda", guarded<&torch_cuda>, allow_raw_pointers())
      .class_function("jax", guarded<&jax>, allow_raw_pointers())
      .class_function("flaxLinen", guarded<&flax_linen>, allow_raw_pointers())
      .class_function("flaxNnx", guarded<&flax_nnx>, allow_raw_pointers())
      .class_function("numpy", guarded<&numpy>, allow_raw_pointers())
      .class_function("numpyPcg64", guarded<&numpy_pcg64>, allow_raw_pointers())
      .class_function("named", guarded<&named>, allow_raw_pointers())
      .function("seed", guarded<&seed>)
      .function("seedWithWords", guarded<&seed_with_words>)
      .function("seedWithText", guarded<&seed_with_text>)
      .function("seedWithKey", guarded<&seed_with_key>)
      .function("skip", guarded<&skip>)
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
