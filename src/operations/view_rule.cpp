#include "operations/view_rule.hpp"

#include <utility>

#include "ops/offsets.hpp"

namespace playground::operations {

using autograd::Backward;

Variable viewed(const Variable& self, const char* name, ViewRule rule) {
  Variable y(rule(self.value()), self.device());
  record(y, name, {self}, {}, [shape = self.shape(), rule = std::move(rule)](Backward& b) {
    b.give(0, placed(b.grad(), shape, rule));
  });
  y.set_view_of(self);
  return y;
}

Variable placed(const Variable& x, const Shape& shape, const ViewRule& rule) {
  const Tensor zeros = tensor::full(shape, 0, x.dtype());
  ops::add_into(rule(zeros), x.value());
  Variable y(zeros, x.device());
  record(y, "ViewBackwardBackward0", {x}, {},
         [rule](Backward& b) { b.give(0, viewed(b.grad(), "AsStridedBackward0", rule)); });
  return y;
}

Variable whole_view(const Variable& self, Tensor view, const char* name,
                    autograd::WayBack way_back) {
  Variable y(std::move(view), self.device());
  record(y, name, {self}, {}, std::move(way_back));
  y.set_view_of(self);
  return y;
}

}  // namespace playground::operations
