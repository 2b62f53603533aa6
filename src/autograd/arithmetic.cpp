#include "autograd/arithmetic.hpp"

#include "autograd/node.hpp"
#include "ops/broadcasting.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::autograd {
namespace {

Variable expand(const Variable& x, const Shape& shape) {
  Variable y(tensor::expand(x.value(), shape.extents()), x.device());
  record(y, "ExpandBackward0", {x}, {}, [](Backward& b) { b.give(0, b.grad()); });
  return y;
}

}  // namespace

Variable sum_of(const Variable& a, const Variable& b) {
  Variable y(ops::add(a.value(), b.value()), a.device());
  record(y, "AddBackward0", {a, b}, {}, [](Backward& back) {
    const Variable grad = back.grad();
    back.give(0, grad);
    back.give(1, grad);
  });
  return y;
}

void add_to(Variable& sum, const Variable& x) {
  tensor::copy_into(sum.value(), contiguous(ops::add(sum.value(), x.value())));
  sum.version().bump();
}

Variable sum_to(const Variable& x, const Shape& shape) {
  if (x.shape() == shape) return x;
  Variable y(ops::sum_to(x.value(), shape), x.device());
  record(y, "SumBackward1", {x}, {},
         [own = x.shape()](Backward& b) { b.give(0, expand(b.grad(), own)); });
  return y;
}

Variable zeros(const Shape& shape, DType dtype, Device device) {
  return Variable(tensor::full(shape, 0, dtype), device);
}

}  // namespace playground::autograd
