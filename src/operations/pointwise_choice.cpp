// What chooses between elements: bounds, the larger and the smaller, masks.
#include <cmath>
#include <limits>
#include <optional>

#include "errors/raised.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"
#include "ops/elementwise.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;
using autograd::Saved;
using V = const Variable&;

Variable zero() { return of_number(0); }

// where(...) of a gradient keeps its dtype, since a number has no say in it.
Variable grad_where(V mask, V grad) { return where(mask, grad, zero()); }
Variable grad_unless(V mask, V grad) { return where(mask, zero(), grad); }

// The gradient of the one of two whose elements are chosen where `chosen` says so.
using Chosen = Variable (*)(V self, V other);
Variable one_of_two(const ops::Loops& loops, const char* node, V self, V other, Chosen chosen) {
  Variable y = of_two(loops, self, other);
  record(y, node, {self, other}, {Saved(self), Saved(other)}, [chosen](Backward& b) {
    const Variable is_self = chosen(b.saved(0), b.saved(1));
    if (b.wants(0)) b.give(0, grad_where(is_self, b.grad()));
    if (b.wants(1)) b.give(1, grad_unless(is_self, b.grad()));
  });
  return y;
}

// Of two equal ones each gets half of the gradient.
Variable extreme(const ops::Loops& loops, const char* node, V self, V other, Chosen is_other) {
  Variable y = of_two(loops, self, other);
  record(y, node, {self, other}, {Saved(self), Saved(other)}, [is_other](Backward& b) {
    const Variable one = b.saved(0);
    const Variable two = b.saved(1);
    const Variable grad = where(eq(one, two), div(b.grad(), Scalar(2)), b.grad());
    if (b.wants(0)) b.give(0, grad_unless(is_other(one, two), grad));
    if (b.wants(1)) b.give(1, grad_unless(is_other(two, one), grad));
  });
  return y;
}

Variable fmax(V self, V other) {
  return one_of_two(ops::loops::kFmax, "FmaxBackward0", self, other,
                    [](V a, V b) { return logical_or(ge(a, b), isnan(b)); });
}
Variable fmin(V self, V other) {
  return one_of_two(ops::loops::kFmin, "FminBackward0", self, other,
                    [](V a, V b) { return logical_or(le(a, b), isnan(b)); });
}

// Those bounds that there are, without history.
Variable bounded(V self, V min, V max) {
  const DType dtype = result_type({self, min, max});
  if (dtype == DType::kBool) errors::raise("\"clamp_cpu\" not implemented for 'Bool'");
  Variable y = self;
  if (min) y = elementwise(ops::loops::kMaximum, {y, min}, dtype);
  if (max) y = elementwise(ops::loops::kMinimum, {y, max}, dtype);
  return y;
}

[[noreturn]] void fail_no_bound() {
  errors::raise("torch.clamp: At least one of 'min' or 'max' must not be None");
}

Variable bounded(V self, const std::optional<Scalar>& min, const std::optional<Scalar>& max) {
  if (!min && !max) fail_no_bound();
  const Variable low = min ? of_number(*min, self.device()) : Variable();
  const Variable high = max ? of_number(*max, self.device()) : Variable();
  const DType dtype = result_type({self, low, high});
  // A bound that is nan makes all nan, which the loop for numbers does not.
  const bool is_any_nan = (min && std::isnan(min->number)) || (max && std::isnan(max->number));
  if (!is_floating(dtype) || is_any_nan) return bounded(self, low, high);
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return elementwise(ops::loops::kHardtanh, {self}, dtype,
                     {min ? min->number : -kInfinity, max ? max->number : kInfinity});
}

Variable clamp_recorded(V self, const std::optional<Scalar>& min, const std::optional<Scalar>& max,
                        const char* node) {
  Variable y = bounded(self, min, max);
  record(y, node, {self}, {Saved(self)}, [min, max](Backward& b) {
    const Variable x = b.saved(0);
    Variable is_inside;
    if (min) is_inside = ge(x, of_number(*min));
    if (max) {
      const Variable is_below = le(x, of_number(*max));
      is_inside = min ? logical_and(is_inside, is_below) : is_below;
    }
    b.give(0, grad_where(is_inside, b.grad()));
  });
  return y;
}

