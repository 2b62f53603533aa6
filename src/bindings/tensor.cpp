// The JavaScript interface of tensors and their print. Converts types; decides nothing.
#include "tensor/tensor.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <string>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "bindings/message.hpp"
#include "tensor/statistics.hpp"
#include "text/print.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using tensor::Tensor;

Tensor* allocate(const Bytes& extents, int dtype) {
  return owned(Tensor(to_shape(extents), to_dtype(dtype)));
}

Tensor* full(const Bytes& extents, double value, int dtype) {
  return owned(tensor::full(to_shape(extents), value, to_dtype(dtype)));
}

Tensor* clone(const Tensor& x) { return owned(x.clone()); }

Tensor* to(const Tensor& x, int dtype) { return owned(tensor::to(x, to_dtype(dtype))); }

// The dtype, where the elements lie, and then the extents.
ByteView layout(const Tensor& x) {
  std::vector<double> numbers{static_cast<double>(x.dtype()), address(bytes_of(x))};
  for (const std::int64_t extent : x.shape().extents()) {
    numbers.push_back(static_cast<double>(extent));
  }
  return view_of_copy(numbers);
}

ByteView describe(const Tensor& x) {
  static Message message;
  message = {};
  message.add(x);
  return message.view();
}

std::string print(const Tensor& x) { return text::print(x); }

EMSCRIPTEN_BINDINGS(tensor) {
  emscripten::class_<Tensor>("Tensor")
      .function("layout", guarded<&layout>)
      .function("describe", guarded<&describe>)
      .function("clone", guarded<&clone>, allow_raw_pointers())
      .function("to", guarded<&to>, allow_raw_pointers())
      .function("equal", guarded<+[](const Tensor& a, const Tensor& b) { return equal(a, b); }>)
      .function("sum", guarded<+[](const Tensor& x) { return sum(x); }>)
      .function("mean", guarded<+[](const Tensor& x) { return mean(x); }>)
      .function("variance", guarded<+[](const Tensor& x) { return variance(x); }>)
      .function("print", guarded<&print>);
  emscripten::function("allocate", guarded<&allocate>, allow_raw_pointers());
  emscripten::function("full", guarded<&full>, allow_raw_pointers());
}

}  // namespace
}  // namespace playground::bindings
