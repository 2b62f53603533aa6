#include "dropout/call.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "errors/error.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/walk.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using tensor::Tensor;

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
  if (!x.is_contiguous() || !y.is_contiguous()) {
    Tensor zeros(x.shape(), x.dtype());
    take_shortcut(shortcut, contiguous(x), zeros);
    return copy_into(y, zeros);
  }
  // Multiplies rather than writes zeros: -0 and nan come out where PyTorch gives them. Integers
  // have neither.
  if (shortcut == Shortcut::kTimesZero && is_floating(y.dtype())) {
    return tensor::with_floating_type(y.dtype(), "dropout", [&]<class T>(T) {
      std::ranges::transform(x.values<T>(), y.values<T>().begin(),
                             [](T value) { return value * T(0); });
    });
  }
  std::memset(y.data(), 0, y.size() * item_size(y.dtype()));
}

}  // namespace playground::dropout
