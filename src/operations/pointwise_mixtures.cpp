// What mixes the elements of two or three tensors: angles, signs, products that are added, weights.
#include <string_view>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/table.hpp"
#include "ops/kernels/loops.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::Saved;

Variable atan2(const Variable& self, const Variable& other) {
  const DType dtype = floating_result_type({self, other});
  Variable y = elementwise(ops::loops::kAtan2, {self, other}, dtype);
  record(y, "Atan2Backward0", {self, other}, {Saved(self), Saved(other)}, [](Backward& b) {
    const Variable opposite = b.saved(0);
    const Variable adjacent = b.saved(1);
    const Variable slope = reciprocal(add(mul(opposite, opposite), mul(adjacent, adjacent)));
    if (b.wants(0)) b.give(0, mul(mul(b.grad(), adjacent), slope));
    if (b.wants(1)) b.give(1, mul(mul(b.grad(), neg(opposite)), slope));
  });
  return y;
}

Variable hypot(const Variable& self, const Variable& other) {
  Variable y = of_two(ops::loops::kHypot, self, other);
  record(y, "HypotBackward0", {self, other}, {Saved(self), Saved(other), Saved::output(y)},
         [](Backward& b) {
           if (b.wants(0)) b.give(0, mul(b.grad(), div(b.saved(0), b.saved(2))));
           if (b.wants(1)) b.give(1, mul(b.grad(), div(b.saved(1), b.saved(2))));
         });
  return y;
}

Variable copysign_named(const Variable& self, const Variable& other, const char* node) {
  const DType dtype = floating_result_type({self, other});
  Variable y = elementwise(ops::loops::kCopysign, {self, other}, dtype);
  record(y, node, {self, other}, {Saved(self), Saved::output(y)}, [](Backward& b) {
    if (b.wants(0)) {
      const Variable x = b.saved(0);
      const Variable zero = of_number(0);
      b.give(0, mul(b.grad(), where(eq(x, zero), zero, div(b.saved(1), x))));
    }
    if (b.wants(1)) b.give(1, zeros_like(b.grad()));
  });
  return y;
}
Variable copysign(const Variable& self, const Variable& other) {
  return copysign_named(self, other, "CopysignBackward0");
}
Variable copysign_scalar(const Variable& self, const Scalar& other) {
  return copysign_named(self, of_number(other, self.device()), "CopysignBackward1");
}

// 0 below 0, 1 above, and between what the values say.
Variable heaviside(const Variable& self, const Variable& values) {
  if (self.dtype() != values.dtype()) {
    errors::raise("heaviside is not yet implemented for tensors with different dtypes.");
  }
  const Variable x = self.detach();
  const Variable zero = of_number(0);
  const Variable step = to_dtype(gt(x, zero), x.dtype());
  Variable y = where(eq(x, zero), values.detach(), step);
  record(y, "NotImplemented", {self, values}, {},
         [](Backward&) { errors::raise("derivative for aten::heaviside is not implemented"); });
  return y;
}

void check_same_dtype(const Variable& self, const Variable& other, const char* name) {
  if (self.dtype() == other.dtype()) return;
  const auto lower = [](DType dtype) -> std::string_view {
    switch (dtype) {
      case DType::kFloat32:
        return "float";
      case DType::kFloat64:
        return "double";
      case DType::kInt64:
        return "long int";
      case DType::kInt32:
        return "int";
      case DType::kBool:
        break;
    }
    return "bool";
  };
  errors::raise("expected dtype {} for `{}` but got dtype {}", lower(self.dtype()), name,
                lower(other.dtype()));
}

Variable lerp(const Variable& self, const Variable& end, const Variable& weight) {
  check_same_dtype(self, end, "end");
  check_same_dtype(self, weight, "weight");
  require_floating(self, "lerp_kernel_tensor");
  Variable y = elementwise(ops::loops::kLerp, {self, end, weight}, self.dtype());
  record(y, "LerpBackward1", {self, end, weight}, {Saved(self), Saved(end), Saved(weight)},
         [](Backward& b) {
           const Variable weight = b.saved(2);
           if (b.wants(0)) b.give(0, mul(b.grad(), sub(of_number(1), weight)));
           if (b.wants(1)) b.give(1, mul(b.grad(), weight));
           if (b.wants(2)) b.give(2, mul(b.grad(), sub(b.saved(1), b.saved(0))));
         });
  return y;
}

