// JavaScript face of the random engines. Converts types; decides nothing.
#include <emscripten/bind.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "makers/rand.hpp"
#include "random/torch_cpu_generator.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using emscripten::val;
using tensor::Tensor;
using Generator = random::TorchCpuGenerator;

// Shared: a layer keeps its generator alive when JavaScript lets go of it.
std::shared_ptr<Generator> create() { return std::make_shared<Generator>(); }

std::shared_ptr<Generator> clone(const Generator& generator) {
  return std::make_shared<Generator>(generator);
}

void manual_seed(Generator& generator, std::uint64_t seed) { generator.manual_seed(seed); }

std::uint64_t initial_seed(const Generator& generator) { return generator.initial_seed(); }

val state(const Generator& generator) { return copy(generator.state()); }

void restore(Generator& generator, val state) {
  const auto bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(state);
  generator.restore(std::as_bytes(std::span(bytes)));
}

Tensor* rand(Generator& generator, val extents, int dtype) {
  return new Tensor(makers::rand(generator, to_shape(extents), to_dtype(dtype)));
}

EMSCRIPTEN_BINDINGS(generator) {
  emscripten::class_<Generator>("Generator")
      .smart_ptr_constructor("Generator", guarded<&create>)
      .function("clone", guarded<&clone>)
      .function("manualSeed", guarded<&manual_seed>)
      .function("initialSeed", guarded<&initial_seed>)
      .function("state", guarded<&state>)
      .function("restore", guarded<&restore>)
      .function("rand", guarded<&rand>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
