#include "dropout/call.hpp"

#include <algorithm>
#include <span>

#include "errors/error.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using tensor::Tensor;

// Multiplies rather than writes zeros: -0 and nan come out where PyTorch gives them. No float noise
// is involved at p = 1, so PyTorch does this to integers too.
void times_zero(const Tensor& x, Tensor& y) {
  tensor::with_type(x.dtype(), [&]<class T>(T) {
    std::ranges::transform(x.values<T>(), y.values<T>().begin(),
                           [](T value) { return value * T(0); });
  });
}

}  // namespace

void Call::check_gradient(const Tensor& gradient) const {
  if (gradient.shape() != shape) {
    errors::fail(
        Kind::kValue,
        "Mismatch in shape: grad_output[0] has a shape of torch.Size({0}) and output[0] has "
        "a shape of torch.Size({1})."_words,
        std::span(gradient.shape().extents()), std::span(shape.extents()));
  }
  if (gradient.dtype() != dtype) {
    errors::fail(Kind::kDType, "Found dtype {0} but expected {1}"_words,
                 scalar_type_name(gradient.dtype()), scalar_type_name(dtype));
  }
}

void take_shortcut(Shortcut shortcut, const Tensor& x, Tensor& y) {
  if (shortcut == Shortcut::kTimesZero) return times_zero(x, y);
  tensor::with_type(y.dtype(), [&]<class T>(T) { std::ranges::fill(y.values<T>(), T(0)); });
}

}  // namespace playground::dropout