Variable lerp_scalar(const Variable& self, const Variable& end, const Scalar& weight) {
  check_same_dtype(self, end, "end");
  const Variable number = of_number(weight, self.device());
  Variable y = elementwise(ops::loops::kLerp, {self, end, number}, self.dtype());
  record(y, "LerpBackward0", {self, end}, {}, [weight = weight.number](Backward& b) {
    if (b.wants(0)) b.give(0, mul(b.grad(), Scalar(1 - weight)));
    if (b.wants(1)) b.give(1, mul(b.grad(), Scalar(weight)));
  });
  return y;
}

}  // namespace

Variable addcmul(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value) {
  const DType dtype = result_type({self, tensor1, tensor2});
  const Scalar factor = is_floating(dtype) ? value : whole(value);
  Variable y = elementwise(ops::loops::kAddcmul, {self, tensor1, tensor2}, dtype, {factor.number});
  record(y, "AddcmulBackward0", {self, tensor1, tensor2},
         {saved_if(tensor2.requires_grad(), tensor1), saved_if(tensor1.requires_grad(), tensor2)},
         [value](Backward& b) {
           if (b.wants(0)) b.give(0, b.grad());
           if (b.wants(1)) b.give(1, mul(b.grad(), mul(b.saved(1), value)));
           if (b.wants(2)) b.give(2, mul(b.grad(), mul(b.saved(0), value)));
         });
  return y;
}

Variable addcdiv(const Variable& self, const Variable& tensor1, const Variable& tensor2,
                 const Scalar& value) {
  if (!is_floating(tensor1.dtype()) && !is_floating(tensor2.dtype())) {
    errors::raise(
        "Integer division with addcdiv is no longer supported, and in a future  release addcdiv "
        "will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be "
        "implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for "
        "integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future "
        "addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), "
        "for all dtypes.");
  }
  const DType dtype = result_type({self, tensor1, tensor2});
  Variable y = elementwise(ops::loops::kAddcdiv, {self, tensor1, tensor2}, dtype, {value.number});
  record(y, "AddcdivBackward0", {self, tensor1, tensor2},
         {saved_if(tensor2.requires_grad(), tensor1), Saved(tensor2)}, [value](Backward& b) {
           const Variable divisor = b.saved(1);
           if (b.wants(0)) b.give(0, b.grad());
           if (b.wants(1)) b.give(1, mul(b.grad(), div(of_number(value), divisor)));
           if (!b.wants(2)) return;
           const Variable slope = div(mul(b.saved(0), value), mul(divisor, divisor));
           b.give(2, mul(neg(b.grad()), slope));
         });
  return y;
}

std::span<const Row> mixture_rows() {
  static constexpr Row kRows[] = {
      row<&copysign>("copysign.Tensor(Tensor self, Tensor other) -> Tensor"),
      row<&copysign_scalar>("copysign.Scalar(Tensor self, Scalar other) -> Tensor"),
      row<&heaviside>("heaviside(Tensor self, Tensor values) -> Tensor"),
      row<&atan2>("atan2(Tensor self, Tensor other) -> Tensor"),
      row_in_place<&atan2>("atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row<&hypot>("hypot(Tensor self, Tensor other) -> Tensor"),
      row_in_place<&hypot>("hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
      row<&addcmul>(
          "addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor"),
      row_in_place<&addcmul>("addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar "
                             "value=1) -> Tensor(a!)"),
      row<&addcdiv>(
          "addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor"),
      row_in_place<&addcdiv>("addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar "
                             "value=1) -> Tensor(a!)"),
      row<&lerp>("lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor"),
      row<&lerp_scalar>("lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor"),
      row_in_place<&lerp>("lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)"),
      row_in_place<&lerp_scalar>(
          "lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