Variable clamp_max(V self, const Scalar& max) {
  return clamp_recorded(self, std::nullopt, max, "ClampMaxBackward0");
}

Variable clamp_min_tensor(V self, V min) {
  Variable y = bounded(self, min, Variable());
  record(y, "ClampMinBackward1", {self, min}, {Saved(self), Saved(min)}, [](Backward& b) {
    if (b.wants(0)) b.give(0, grad_where(ge(b.saved(0), b.saved(1)), b.grad()));
    if (b.wants(1)) b.give(1, grad_where(lt(b.saved(0), b.saved(1)), b.grad()));
  });
  return y;
}
Variable clamp_max_tensor(V self, V max) {
  Variable y = bounded(self, Variable(), max);
  record(y, "ClampMaxBackward1", {self, max}, {Saved(self), Saved(max)}, [](Backward& b) {
    if (b.wants(0)) b.give(0, grad_where(le(b.saved(0), b.saved(1)), b.grad()));
    if (b.wants(1)) b.give(1, grad_where(gt(b.saved(0), b.saved(1)), b.grad()));
  });
  return y;
}

Variable clamp_tensor(V self, V min, V max) {
  if (!min && !max) fail_no_bound();
  Variable y = bounded(self, min, max);
  record(y, "ClampBackward0", {self, min, max}, {Saved(self), Saved(min), Saved(max)},
         [](Backward& b) {
           const Variable x = b.saved(0);
           const Variable low = b.saved(1);
           const Variable high = b.saved(2);
           const Variable grad = b.grad();
           if (b.wants(0)) {
             Variable given = grad;
             if (low) given = grad_where(ge(x, low), given);
             if (high) given = grad_where(le(x, high), given);
             b.give(0, given);
           }
           if (low && b.wants(1)) {
             Variable is_low = lt(x, low);
             if (high) is_low = logical_and(is_low, lt(low, high));
             b.give(1, grad_where(is_low, grad));
           }
           if (high && b.wants(2)) {
             Variable is_high = gt(x, high);
             if (low) is_high = logical_or(is_high, lt(high, low));
             b.give(2, grad_where(is_high, grad));
           }
         });
  return y;
}

void check_condition(V condition) {
  if (condition.dtype() == DType::kBool) return;
  errors::raise("where expected condition to be a boolean tensor, but got a tensor with dtype {}",
                scalar_type_name(condition.dtype()));
}

Tensor in_dtype(V x, DType dtype) { return x.dtype() == dtype ? x.value() : to(x.value(), dtype); }

Variable where_scalar_other(V condition, V self, const Scalar& other) {
  return where(condition, self, of_number(other, self.device()));
}
Variable where_scalar_self(V condition, const Scalar& self, V other) {
  return where(condition, of_number(self, other.device()), other);
}
// As methods, whose tensor stands first.
Variable self_where(V self, V condition, V other) { return where(condition, self, other); }
Variable self_where_scalar(V self, V condition, const Scalar& other) {
  return where_scalar_other(condition, self, other);
}
Variable where_scalars(V condition, const Scalar& self, const Scalar& other) {
  return where(condition, of_number(self, condition.device()),
               of_number(other, condition.device()));
}

// The elements of self where the mask is not, in the dtype of self.
Variable filled(V self, V mask, V value) {
  const Device device = common_device({self, mask});
  return Variable(
      ops::where(in_dtype(mask, DType::kBool), in_dtype(value, self.dtype()), self.value()),
      device);
}

Variable masked_fill_tensor(V self, V mask, V value) {
  if (value.rank() != 0) {
    errors::raise(
        "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {} "
        "dimension(s).",
        value.rank());
  }
  Variable y = filled(self, mask, value);
  record(y, "MaskedFillBackward1", {self, value}, {Saved(mask)}, [](Backward& b) {
    const Variable mask = to_dtype(b.saved(0), DType::kBool);
    if (b.wants(0)) b.give(0, grad_unless(mask, b.grad()));
    if (b.wants(1)) b.give(1, sum(grad_where(mask, b.grad())));
  });
  return y;
}

}  // namespace

