// The JavaScript interface of the tensors that are drawn, or are of evenly spaced numbers. Converts
// types; decides nothing.
#include <emscripten/bind.h>

#include <cstdint>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "ops/drawn.hpp"
#include "ops/ranges.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using tensor::Tensor;

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

EMSCRIPTEN_BINDINGS(makers) {
  emscripten::function("rand", guarded<&rand>, allow_raw_pointers());
  emscripten::function("randn", guarded<&randn>, allow_raw_pointers());
  emscripten::function("randint", guarded<&randint>, allow_raw_pointers());
  emscripten::function("randperm", guarded<&randperm>, allow_raw_pointers());
  emscripten::function("arange", guarded<&arange>, allow_raw_pointers());
  emscripten::function("linspace", guarded<&linspace>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
