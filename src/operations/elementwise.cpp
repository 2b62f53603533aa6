#include "operations/elementwise.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/pointwise.hpp"
#include "operations/promotion.hpp"
#include "ops/elementwise.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::Saved;
using autograd::SavedList;

Variable elementwise(const ops::Loops& loops, VariableRefs inputs, DType dtype,
                     std::initializer_list<double> numbers) {
  const Device device = common_device(inputs);
  std::array<const Tensor*, ops::Run::kMostInputs> tensors;
  std::ranges::transform(inputs, tensors.begin(), [](const Variable& x) { return &x.value(); });
  const std::span given(tensors.data(), inputs.size());
  return Variable(ops::elementwise(loops, given, dtype, numbers), device);
}

Variable of_two(const ops::Loops& loops, const Variable& a, const Variable& b) {
  return elementwise(loops, {a, b}, result_type({a, b}));
}

void require_floating(const Variable& x, const char* kernel) {
  if (is_floating(x.dtype())) return;
  errors::raise("\"{}\" not implemented for '{}'", kernel, scalar_type_name(x.dtype()));
}

Saved saved_if(bool is_needed, const Variable& x) { return is_needed ? Saved(x) : Saved(); }

Variable function_of(const ops::Loops& loops, const Variable& self, const Slope& slope,
                     std::array<double, 3> numbers) {
  Variable y = elementwise(loops, {self}, self.dtype(), {numbers[0], numbers[1], numbers[2]});
  if (!autograd::needs_history({self})) return y;
  const bool has_saved = slope.of != Slope::Of::kNothing;
  const Saved saved = slope.of == Slope::Of::kResult ? Saved::output(y) : Saved(self);
  record(y, slope.node, {self}, has_saved ? SavedList({saved}) : SavedList(),
         [composed = slope.composed, fused = slope.fused, numbers, has_saved](Backward& b) {
           const Variable grad = b.grad();
           const Variable kept = has_saved ? b.saved(0) : Variable();
           if (fused == nullptr || autograd::needs_history({grad, kept})) {
             return b.give(0, composed(grad, kept, numbers.data()));
           }
           b.give(0, elementwise(*fused, {grad, kept}, kept.dtype(),
                                 {numbers[0], numbers[1], numbers[2]}));
         });
  return y;
}

Variable floating_function_of(const ops::Loops& loops, const Variable& self, const Slope& slope) {
  if (is_floating(self.dtype())) return function_of(loops, self, slope);
  return function_of(loops, to_dtype(self, default_dtype()), slope);
}

}  // namespace playground::operations