Variable maximum(V self, V other) {
  return extreme(ops::loops::kMaximum, "MaximumBackward0", self, other,
                 [](V a, V b) { return lt(a, b); });
}
Variable minimum(V self, V other) {
  return extreme(ops::loops::kMinimum, "MinimumBackward0", self, other,
                 [](V a, V b) { return gt(a, b); });
}

Variable clamp(V self, const std::optional<Scalar>& min, const std::optional<Scalar>& max) {
  return clamp_recorded(self, min, max, "ClampBackward1");
}

Variable clamp_min(V self, const Scalar& min) {
  return clamp_recorded(self, min, std::nullopt, "ClampMinBackward0");
}

Variable where(V condition, V self, V other) {
  check_condition(condition);
  const DType dtype = result_type({self, other});
  const Device device = common_device({condition, self, other});
  Variable y(ops::where(condition.value(), in_dtype(self, dtype), in_dtype(other, dtype)), device);
  if (!autograd::needs_history({self, other})) return y;
  record(y, "WhereBackward0", {self, other}, {Saved(condition)}, [](Backward& b) {
    if (b.wants(0)) b.give(0, grad_where(b.saved(0), b.grad()));
    if (b.wants(1)) b.give(1, grad_unless(b.saved(0), b.grad()));
  });
  return y;
}

Variable masked_fill(V self, V mask, const Scalar& value) {
  if (value.is_floating()) tensor::require_in_range(value.number, self.dtype());
  Variable y = filled(self, mask, of_number(value, self.device()));
  record(y, "MaskedFillBackward0", {self}, {Saved(mask)},
         [](Backward& b) { b.give(0, masked_fill(b.grad(), b.saved(0), Scalar(0))); });
  return y;
}

std::span<const Row> choice_rows() {
  static constexpr Row kRows[] = {
      row<&maximum>("maximum(Tensor self, Tensor other) -> Tensor"),
      row<&minimum>("minimum(Tensor self, Tensor other) -> Tensor"),
      row<&maximum>("max.other(Tensor self, Tensor other) -> Tensor"),
      row<&minimum>("min.other(Tensor self, Tensor other) -> Tensor"),
      row<&fmax>("fmax(Tensor self, Tensor other) -> Tensor"),
      row<&fmin>("fmin(Tensor self, Tensor other) -> Tensor"),
      row<&clamp>("clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor"),
      row<&clamp_tensor>("clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor"),
      row<&clamp>("clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor"),
      row<&clamp_tensor>("clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor"),
      row<&clamp_min>("clamp_min(Tensor self, Scalar min) -> Tensor"),
      row<&clamp_min_tensor>("clamp_min.Tensor(Tensor self, Tensor min) -> Tensor"),
      row<&clamp_max>("clamp_max(Tensor self, Scalar max) -> Tensor"),
      row<&clamp_max_tensor>("clamp_max.Tensor(Tensor self, Tensor max) -> Tensor"),
      row_in_place<&clamp>(
          "clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)"),
      row_in_place<&clamp_tensor>(
          "clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)"),
      row_in_place<&clamp>(
          "clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)"),
      row_in_place<&clamp_min>("clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)"),
      row_in_place<&clamp_max>("clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)"),
      row<&where>("where.self(Tensor condition, Tensor self, Tensor other) -> Tensor",
                  Where::kFunction),
      row<&where_scalar_self>(
          "where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor",
          Where::kFunction),
      row<&where_scalar_other>(
          "where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor",
          Where::kFunction),
      row<&where_scalars>("where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor",
                          Where::kFunction),
      row<&self_where>("where.self(Tensor self, Tensor condition, Tensor other) -> Tensor",
                       Where::kMethod),
      row<&self_where_scalar>("where.ScalarOther(Tensor self, Tensor condition, Scalar other) -> "
                              "Tensor",
                              Where::kMethod),
      row<&masked_fill>("masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor"),
      row<&masked_fill_tensor>(
          "masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor"),
      row_in_place<&masked_fill>(
          "masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)"),
      row_in_place<&masked_fill_tensor>(
          "masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
